"""A folder checked document by document: stopped, gone on with, and put in order."""

from __future__ import annotations

import pytest
from fake_checker import FakeChecker

from plainspeak.batch.walk import Found
from plainspeak.reports.report import DocumentReport
from plainspeak.tui.document_card import document_card
from plainspeak.tui.folder_check import FolderCheck
from plainspeak.tui.screens.documents import progress_line


def report_of(path: str, text: str) -> DocumentReport:
    if text == "bad":
        return DocumentReport(path, "", error=f"{path} cannot be read [see annex].")
    return DocumentReport(path, "text", FakeChecker().check_paragraph(text).findings)


@pytest.fixture
def folder(tmp_path):
    texts = {"a.txt": "Nothing.", "b.txt": "We utilise it.", "c.txt": "bad", "d.txt": "A service user. Utilise it."}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def check_many(found):
    from pathlib import Path

    return (report_of(one.path, Path(one.path).read_text()) for one in found)


def job_of(folder) -> FolderCheck:
    return FolderCheck(folder, [Found(str(path)) for path in sorted(folder.iterdir())])


def test_most_to_do_comes_first_and_what_could_not_be_read_last(folder):
    job = job_of(folder)
    assert len(list(job.run(check_many, lambda: False))) == 4
    assert [job.name(report) for report in job.in_order()] == ["d.txt", "b.txt", "a.txt", "c.txt"]
    assert job.is_done
    assert job.share == 1
    assert progress_line(job, False, 80) == "4 documents \u00b7 2 with something to do \u00b7 1 could not be read"


def test_stopped_and_gone_on_with_each_document_is_checked_once(folder):
    job = job_of(folder)
    assert len(list(job.run(check_many, lambda: len(job.reports) == 2))) == 2
    assert not job.is_done
    assert 0 < job.share < 1
    line = progress_line(job, False, 80)
    assert "2 of 4 documents \u00b7 stopped: press G to go on" in line
    assert "\u2501" in line
    list(job.run(check_many, lambda: False))
    assert [report.path for report in job.reports] == [str(path) for path in sorted(folder.iterdir())]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.5, ""), (4, "a few seconds left"), (30, "about 30 seconds left"), (70, "about a minute left")],
)
def test_the_time_left(folder, seconds, words):
    job = job_of(folder)
    next(job.run(check_many, lambda: True))
    job._bytes_done, job._bytes, job._seconds = 50, 100, seconds
    assert job.time_left() == words


def test_a_vanished_document_is_no_trouble(tmp_path):
    job = FolderCheck(tmp_path, [Found(str(tmp_path / "gone.txt"))])
    assert job.share == 0
    assert list(job.run(lambda found: (report_of(one.path, "bad") for one in found), lambda: False))


def test_the_card_of_a_document():
    card = document_card(report_of("d.txt", "A service user. Utilise it. Utilise it.")).plain
    assert card.index("service user  must") < card.index("Utilise  should, 2 times")
    assert "Say: use" in card
    assert "[see annex]" in document_card(report_of("c.txt", "bad")).plain
    assert "Nothing to do here." in document_card(report_of("a.txt", "No.")).plain
