"""The page in a real browser: axe-core has nothing against it, nothing is fetched, nothing runs, nothing sticks out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plainspeak.reports.glossary_page import glossary_page
from plainspeak.reports.html import print_html
from plainspeak.reports.left_terms import LeftTerm
from plainspeak.reports.report import DocumentReport
from plainspeak.text.readability import Readability
from tests.reports import chromium, hostile

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(chromium.missing_axe()), reason=chromium.missing_axe() or "it is all there"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Page]:
    with chromium.page(tmp_path_factory.mktemp("chromium")) as page:
        yield page


def reports(make) -> dict[str, list[DocumentReport]]:
    fine = DocumentReport("fine.txt", "txt", readability=Readability(1, 6, 6.0, 2.0, 6))
    gone = DocumentReport("gone.docx", "", error="gone.docx is damaged.")
    many = [document for _ in range(4) for document in hostile.documents(make)]
    could = fine._replace(findings=(make.finding(level="could"), make.finding("NCAG", entry="", check="acronym")))
    return {"nothing": [], "fine": [fine], "gone": [gone], "one": [could], "many": [*many, fine, gone, could]}


@pytest.mark.parametrize("width", [1200, 500])
@pytest.mark.parametrize("name", ["nothing", "fine", "gone", "one", "many"])
def test_axe_core_finds_no_violation(make, page: chromium.Page, tmp_path: Path, name: str, width: int) -> None:
    path = tmp_path / "report.html"
    path.write_text("".join(print_html(make.report(*reports(make)[name]))), encoding="utf-8")
    page.open(path, width)
    assert page.messages() == []
    assert page.run("return document.querySelectorAll('script, img, link, iframe').length") == 0
    assert page.run("return document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert page.violations() == []


def test_in_the_dark_it_is_dark_and_axe_core_finds_no_violation(make, page: chromium.Page, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("".join(print_html(make.report(*reports(make)["many"]))), encoding="utf-8")
    page.open(path, 1200, "dark")
    assert page.run("return getComputedStyle(document.body).backgroundColor") == "rgb(20, 25, 29)"
    assert page.violations() == []
    page.open(path, 1200)
    assert page.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("width", [1200, 500])
def test_axe_core_finds_no_violation_in_a_glossary_page(page: chromium.Page, tmp_path: Path, width: int) -> None:
    path = tmp_path / "glossary.html"
    for terms in ([], [LeftTerm("hub", "A place."), *(LeftTerm(text, text) for text in hostile.TEXTS)]):
        path.write_bytes(glossary_page(path.name, terms))
        page.open(path, width)
        assert page.messages() == []
        assert page.run("return document.documentElement.scrollWidth - window.innerWidth") <= 0
        assert page.violations() == []


def test_a_page_with_a_fault_does_not_pass(page: chromium.Page, tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    path.write_text("<title>x</title><img src='data:,'><p style='color: #ddd'>Pale.", encoding="utf-8")
    page.open(path, 500)
    assert {fault.partition(":")[0] for fault in page.violations()} >= {"color-contrast", "image-alt", "html-has-lang"}
