"""plainspeak check: find jargon in files, folders or piped text."""

from __future__ import annotations

import os
import signal
import threading
from argparse import Namespace
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from plainspeak.batch.batch import Batch, journal_for
from plainspeak.batch.plan import Plan
from plainspeak.checking.checker import Checker
from plainspeak.cli.check_options import parser, refuse_nonsense, settings_for
from plainspeak.cli.progress import ProgressShown
from plainspeak.cli.report_output import deliver_report, is_shown_in_pieces
from plainspeak.cli.streams import standard_input, tell
from plainspeak.documents.document import Document
from plainspeak.documents.reader import STANDARD_INPUT, SUFFIXES, read, read_standard_input
from plainspeak.errors import DocumentError
from plainspeak.glossary.entry import Level
from plainspeak.reports.printers import PRINTERS, format_for
from plainspeak.reports.report import DocumentReport, Report, Summary
from plainspeak.reports.text import counted
from plainspeak.version import __version__

if TYPE_CHECKING:
    from plainspeak.batch.baseline import Baseline
    from plainspeak.batch.journal import Journal
    from plainspeak.batch.progress import PassedOver
    from plainspeak.batch.walk import Found
    from plainspeak.cli.glossary_page import GlossaryPage
    from plainspeak.settings import Settings

INTERRUPTED = 130
SOMETHING_FOUND = 1


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = parser().read(words)
    refuse_nonsense(options)
    if options.clear_cache:
        _clear_cache()
        if not options.paths:
            return 0
    settings = settings_for(options)
    checker = Checker.load(settings)
    name = options.format or format_for(options.output)
    printer = PRINTERS[name]
    plan = Plan(
        settings, printer.measures, printer.detailed, printer.brief, options.time_limit or 0.0, _files_made(options)
    )
    baseline = _baseline(options)
    journal = journal_for(options.resume, plan, checker) if options.resume else None
    batch = Batch(options.paths, plan, checker, read=_read, journal=journal, choose=_choose(options))
    shown = ProgressShown(
        batch,
        beside_report=not options.output,
        wanted=not options.quiet and not is_shown_in_pieces(name, options.output),
    )
    page = _page(options, checker, settings)
    documents = _compared(page.of(batch) if page else batch, baseline, options)  # a page holds what is known too
    watched = _Watched(documents, batch, shown)
    report = Report(
        watched,
        __version__,
        len(checker.glossary),
        checker.glossary.fingerprint,
        only_new=baseline is not None,
        is_cut_short=lambda: batch.stopped,
    )
    with _ctrl_c_stops(batch):
        if options.update_baseline and name == "text" and not options.output:
            deque(watched, maxlen=0)  # there is nothing to report: all of it is known from now on
        else:
            deliver_report(name, report, options.output)
    if page:
        page.save(cut_short=batch.stopped)
    if journal is not None:
        _put_away(journal, batch)
    if baseline and not batch.stopped:
        _tell_baseline(baseline, options, watched.summary)
    _tell_what_was_not_checked(batch.passed_over, watched.summary, options)
    return watched.exit_status("never" if options.update_baseline else settings.fail_on)


def _tell_what_was_not_checked(passed_over: PassedOver, summary: Summary, options: Namespace) -> None:
    if passed_over.files and options.since is None:
        tell(_passed_over(passed_over))
    elif not summary.documents:
        tell(_nothing(options))


class _Watched:
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
def _ctrl_c_stops(batch: Batch) -> Iterator[None]:
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


def _read(path: str) -> Document:
    return read_standard_input(standard_input()) if path == STANDARD_INPUT else read(path)


def _page(options: Namespace, checker: Checker, settings: Settings) -> GlossaryPage | None:
    """The glossary page that is to be saved, where one was asked for."""
    if not options.glossary_page:
        return None
    from plainspeak.cli.glossary_page import GlossaryPage

    return GlossaryPage(options.glossary_page, checker.glossary, cast("Level", settings.level))


def _choose(options: Namespace) -> Callable[[Iterator[Found]], Iterator[Found]] | None:
    """What leaves out files that have not changed, where that was asked for."""
    if options.since is None:
        return None
    from plainspeak.batch.changed import ChangedSince

    return ChangedSince(options.since)


def _files_made(options: Namespace) -> tuple[str, ...]:
    made = (options.output, options.glossary_page, options.baseline, options.resume)
    return tuple(file for file in made if file)


def _nothing(options: Namespace) -> str:
    if options.since is not None:
        return f"plainspeak: No document there has changed since {options.since}."
    return f"plainspeak: There is nothing to check there. Folders are searched for {', '.join(SUFFIXES)} files."


def _passed_over(those: PassedOver) -> str:
    files, first = those
    to_do = "as .docx, .pptx or .eml, and check"
    if files == 1:
        return f"plainspeak: {first} was not looked at: its format cannot be read. Save it {to_do} that."
    what = f"{files:,} files were not looked at, such as {first}"
    return f"plainspeak: {what}: their format cannot be read. Save them {to_do} those."


def _clear_cache() -> None:
    from plainspeak.batch.cache import clear_cache

    count = clear_cache()
    tell(f"plainspeak: Forgot what was kept of {counted(count, 'document')}.")


# -- what runs leave for the next -------------------------------------------------------------------------------------


def _baseline(options: Namespace) -> Baseline | None:
    if not options.baseline:
        return None
    from plainspeak.batch.baseline import Baseline

    path = Path(options.baseline)
    return Baseline(path, {}) if options.update_baseline and not os.path.lexists(path) else Baseline.read(path)


def _compared(
    documents: Iterable[DocumentReport], baseline: Baseline | None, options: Namespace
) -> Iterable[DocumentReport]:
    if baseline is None:
        return documents
    return baseline.updated(documents) if options.update_baseline else baseline.new_only(documents)


def _tell_baseline(baseline: Baseline, options: Namespace, summary: Summary) -> None:
    known = baseline.known
    if options.update_baseline:
        baseline.save()
        knows = counted(known + baseline.new, "finding")
        where = counted(summary.documents - summary.failed, "document")
        news = f"{baseline.new:,} new, {baseline.gone:,} gone"
        tell(f"plainspeak: From now on {options.baseline} knows {knows} in {where}: {news}.")
    elif known:
        what = counted(known, "finding")
        tell(f"plainspeak: {what} that {options.baseline} knows {'is' if known == 1 else 'are'} not shown.")


def _put_away(journal: Journal, batch: Batch) -> None:
    """A run that is complete needs no journal any more."""
    if not batch.stopped:
        journal.finish()
        return
    journal.close()
    tell("plainspeak: Give the same command again to go on.")
