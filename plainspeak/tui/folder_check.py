"""Folder check: the documents of a folder as they are checked, stopped and gone on with at will."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from plainspeak.batch.progress import Progress
from plainspeak.glossary.entry import LEVELS
from plainspeak.reports.report import DocumentReport
from plainspeak.tui.folder_note import FolderNote

_LONGEST_BAR = 40  # cells
_FULL, _EMPTY = "\u2501", "\u2500"
_SOON = 10  # seconds
_MINUTE = 60


class Batch(Protocol):
    """What the screen asks of a batch of documents."""

    @property
    def progress(self) -> Progress:
        """How far it is."""
        ...

    def count(self) -> int:
        """Count the documents."""
        ...

    def __iter__(self) -> Iterator[DocumentReport]: ...

    def pause(self) -> None:
        """Begin no more documents."""
        ...

    def go_on(self) -> None:
        """Go on after a pause."""
        ...

    def stop(self) -> None:
        """End soon, for good."""
        ...


class FolderCheck:
    """One folder. `reports` holds what is done; a check can be stopped, and gone on with."""

    def __init__(self, folder: Path, batch: Batch) -> None:
        self.folder = folder
        self.reports: list[DocumentReport] = []
        self.is_stopped = False
        self.is_done = False
        self._given_up = False
        self._batch = batch
        self._stopped_at = 0.0
        self._stood_still = 0.0  # seconds

    def run(self) -> Iterator[DocumentReport]:
        """Check the documents, one report at a time. Raises what the batch raises."""
        self._batch.count()
        for report in self._batch:
            self.reports.append(report)
            yield report
        self.is_done = not self._given_up

    @property
    def total(self) -> int | None:
        """How many documents there are, once they have been counted."""
        return len(self.reports) if self.is_done else self._batch.progress.total

    @property
    def share(self) -> float:
        """How much of the work is done, 0 to 1."""
        if self.is_done:
            return 1.0
        return min(1.0, len(self.reports) / self.total) if self.total else 0.0

    def stop(self) -> None:
        """Begin no more documents until `go_on`."""
        self._batch.pause()
        self.is_stopped = True
        self._stopped_at = time.monotonic()

    def go_on(self) -> None:
        """Go on after `stop`."""
        self._stood_still += time.monotonic() - self._stopped_at
        self.is_stopped = False
        self._batch.go_on()

    def end(self) -> None:
        """Give the rest up for good."""
        self._given_up = True
        self._batch.stop()

    def note(self) -> FolderNote:
        """How far the check is."""
        return FolderNote(self.folder, len(self.reports), self._batch.progress.total or 0)

    def time_left(self) -> str:
        """How long the rest may take, in words; "" as long as nobody can tell."""
        seconds = self._batch.progress.seconds - self._stood_still
        if self.is_done or not self.total or not self.reports or seconds < 1:
            return ""
        return _in_words(seconds / len(self.reports) * (self.total - len(self.reports)))

    def in_order(self) -> list[DocumentReport]:
        """The reports, those with most to do first and those that could not be read last."""
        return sorted(self.reports, key=_most_first)

    def name(self, report: DocumentReport) -> str:
        """What to call a document: its path in the folder."""
        return os.path.relpath(report.path, self.folder)


def progress_line(job: FolderCheck | None, width: int) -> str:
    """How far the check is, in a line of `width` cells: a bar, the numbers, and the time left."""
    if job is None:
        return "No folder has been chosen yet. Press O."
    if job.total is None:
        return "Counting the documents \u2026"
    total = f"{job.total:,} {'document' if job.total == 1 else 'documents'}"
    if job.is_done:
        busy = sum(1 for report in job.reports if report.findings)
        failed = sum(1 for report in job.reports if report.error)
        told = [total, f"{busy:,} with something to do"]
        return " \u00b7 ".join([*told, f"{failed:,} could not be read"] if failed else told)
    told = [f"{len(job.reports):,} of {total}", "stopped: press G to go on" if job.is_stopped else job.time_left()]
    words = " \u00b7 ".join(word for word in told if word)
    room = max(0, min(_LONGEST_BAR, width - len(words) - 2))
    full = round(job.share * room)
    return _FULL * full + _EMPTY * (room - full) + "  " + words


def _in_words(seconds: float) -> str:
    if seconds < _SOON:
        return "a few seconds left"
    if seconds < _MINUTE:
        return f"about {round(seconds, -1):.0f} seconds left"
    minutes = round(seconds / _MINUTE)
    return "about a minute left" if minutes == 1 else f"about {minutes:,} minutes left"


def counts_of(report: DocumentReport) -> tuple[int, int, int]:
    """How many findings a document has at each level, from must to could."""
    levels = Counter(finding.level for finding in report.findings)
    must, should, could = (levels[level] for level in LEVELS)
    return must, should, could


def _most_first(report: DocumentReport) -> tuple[bool, int, int, int, str]:
    must, should, could = counts_of(report)
    return bool(report.error), -must, -should, -could, report.path
