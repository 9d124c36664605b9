"""plainspeak check: find jargon in files, folders or piped text."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from plainspeak.batch.batch import Batch
from plainspeak.batch.plan import Plan
from plainspeak.checking.checker import Checker
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.report_output import deliver_report
from plainspeak.cli.streams import standard_input, tell
from plainspeak.documents.document import Document
from plainspeak.documents.reader import STANDARD_INPUT, SUFFIXES, read, read_standard_input
from plainspeak.errors import DocumentError, UsageError
from plainspeak.glossary.entry import LEVELS, Level
from plainspeak.reports.printers import PRINTERS, format_for
from plainspeak.reports.report import DocumentReport, Report, Summary
from plainspeak.settings import FAIL_ON, Settings, load_settings
from plainspeak.version import __version__

if TYPE_CHECKING:
    from plainspeak.cli.glossary_page import GlossaryPage

INTERRUPTED = 130
SOMETHING_FOUND = 1


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    _refuse_nonsense(options)
    settings = _settings(options)
    checker = Checker.load(settings)
    name = options.format or format_for(options.output)
    printer = PRINTERS[name]
    plan = Plan(settings, printer.measures, printer.detailed, printer.repeats, outputs=_outputs(options))
    watched = _Watched(Batch(options.paths, plan, checker, read=_read))
    page = _page(options.glossary_page, checker, settings)
    report = Report(
        page.of(watched) if page else watched, __version__, len(checker.glossary), checker.glossary.fingerprint
    )
    deliver_report(name, report, options.output)
    if page:
        page.save()
    if not watched.summary.documents:
        tell(f"plainspeak: There is nothing to check there. Folders are searched for {', '.join(SUFFIXES)} files.")
    return watched.exit_status(settings.fail_on)


class _Watched:
    """Documents as they are checked: counted, their faults told, and ended by Ctrl+C so that what is done is kept."""

    def __init__(self, documents: Iterable[DocumentReport]) -> None:
        self.documents = documents
        self.summary = Summary()
        self.interrupted = False

    def __iter__(self) -> Iterator[DocumentReport]:
        try:
            for document in self.summary.of(self.documents):
                for notice in document.notices:
                    tell(f"plainspeak: {document.path}: {notice}")
                if document.error:
                    tell(f"plainspeak: {document.error}")
                yield document
        except KeyboardInterrupt:
            self.interrupted = True
            tell("plainspeak: Stopped. What was checked by then is in the report.")

    def exit_status(self, fail_on: str) -> int:
        """After Ctrl+C 130, else 3 when a document could not be read, else 1 when something was found, else 0."""
        if self.interrupted:
            return INTERRUPTED
        if self.summary.failed:
            return DocumentError.exit_status
        failing = fail_on != "never" and self.summary.at_or_above(cast("Level", fail_on))
        return SOMETHING_FOUND if failing else 0


def _parser() -> Parser:
    parser = Parser(
        "check",
        ["FILE-OR-FOLDER... [options]", "-  [options]    (text that is piped in)"],
        "Find jargon, and say what it means and what to say instead.",
        f"In a folder, files that end in {', '.join(SUFFIXES)} are checked; hidden ones are not.\n"
        "The exit status is 0 when nothing was found at the level of --fail-on or above,\n"
        "1 when something was, 2 when the command, a setting or the glossary is wrong, and\n"
        "3 when a document could not be read; the others are still checked.",
    )
    parser.add_argument("paths", nargs="*", metavar="FILE-OR-FOLDER", help="what to check; - is text that is piped in")
    parser.add_argument(
        "--format",
        type=one_of("report format", tuple(PRINTERS)),
        metavar="FORMAT",
        help=f"how to report: {', '.join(f'{name} ({printer.does})' for name, printer in PRINTERS.items())};"
        " without this option, the one that the name of --output ends in, else text",
    )
    parser.add_argument(
        "--level",
        type=one_of("level", LEVELS),
        metavar="LEVEL",
        help="report this level and those above it: must, should or could (default: should)",
    )
    parser.add_argument(
        "--fail-on",
        type=one_of("level to fail on", FAIL_ON),
        metavar="LEVEL",
        help="end with status 1 when something of this level or above is reported: must, should, could or never"
        " (default: must)",
    )
    parser.add_argument("--output", metavar="FILE", help="save the report in this file instead of showing it")
    parser.add_argument(
        "--glossary-page",
        metavar="FILE",
        help="save a page with what we mean by the jargon left in these documents, to go at their back; FILE ends in"
        " .html, .docx or .txt",
    )
    parser.add_argument("--include-quotations", action="store_true", help="flag jargon in quotations too")
    parser.add_argument(
        "--spelling", action="store_true", help="ask about words that may be misspelt too, whatever the level"
    )
    return parser


def _refuse_nonsense(options: Namespace) -> None:
    if not options.paths:
        raise UsageError("Say what to check: a file, a folder, or - for text that is piped in.")
    if options.paths.count(STANDARD_INPUT) > 1:
        raise UsageError("Standard input (-) can only be read once.", "Give - once.")
    for what, output in (("report", options.output), ("glossary page", options.glossary_page)):
        if output and any(_same(path, output) for path in options.paths):
            raise UsageError(f"The {what} would be saved over {output}, which is to be checked.", "Give another name.")
    if options.glossary_page:
        from plainspeak.cli.glossary_page import refuse_page

        refuse_page(options.glossary_page, options.output)


def _outputs(options: Namespace) -> tuple[str, ...]:
    return tuple(path for path in (options.output, options.glossary_page) if path)


def _page(path: str | None, checker: Checker, settings: Settings) -> GlossaryPage | None:
    """The glossary page that is to be saved at `path`, where one was asked for."""
    if not path:
        return None
    from plainspeak.cli.glossary_page import GlossaryPage

    return GlossaryPage(path, checker.glossary, cast("Level", settings.level))


def _same(path: str, output: str) -> bool:
    return path != STANDARD_INPUT and Path(path).resolve() == Path(output).resolve()


def _settings(options: Namespace) -> Settings:
    """The settings in force, with the options of this run over them."""
    settings = load_settings()
    return settings._replace(
        level=options.level or settings.level,
        fail_on=options.fail_on or settings.fail_on,
        include_quotations=options.include_quotations or settings.include_quotations,
        spelling=options.spelling or settings.spelling,
    )


def _read(path: str) -> Document:
    return read_standard_input(standard_input()) if path == STANDARD_INPUT else read(path)
