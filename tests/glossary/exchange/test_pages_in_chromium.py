"""The pages that a group prints or puts on the web, in a real browser, wide and narrow: axe-core has nothing against them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plainspeak.glossary.candidates import Candidate
from plainspeak.glossary.exchange.jargon_buster import html
from plainspeak.glossary.exchange.voting_sheet import html_sheet
from tests.glossary.making import Agreement, entry
from tests.reports import chromium, hostile

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(chromium.missing_axe()), reason=chromium.missing_axe() or "it is all there"),
]

ENTRIES = [
    entry("asset", "strength", "what you can do", also=("assets", "gift"), why="It sounds like money."),
    entry("Beveridge", keep="It is a name.", in_brackets="a person", kind="name"),
    entry("111", "the NHS helpline", kind="initials", lenses={"action": "You ring it."}, ask="Which one?"),
    entry("Ångström", "length", agreed=Agreement("Us", "2026-11-22")),
    *(entry(f"{number} {text}", text, what_we_mean=text, why=text) for number, text in enumerate(hostile.TEXTS)),
]
CANDIDATES = [Candidate(text, "noun", at, at + 1, text * 3, 1.0) for at, text in enumerate(("hub", *hostile.TEXTS), 1)]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Page]:
    with chromium.page(tmp_path_factory.mktemp("chromium")) as page:
        yield page


@pytest.mark.parametrize("width", [1200, 500])
@pytest.mark.parametrize("name", ["jargon buster", "empty jargon buster", "voting sheet", "empty voting sheet"])
def test_axe_core_finds_no_violation(page: chromium.Page, tmp_path: Path, name: str, width: int) -> None:
    parts = {
        "jargon buster": html(ENTRIES, "Our words <&>"),
        "empty jargon buster": html([]),
        "voting sheet": html_sheet(CANDIDATES),
        "empty voting sheet": html_sheet([]),
    }
    path = tmp_path / "page.html"
    path.write_text("".join(parts[name]), encoding="utf-8", errors="replace")
    page.open(path, width)
    assert page.messages() == []
    assert page.run("return document.querySelectorAll('script, img, link, iframe').length") == 0
    assert page.run("return document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert page.violations() == []
    size = page.run("return parseFloat(getComputedStyle(document.body).fontSize)")
    assert size >= 20, "large print is 16 points or more, which is about 21 pixels; 20 on a screen"
