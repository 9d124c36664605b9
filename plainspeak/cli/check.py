"""plainspeak check: find jargon in files, folders or piped text."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from plainspeak.batch.batch import Batch, journal_for
from plainspeak.batch.plan import Plan
from plainspeak.checking.checker import Checker
from plainspeak.cli.check_options import parser, refuse_nonsense, settings_for
from plainspeak.cli.files_made import files_made
from plainspeak.cli.progress import ProgressShown
from plainspeak.cli.report_output import deliver_report, is_shown_in_pieces
from plainspeak.cli.streams import standard_input, tell
from plainspeak.cli.watched import Watched, ctrl_c_stops
from plainspeak.documents.document import Document
from plainspeak.documents.reader import STANDARD_INPUT, SUFFIXES, read, read_standard_input
from plainspeak.glossary.entry import Level
from plainspeak.reports.counts import counted, totals
from plainspeak.reports.printers import PRINTERS, Printer, format_for
from plainspeak.reports.report import DocumentReport, Report, Summary
from plainspeak.version import __version__

if TYPE_CHECKING:
    from plainspeak.batch.baseline import Baseline
    from plainspeak.batch.journal import Journal
    from plainspeak.batch.progress import PassedOver
    from plainspeak.batch.walk import Found
    from plainspeak.cli.glossary_page import GlossaryPage
    from plainspeak.settings import Settings

_MANY = 100
"""Findings; more than these are easier to read on a page."""


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
    plan = _plan(PRINTERS[name], options, settings)
    baseline = _baseline(options)
    journal = journal_for(options.resume, plan, checker) if options.resume else None
    batch = Batch(options.paths, plan, checker, read=_read, journal=journal, choose=_choose(options))
    page = _page(options, checker, settings)
    documents = _compared(page.of(batch) if page else batch, baseline, options)  # a page holds what is known too
    watched = Watched(documents, batch, _progress(batch, name, options))
    report = _report(watched, checker, only_new=baseline is not None)
    with ctrl_c_stops(batch):
        _deliver(name, report, options)
    if not options.quiet:
        _tell_where_to_read_it(report, watched.summary, name, options)
    if page:
        page.save(cut_short=batch.stopped)
    if journal is not None:
        _put_away(journal, batch)
    if baseline and not batch.stopped:
        _tell_baseline(baseline, options, watched.summary)
    _tell_what_was_not_checked(batch.passed_over, watched.summary, options)
    return watched.exit_status("never" if options.update_baseline else settings.fail_on)


def _plan(printer: Printer, options: Namespace, settings: Settings) -> Plan:
    return Plan(
        settings,
        printer.measures,
        printer.detailed,
        printer.brief,
        seconds=options.time_limit or 0.0,
        outputs=tuple(files_made(options).values()),
    )


def _progress(batch: Batch, name: str, options: Namespace) -> ProgressShown:
    wanted = not options.quiet and not is_shown_in_pieces(name, options.output)
    return ProgressShown(batch, wanted=wanted, beside_report=not options.output)


def _report(watched: Watched, checker: Checker, *, only_new: bool) -> Report:
    glossary = checker.glossary
    return Report(
        watched,
        __version__,
        len(glossary),
        glossary.fingerprint,
        only_new=only_new,
        is_cut_short=lambda: watched.batch.stopped,
    )


def _deliver(name: str, report: Report, options: Namespace) -> None:
    """Show or save the report, which is what makes the run go on."""
    if options.update_baseline and name == "text" and not options.output:
        deque(report.documents, maxlen=0)  # there is nothing to report: all of it is known from now on
    else:
        deliver_report(name, report, options.output)


def _tell_where_to_read_it(report: Report, summary: Summary, name: str, options: Namespace) -> None:
    """Tell in which file the report is and what it comes to; of a long one on a terminal, how to get a page."""
    if options.output and summary.documents:
        tell(f"plainspeak: The report is saved as {options.output}. {totals(summary, report)}")
    elif name == "text" and summary.findings > _MANY and sys.stdout.isatty():
        tell("plainspeak: For a page that says what to do first, add --output report.html")


def _tell_what_was_not_checked(passed_over: PassedOver, summary: Summary, options: Namespace) -> None:
    if passed_over.files and options.since is None:
        tell(_passed_over(passed_over))
    elif not summary.documents:
        tell(_nothing(options))


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
