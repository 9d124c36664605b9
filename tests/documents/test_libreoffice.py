"""Marked copies in real LibreOffice, on documents that it made itself."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import libreoffice
import pytest

from plainspeak.checking.checker import Checker
from plainspeak.documents.marking import Proposal, Wishes, mark, proposal
from plainspeak.documents.reader import read, read_bytes_as_document
from plainspeak.text.edits import apply_edits
from plainspeak.text.protected import Mask

pytestmark = [
    pytest.mark.skipif(
        not libreoffice.python_with_uno(), reason="LibreOffice Writer and python3-uno are not installed"
    ),
    pytest.mark.slow,
]
SOURCE = Path(__file__).with_name("every_feature.fodt")
OTHER = {"what", "changes", "comments"}
PARTS = {"header": "header", "footer": "footer", "footnotes": "notes"}


@pytest.fixture(scope="module", params=["docx", "odt"])
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    [path] = libreoffice.converted(tmp_path_factory.mktemp("made"), request.param, SOURCE)
    return path


def lines(said: dict[str, Any]) -> list[str]:
    """Every paragraph that LibreOffice sees, the number of a footnote left out."""
    texts = [line for part, found in said.items() if part not in OTHER for line in found]
    return sorted(text.replace("why1", "why") for text in texts if text.strip())


def own_lines(text: str) -> list[str]:
    return sorted(line.removeprefix("\t") for line in text.split("\n\n"))


@pytest.mark.parametrize("all_swaps", [False, True], ids=["safe swaps", "all swaps"])
def test_all_changes_taken_in_or_dropped(document: Path, checker: Checker, all_swaps: bool) -> None:
    def propose(text: str, masks: Sequence[Mask]) -> Proposal:
        return proposal(checker, text, masks, (), Wishes(all_swaps=all_swaps))

    data = document.read_bytes()
    marked = mark(data, str(document), propose)
    copy = document.with_stem("marked")
    copy.write_bytes(marked.data)
    before, shown, accepted, rejected = libreoffice.said(str(document), str(copy), f"accept:{copy}", f"reject:{copy}")

    text = read(str(document)).text
    edits = propose(text, ()).edits
    new = apply_edits(text, edits)
    assert (new == checker.rewrite(text)) != all_swaps
    assert lines(before) == own_lines(text)
    assert lines(accepted) == own_lines(new)
    assert {**rejected, "what": "", "comments": 0} == {**before, "what": ""}
    assert marked.changes == len(edits) > 10
    assert marked.left_out == 0
    assert shown["changes"] >= marked.changes
    assert shown["comments"] == marked.notes > 10
    assert read_bytes_as_document(marked.data, "copy").text == new
    unchanged(data, document, copy)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_what_others_have_changed_hidden_and_noted_stays_theirs(kind: str, tmp_path: Path, checker: Checker) -> None:
    """Changes of somebody else, a comment, hidden text, fields, nested tables and lists, columns, an endnote and contents."""
    [path] = libreoffice.converted(tmp_path, kind, SOURCE.with_name("more_features.fodt"))
    document = read(str(path))
    marked = mark(path.read_bytes(), path.name, lambda text, masks: proposal(checker, text, masks, (), Wishes()))
    copy = path.with_stem("marked")
    copy.write_bytes(marked.data)
    steps = (f"accept:{path}", f"reject:{path}", str(copy), f"accept:{copy}", f"reject:{copy}")
    accepted_before, rejected_before, shown, accepted, rejected = libreoffice.said(*steps)

    new = checker.rewrite(document.text)
    assert marked.changes >= 14
    assert marked.left_out == 0
    assert shown["comments"] == marked.notes + 1  # the comment that was there
    assert {**rejected, "what": "", "comments": 1} == {**rejected_before, "what": ""}
    assert len(lines(accepted)) == len(lines(accepted_before))
    seen = re.sub("endnote[i1] is", "endnote is", "\n".join(lines(accepted)))
    assert [
        line for line in new.replace("\t", "").split("\n\n") if line not in seen.replace("hidden utilise ", "")
    ] == []
    assert read_bytes_as_document(marked.data, "copy").text == new


def unchanged(data: bytes, document: Path, copy: Path) -> None:
    """Everything in the package that is not text with findings in it is as it was, and the source too."""
    assert document.read_bytes() == data
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(copy) as new:
        assert new.testzip() is None
        names = [name for name in new.namelist() if name != "word/comments.xml"]
        assert names == old.namelist()
        touched = {name for name in names if old.read(name) != new.read(name)}
    assert touched <= {
        "content.xml", "styles.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml",
        "word/footnotes.xml", "word/header1.xml", "word/footer1.xml", "word/header2.xml", "word/footer2.xml",
    }  # fmt: skip


def test_columns_tables_and_headers_of_a_pdf(tmp_path: Path) -> None:
    """Two justified columns over three pages, words parted at line ends, a header and a footer, a table, and ligatures."""
    [path] = libreoffice.converted(tmp_path, "pdf", SOURCE.with_name("columns.fodt"))
    document = read(str(path))
    whole = re.findall(r"<text:(?:p|h)\b[^>]*>([^<]+)<", SOURCE.with_name("columns.fodt").read_text(encoding="utf-8"))
    header, footer, *body = whole
    assert header == "Plan to utilise the hall"
    assert footer == "Page "
    found = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert [text for kind, text in found if kind not in ("header", "footer")] == body
    assert [text for kind, text in found if kind == "header"] == [header]
    assert [text for kind, text in found if kind == "footer"] == ["Page 1 – Draft for stakeholders"]
    assert document.pages == 3


@pytest.mark.parametrize("kind", ["docx", "odt", "pdf", "html:HTML (StarWriter)", "rtf", "epub"])
def test_the_findings_are_the_same_in_every_format(kind: str, tmp_path: Path, checker: Checker) -> None:
    paragraphs = [
        "Service users and other stakeholders told us that they want to co-produce the plan, and that we should facilitate it.",
        "Going forward, we will utilise a holistic approach with a person-centred offer for everyone who lives in the area.",
        "“We never asked for a strengths-based approach, we asked for a bus,” said one of them.",
        "The Integrated Care Board (ICB) will decide. After that the ICB will signpost people to low-level support.",
    ] * 8  # two pages: lines that stand at the same place of three would be taken for headers
    source = tmp_path / "words.html"
    source.write_text("<!DOCTYPE html><meta charset=utf-8>" + "".join(f"<p>{words}</p>" for words in paragraphs))
    [middle] = libreoffice.converted(tmp_path, "odt", source, reading="HTML (StarWriter)")
    [path] = [middle] if kind == "odt" else libreoffice.converted(tmp_path, kind, middle)

    document = read(str(path))

    def found(text: str, masks: Sequence[Mask] = ()) -> list[tuple[str, str]]:
        return [(one.entry, " ".join(one.text.split())) for one in checker.check(text, masks).findings]

    assert document.format == kind.partition(":")[0]
    assert found(document.text, document.masks) == found("\n\n".join(paragraphs))
