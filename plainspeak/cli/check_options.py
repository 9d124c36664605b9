"""The words of `plainspeak check`: which there are, which do not go together, and the settings that come of them."""

from __future__ import annotations

from argparse import Namespace

from plainspeak.cli.files_made import refuse_files
from plainspeak.cli.parser import Parser, number_up_to, one_of
from plainspeak.documents.reader import STANDARD_INPUT, SUFFIXES
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import LEVELS
from plainspeak.reports.printers import PRINTERS
from plainspeak.settings import FAIL_ON, Settings, load_settings

_MOST = 1_000_000
_IN_A_ROW = 8


def parser() -> Parser:
    """What reads the words of the command."""
    made = Parser(
        "check",
        ["FILE-OR-FOLDER... [options]", "-  [options]    (text that is piped in)"],
        "Find jargon, and say what it means and what to say instead.",
        "In a folder, files that end in one of these are checked:\n"
        f"{', '.join(SUFFIXES[:_IN_A_ROW])},\n{', '.join(SUFFIXES[_IN_A_ROW:])}.\n"
        "Hidden ones, and those that git ignores, are not. A name with * or ? in it stands\n"
        "for all that fit.\n\n"
        "The exit status is 0 when nothing was found at the level of --fail-on or above,\n"
        "1 when something was, 2 when the command, a setting or the glossary is wrong, and\n"
        "3 when a document could not be read; the others are still checked. After Ctrl+C\n"
        "it is 130.",
    )
    made.add_argument("paths", nargs="*", metavar="FILE-OR-FOLDER", help="what to check; - is text that is piped in")
    _add_report_options(made)
    _add_choosing_options(made)
    _add_running_options(made)
    return made


def _add_report_options(made: Parser) -> None:
    made.add_argument(
        "--format",
        type=one_of("report format", tuple(PRINTERS)),
        metavar="FORMAT",
        help=f"how to report: {', '.join(f'{name} ({printer.does})' for name, printer in PRINTERS.items())};"
        " without this option, the one that the name of --output ends in, else text",
    )
    made.add_argument(
        "--level",
        type=one_of("level", LEVELS),
        metavar="LEVEL",
        help="report this level and those above it: must, should or could (default: should)",
    )
    made.add_argument(
        "--fail-on",
        type=one_of("level to fail on", FAIL_ON),
        metavar="LEVEL",
        help="end with status 1 when something of this level or above is reported: must, should, could or never"
        " (default: must)",
    )
    made.add_argument("--output", metavar="FILE", help="save the report in this file instead of showing it")
    made.add_argument(
        "--glossary-page",
        metavar="FILE",
        help="save a page with what we mean by the jargon left in these documents, to go at their back; FILE ends in"
        " .html, .docx or .txt",
    )
    made.add_argument("--include-quotations", action="store_true", help="flag jargon in quotations too")
    made.add_argument(
        "--spelling", action="store_true", help="ask about words that may be misspelt too, whatever the level"
    )


def _add_choosing_options(made: Parser) -> None:
    made.add_argument(
        "--exclude", action="append", metavar="PATTERN", help="leave out files and folders that fit, such as 'old*'"
    )
    made.add_argument("--no-gitignore", action="store_true", help="check what git ignores too")
    made.add_argument(
        "--since", metavar="REVISION", help="check only files that have changed since then in a git checkout"
    )
    made.add_argument("--baseline", metavar="FILE", help="report only what is new since this file was made")
    made.add_argument(
        "--update-baseline", action="store_true", help="make the file of --baseline from what is found now"
    )


def _add_running_options(made: Parser) -> None:
    made.add_argument(
        "--jobs",
        type=number_up_to(_MOST),
        metavar="N",
        help="check this many documents at a time (default: one a processor)",
    )
    made.add_argument(
        "--resume", metavar="FILE", help="write down in this file what is done, and go on from there next time"
    )
    made.add_argument(
        "--time-limit",
        type=number_up_to(_MOST),
        metavar="SECONDS",
        help="give up a document that takes longer (default: 90, and more for a large one)",
    )
    made.add_argument("--no-cache", action="store_true", help="neither use nor keep what is found for the next time")
    made.add_argument("--clear-cache", action="store_true", help="forget all that was kept")
    made.add_argument("--quiet", action="store_true", help="tell neither how far it is nor where the report is saved")


def refuse_nonsense(options: Namespace) -> None:
    """Raise UsageError for words that make no sense together."""
    if not options.paths and not options.clear_cache:
        raise UsageError("Say what to check: a file, a folder, or - for text that is piped in.")
    if options.paths.count(STANDARD_INPUT) > 1:
        raise UsageError("Standard input (-) can only be read once.", "Give - once.")
    if options.update_baseline and not options.baseline:
        raise UsageError("--update-baseline needs a file to make.", "Add --baseline FILE.")
    refuse_files(options)


def settings_for(options: Namespace) -> Settings:
    """The settings in force, with the options of this run over them. Raises SettingsError."""
    settings = load_settings()
    return settings._replace(
        level=options.level or settings.level,
        fail_on=options.fail_on or settings.fail_on,
        include_quotations=options.include_quotations or settings.include_quotations,
        spelling=options.spelling or settings.spelling,
        exclude=(*settings.exclude, *(options.exclude or ())),
        gitignore=settings.gitignore and not options.no_gitignore,
        jobs=options.jobs or settings.jobs,
        cache=settings.cache and not options.no_cache,
    )
