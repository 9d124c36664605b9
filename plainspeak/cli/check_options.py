"""The words of `plainspeak check`: which there are, which do not go together, and the settings that come of them."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from plainspeak.cli.parser import Parser, number_up_to, one_of
from plainspeak.cli.same_file import is_same_file
from plainspeak.documents.reader import STANDARD_INPUT, SUFFIXES
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import LEVELS
from plainspeak.reports.printers import PRINTERS
from plainspeak.settings import FAIL_ON, Settings, load_settings
from plainspeak.text.lazy_pattern import lazy_pattern

_MOST = 1_000_000
_OWN_TITLES = (b"Jargon report", b"<title>What we mean</title>")
_OWN_FIRST_LINE = b"The jargon: "
_OWN_LAST_LINE = lazy_pattern(r"(?:findings?|Nothing (?:new )?found) in [\d,]+ documents?[.:]")
_OTHER_DOCUMENTS = frozenset({".doc", ".xls", ".ods", ".ppt", ".odp", ".mht", ".pages"})
_TITLE_WITHIN = 1000  # bytes: pages and Markdown carry their title near the top
_FILES = (
    ("output", "report"),
    ("glossary_page", "glossary page"),
    ("baseline", "baseline"),
    ("resume", "file of --resume"),
)


def parser() -> Parser:
    """What reads the words of the command."""
    made = Parser(
        "check",
        ["FILE-OR-FOLDER... [options]", "-  [options]    (text that is piped in)"],
        "Find jargon, and say what it means and what to say instead.",
        f"In a folder, files that end in {', '.join(SUFFIXES)} are checked; hidden ones,\n"
        "and those that git ignores, are not. A name with * or ? in it stands for all that fit.\n"
        "The exit status is 0 when nothing was found at the level of --fail-on or above,\n"
        "1 when something was, 2 when the command, a setting or the glossary is wrong, and\n"
        "3 when a document could not be read; the others are still checked. After Ctrl+C it is 130.",
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
    made.add_argument("--quiet", action="store_true", help="do not show how far it is")


def refuse_nonsense(options: Namespace) -> None:
    """Raise UsageError for words that make no sense together."""
    if not options.paths and not options.clear_cache:
        raise UsageError("Say what to check: a file, a folder, or - for text that is piped in.")
    if options.paths.count(STANDARD_INPUT) > 1:
        raise UsageError("Standard input (-) can only be read once.", "Give - once.")
    if options.update_baseline and not options.baseline:
        raise UsageError("--update-baseline needs a file to make.", "Add --baseline FILE.")
    _refuse_report_as_document(options.output)
    for name, what in _FILES:
        file = getattr(options, name)
        if file and any(path != STANDARD_INPUT and is_same_file(path, file) for path in options.paths):
            raise UsageError(f"The {what} would be saved over {file}, which is to be checked.", "Give another name.")
    for file, what in ((options.output, "report"), (options.glossary_page, "glossary page")):
        if file and _is_document_within(Path(file), options.paths):
            raise UsageError(
                f"The {what} would be saved over {file}, a document in a folder that is to be checked.",
                "Give another name.",
            )
    if options.glossary_page:
        from plainspeak.cli.glossary_page import refuse_page

        refuse_page(options.glossary_page, options.output)
    files = [file for file in (options.output, options.baseline, options.resume) if file]
    if any(is_same_file(*two) for two in combinations(files, 2)):
        raise UsageError("--output, --baseline and --resume name the same file.", "Give each a name of its own.")


def _refuse_report_as_document(output: str | None) -> None:
    """Raise UsageError when the name of the report says that it is a kind of document that no report is."""
    suffix = Path(output or "").suffix.lower()
    reports = {known for printer in PRINTERS.values() for known in printer.suffixes}
    if suffix in _OTHER_DOCUMENTS.union(SUFFIXES) - reports:
        raise UsageError(
            f"No report is a {suffix} file.",
            "Give a name that ends in .html, .xlsx, .csv, .md, .txt or .json; a web page can be printed as PDF.",
        )


def _is_document_within(output: Path, paths: Sequence[str]) -> bool:
    """Whether a document stands there, in one of the folders; an earlier report of ours may be made anew."""
    if output.suffix.lower() not in SUFFIXES or not os.path.isfile(output):  # noqa: PTH113 - False where one may not look
        return False
    folders = {Path(os.path.realpath(path)) for path in paths if path != STANDARD_INPUT}
    if folders.isdisjoint(Path(os.path.realpath(output)).parents):
        return False
    try:
        content = output.read_bytes()
    except OSError:
        return True  # what cannot be read is not known to be ours
    return not _is_ours(content)


def _is_ours(content: bytes) -> bool:
    """Whether an earlier run saved this: a page with our title, a glossary page as text, or a report as text."""
    if not content:
        return True  # there is nothing to lose
    beginning = content[:_TITLE_WITHIN]
    titled = any(title in beginning for title in _OWN_TITLES) or beginning.startswith(_OWN_FIRST_LINE)
    return titled or bool(_OWN_LAST_LINE.search(content[-_TITLE_WITHIN:].decode("utf-8", "replace")))


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
