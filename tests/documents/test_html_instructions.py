from __future__ import annotations

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.cli.mark import run as mark
from plainspeak.documents.html import document

PAGE = (
    "<!doctype html><html><body><p>We utilise it.</p>{}<p>We <b>uti</b>lise it.</p>"
    "<!-- plainspeak: on --><p>They utilise it.</p></body></html>"
)


@pytest.mark.parametrize(
    ("comment", "found", "left"),
    [
        ("", [3, 19, 37], []),
        ("<!-- plainspeak: leave utilise -->", [3], ["as asked", "as asked"]),
        ("<!--plainspeak: LEAVE utilise, hub because we may-->", [3], ["as asked: we may"] * 2),
        ("<!-- plainspeak: off -->", [3, 37], ["switched off"]),
        ("<!-- plainspeak: offer -->", [3, 19, 37], []),
        ("<!-- leave utilise -->", [3, 19, 37], []),
        ("<!-- plainspeak: leave -->", [3, 19, 37], []),
    ],
)
def test_comments_are_heeded(checker: Checker, comment: str, found: list[int], left: list[str]) -> None:
    page = document(PAGE.format(comment).encode(), "a.html")
    checked = checker.check(page.text, page.masks, page.leave)
    assert [finding.start for finding in checked.findings] == found
    assert [one.reason for one in checked.left_alone] == left


def test_off_without_on_holds_to_the_end(checker: Checker) -> None:
    page = document(b"<p>We utilise it.</p><!-- plainspeak: off --><p>We utilise it.</p>", "a.html")
    assert [finding.start for finding in checker.check(page.text, page.masks, page.leave).findings] == [3]


def test_a_marked_copy_heeds_them_too(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.html").write_text(PAGE.format("<!-- plainspeak: leave utilise -->"))
    assert mark(["a.html", "-o", "b.html"]) == 0
    assert (tmp_path / "b.html").read_text().count("<mark") == 1
