"""A report is never saved over a document of a folder that is being checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.cli.check_options import parser, refuse_nonsense
from plainspeak.errors import UsageError


def asked(folder: Path, output: Path) -> None:
    refuse_nonsense(parser().read([str(folder), "--output", str(output)]))


@pytest.mark.parametrize("name", ["plan.txt", "plan.html", "plan.md"])
def test_refuses_a_document_in_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "deep").mkdir()
    document = tmp_path / "deep" / name
    document.write_text("We utilise it.")
    with pytest.raises(UsageError, match="a document in a folder"):
        asked(tmp_path, document)


@pytest.mark.parametrize("text", ["## Jargon report\n", "<!DOCTYPE html><title>Jargon report: 1 document</title>"])
def test_makes_an_earlier_report_anew(tmp_path: Path, text: str) -> None:
    report = tmp_path / "report.html"
    report.write_text(text)
    asked(tmp_path, report)


def test_takes_a_new_name_in_the_folder_and_a_document_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (tmp_path / "old.txt").write_text("We utilise it.")
    asked(folder, folder / "report.txt")
    asked(folder, tmp_path / "old.txt")


@pytest.mark.parametrize("name", ["words.txt", "words.html", "words.docx"])
def test_no_glossary_page_is_saved_over_a_document_of_a_folder(plainspeak, tmp_path, name) -> None:
    (tmp_path / "letters").mkdir()
    document = tmp_path / "letters" / name
    document.write_text("We utilise it.")
    outcome = plainspeak("check", "letters", "--glossary-page", f"letters/{name}")
    assert outcome.status == 2
    assert "a document in a folder that is to be checked" in outcome.stderr
    assert document.read_text() == "We utilise it."
