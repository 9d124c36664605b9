"""Folder check: the documents of a folder checked one after the other, stopped and gone on with at will."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from plainspeak.batch.walk import Found
from plainspeak.glossary.entry import LEVELS
from plainspeak.reports.report import DocumentReport

CheckMany = Callable[[Iterable[Found]], Iterator[DocumentReport]]
"""Checks documents and gives the report of each as soon as it is there."""

_SOON = 10  # seconds
_MINUTE = 60


class Waiting(NamedTuple):
    """A document to check, and its size in bytes."""

    found: Found
    size: int


class FolderCheck:
    """One folder. `reports` holds what is done; `run` goes on with the rest and can be stopped after any document."""

    def __init__(self, folder: Path, found: Iterable[Found]) -> None:
        self.folder = folder
        self.reports: list[DocumentReport] = []
        self._waiting = [Waiting(one, _size_of(one.path)) for one in found]
        self._bytes_done = 0
        self._bytes = sum(one.size for one in self._waiting)
        self._seconds = 0.0

    @property
    def total(self) -> int:
        """How many documents there are."""
        return len(self._waiting)

    @property
    def is_done(self) -> bool:
        """Whether every document has been looked at."""
        return len(self.reports) == self.total

    @property
    def share(self) -> float:
        """How much of the work is done, 0 to 1, by the size of the documents."""
        return 1.0 if self.is_done else self._bytes_done / max(1, self._bytes)

    def run(self, check: CheckMany, is_stopped: Callable[[], bool]) -> Iterator[DocumentReport]:
        """Check what has not been checked yet, one report at a time, until `is_stopped`."""
        started = time.monotonic()
        rest = iter(self._waiting[len(self.reports) :])
        for report in check(one.found for one in rest):
            self._bytes_done += self._waiting[len(self.reports)].size
            self.reports.append(report)
            now = time.monotonic()
            self._seconds += now - started
            started = now
            yield report
            if is_stopped():
                return

    def time_left(self) -> str:
        """How long the rest may take, in words; "" as long as nobody can tell."""
        if self.is_done or not self._bytes_done or self._seconds < 1:
            return ""
        seconds = self._seconds * (self._bytes - self._bytes_done) / self._bytes_done
        if seconds < _SOON:
            return "a few seconds left"
        if seconds < _MINUTE:
            return f"about {round(seconds, -1):.0f} seconds left"
        minutes = round(seconds / _MINUTE)
        return "about a minute left" if minutes == 1 else f"about {minutes:,} minutes left"

    def in_order(self) -> list[DocumentReport]:
        """The reports, those with most to do first and those that could not be read last."""
        return sorted(self.reports, key=_most_first)

    def name(self, report: DocumentReport) -> str:
        """What to call a document: its path in the folder."""
        return os.path.relpath(report.path, self.folder)


def counts_of(report: DocumentReport) -> tuple[int, int, int]:
    """How many findings a document has at each level, from must to could."""
    levels = Counter(finding.level for finding in report.findings)
    must, should, could = (levels[level] for level in LEVELS)
    return must, should, could


def _most_first(report: DocumentReport) -> tuple[bool, int, int, int, str]:
    must, should, could = counts_of(report)
    return bool(report.error), -must, -should, -could, report.path


def _size_of(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
