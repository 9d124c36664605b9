from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plainspeak.documents.reader import read
from plainspeak.reports.glossary_page import SUFFIXES, glossary_page, has_page_suffix
from plainspeak.reports.left_terms import LeftTerm
from tests.documents.libreoffice import converted
from tests.reports import hostile
from tests.reports.test_html import Outline

TERMS = [LeftTerm("holistic", "Looking at the whole person."), LeftTerm("hub", "A place & a team.")]
HOSTILE = [LeftTerm(text, text) for text in hostile.TEXTS]


@pytest.mark.parametrize(
    ("path", "fits"), [("a.HTML", True), ("a.docx", True), ("a.txt", True), ("a", False), ("a.pdf", False)]
)
def test_names_that_a_page_can_have(path, fits) -> None:
    assert has_page_suffix(path) is fits


def test_as_text() -> None:
    assert glossary_page("a.txt", TERMS).decode() == (
        "The jargon: holistic\nWhat we mean: Looking at the whole person.\n"
        "\nThe jargon: hub\nWhat we mean: A place & a team.\n"
    )


def test_as_a_web_page() -> None:
    page = Outline(glossary_page("a.html", TERMS).decode())
    assert page.open == []
    assert page.texts["th"] == ["The jargon", "What we mean", "holistic", "hub"]
    assert page.texts["td"] == ["Looking at the whole person.", "A place & a team."]
    assert page.texts["title"] == page.texts["h1"] == ["What we mean"]


def test_as_a_word_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(glossary_page("a.docx", TERMS))
    document = read(str(path))
    assert document.text == (
        "What we mean\n\nThe jargon\n\nWhat we mean\n\nholistic\n\nLooking at the whole person.\n\nhub\n\nA place & a team."
    )
    assert [block.kind for block in document.blocks] == ["heading", *["cell"] * 6]
    assert glossary_page("a.docx", TERMS) == path.read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_the_word_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(glossary_page("a.docx", [*TERMS, *HOSTILE]))
    (text,) = converted(tmp_path, "txt:Text (encoded):UTF8", path)
    lines = text.read_text(encoding="utf-8-sig").splitlines()
    assert lines[:7] == [
        "What we mean",
        "The jargon",
        "What we mean",
        "holistic",
        "Looking at the whole person.",
        "hub",
        "A place & a team.",
    ]
    assert "<script>alert(1)</script>" in lines


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_left_and_hostile_terms(tmp_path: Path, suffix: str) -> None:
    for terms, said in (([], "There is no jargon left to explain."), (HOSTILE, r"\u202eright to left\u202c")):
        path = tmp_path / f"a{suffix}"
        path.write_bytes(glossary_page(path.name, terms))
        document = read(str(path))
        assert said in document.text
        assert document.text.count("stop-commands") == 2 * len(terms[:1])
