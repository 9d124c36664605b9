"""A folder checked document by document: stopped, gone on with, and put in order."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from fake_checker import FakeChecker

from plainspeak.batch.progress import Progress
from plainspeak.reports.report import DocumentReport
from plainspeak.tui.document_card import document_card
from plainspeak.tui.folder_check import FolderCheck, progress_line


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


class FakeBatch:
    """A batch that checks with the checker of six words, and waits when it is paused."""

    def __init__(self, folder: Path) -> None:
        self.paths = sorted(path for path in folder.rglob("*") if path.is_file())
        self.progress = Progress()
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.stopped = False
        self.go_on, self.pause = self.may_go_on.set, self.may_go_on.clear

    def count(self) -> int:
        self.progress = self.progress._replace(total=len(self.paths))
        return len(self.paths)

    def __iter__(self):
        for path in self.paths:
            self.may_go_on.wait(60)
            if self.stopped:
                return
            yield report_of(str(path), path.read_text())

    def stop(self) -> None:
        self.stopped = True
        self.may_go_on.set()


def test_most_to_do_comes_first_and_what_could_not_be_read_last(folder):
    job = FolderCheck(folder, FakeBatch(folder))
    assert progress_line(job, 80) == "Counting the documents \u2026"
    assert len(list(job.run())) == 4
    assert [job.name(report) for report in job.in_order()] == ["d.txt", "b.txt", "a.txt", "c.txt"]
    assert job.is_done
    assert job.share == 1
    assert progress_line(job, 80) == "4 documents \u00b7 2 with something to do \u00b7 1 could not be read"


def test_stopped_and_gone_on_with(folder):
    batch = FakeBatch(folder)
    job = FolderCheck(folder, batch)
    reports = job.run()
    next(reports)
    next(reports)
    job.stop()
    assert not batch.may_go_on.is_set()
    assert job.share == 0.5
    line = progress_line(job, 80)
    assert "2 of 4 documents \u00b7 stopped: press G to go on" in line
    assert line.count("\u2501") == line.count("\u2500") > 5
    job.go_on()
    assert len(list(reports)) == 2
    assert [report.path for report in job.reports] == [str(path) for path in sorted(folder.iterdir())]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.5, ""), (2, "a few seconds left"), (10, "about 30 seconds left"), (20, "about a minute left")],
)
def test_the_time_left(folder, seconds, words):
    batch = FakeBatch(folder)
    job = FolderCheck(folder, batch)
    next(job.run())
    batch.progress = batch.progress._replace(seconds=seconds)
    assert job.time_left() == words


def test_the_time_it_stood_still_does_not_count(folder, monkeypatch):
    batch = FakeBatch(folder)
    job = FolderCheck(folder, batch)
    next(job.run())
    now = iter((100.0, 400.0))
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    job.stop()
    job.go_on()
    batch.progress = batch.progress._replace(seconds=310)
    assert job.time_left() == "about 30 seconds left"


def test_the_card_of_a_document():
    card = document_card(report_of("d.txt", "A service user. Utilise it. Utilise it.")).plain
    assert card.index("service user  must") < card.index("Utilise  should, 2 times")
    assert "Say: use" in card
    assert "[see annex]" in document_card(report_of("c.txt", "bad")).plain
    assert "Nothing to do here." in document_card(report_of("a.txt", "No.")).plain
