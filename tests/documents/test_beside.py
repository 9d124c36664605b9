from __future__ import annotations

from pathlib import Path

import pytest
from samples import docx, paragraph

from plainspeak.batch.batch import Batch
from plainspeak.batch.plan import Plan
from plainspeak.checking.checker import Checker
from plainspeak.documents.beside import beside, with_instructions
from plainspeak.documents.document import Document
from plainspeak.documents.reader import read
from plainspeak.settings import Settings


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "letter.docx"
    path.write_bytes(docx(paragraph("We utilise it.") + paragraph("Ask our stakeholders.")))
    return path


def ask(words: str) -> None:
    Path("letter.docx.plainspeak").write_text(words)


def found(checker: Checker, cache: bool = False) -> list[str]:
    (report,) = Batch(["letter.docx"], Plan(Settings(cache=cache, jobs=1)), checker)
    return [finding.text for finding in report.findings]


def test_what_a_word_file_is_to_leave_stands_in_a_file_beside_it(letter: Path, checker: Checker) -> None:
    assert found(checker) == ["utilise", "stakeholders"]
    ask("# agreed in May\n\nleave utilise because the law says so\nplainspeak: leave hub\n")
    assert found(checker) == ["stakeholders"]
    (report,) = Batch(["letter.docx"], Plan(Settings()), checker)
    assert [(left.text, left.reason) for left in report.left_alone] == [("utilise", "as asked: the law says so")]
    assert report.notices == ()


def test_a_document_can_be_switched_off(letter: Path, checker: Checker) -> None:
    ask("off\n")
    assert found(checker) == []


def test_what_is_kept_goes_by_the_file_beside_it_too(
    letter: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainspeak.batch.batch._FEW", 0)
    assert found(checker, cache=True) == ["utilise", "stakeholders"]
    ask("leave utilise")
    assert found(checker, cache=True) == ["stakeholders"]
    ask("leave stakeholders")
    assert found(checker, cache=True) == ["utilise"]


def test_lines_that_make_no_sense_are_told(letter: Path) -> None:
    ask("leave\nlaeve hub\noff and on\nleave hub\n")
    assert read("letter.docx").notices == tuple(
        f"Line {number} of letter.docx.plainspeak is not understood. Write leave WORDS, or off." for number in (1, 2, 3)
    )


def test_one_that_cannot_be_read_asks_nothing(letter: Path) -> None:
    Path("letter.docx.plainspeak").mkdir()
    assert beside("letter.docx") == b""
    assert read("letter.docx").leave == ()


def test_odd_bytes_do_no_harm() -> None:
    document = Document("a.pdf", "pdf", "text")
    assert with_instructions(document, b"\xef\xbb\xbfleave hub\r\n\xff\xfe\x00").leave[0].words == "hub"
    assert len(with_instructions(document, b"\xff\n" * 3).notices) == 3
