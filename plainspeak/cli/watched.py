"""A run as it goes: its faults are told, and Ctrl+C ends it so that what is done is kept."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from plainspeak.cli.streams import tell
from plainspeak.errors import DocumentError
from plainspeak.glossary.entry import Level
from plainspeak.reports.report import DocumentReport, Summary

if TYPE_CHECKING:
    from plainspeak.batch.batch import Batch
    from plainspeak.cli.progress import ProgressShown

INTERRUPTED = 130
SOMETHING_FOUND = 1


class Watched:
    """Documents as they are checked: counted, their faults told, and ended by Ctrl+C so that what is done is kept."""

    def __init__(self, documents: Iterable[DocumentReport], batch: Batch, shown: ProgressShown) -> None:
        self.documents = documents
        self.summary = Summary()
        self.batch = batch
        self.shown = shown

    def __iter__(self) -> Iterator[DocumentReport]:
        try:
            for document in self.summary.of(self.documents):
                self._tell(document)
                yield document
        except KeyboardInterrupt:
            self.batch.stop()
        finally:
            self.shown.hide()
        if self.batch.stopped:
            tell("plainspeak: Stopped. What was checked by then is in the report.")

    def _tell(self, document: DocumentReport) -> None:
        if document.notices or document.error or self.shown.shares_its_screen:
            self.shown.hide()
        for notice in document.notices:
            tell(f"plainspeak: {document.path}: {notice}")
        if document.error:
            tell(f"plainspeak: {document.error}")

    def exit_status(self, fail_on: str) -> int:
        """After Ctrl+C 130, else 3 when a document could not be read, else 1 when something was found, else 0."""
        if self.batch.stopped:
            return INTERRUPTED
        if self.summary.failed:
            return DocumentError.exit_status
        failing = fail_on != "never" and self.summary.at_or_above(cast("Level", fail_on))
        return SOMETHING_FOUND if failing else 0


@contextmanager
def ctrl_c_stops(batch: Batch) -> Iterator[None]:
    """Ctrl+C, or a polite kill, makes the batch stop, so that the report is ended as it should be.

    A second one ends it all, and a third does not break that ending.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        if batch.stopped:
            for number in before:
                signal.signal(number, signal.SIG_IGN)
            before.clear()
        if batch.stopped or batch.checks_here:
            raise KeyboardInterrupt
        batch.stop()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
