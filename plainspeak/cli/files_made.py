"""The files that a run of check makes: none of them may take the place of a document or of another."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from plainspeak.cli.same_file import is_same_file
from plainspeak.documents.reader import STANDARD_INPUT, SUFFIXES
from plainspeak.errors import UsageError
from plainspeak.reports.printers import PRINTERS
from plainspeak.text.lazy_pattern import lazy_pattern

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


def files_made(options: Namespace) -> dict[str, str]:
    """The files that the run makes, each under what it is called."""
    return {what: file for name, what in _FILES if (file := getattr(options, name))}


def refuse_files(options: Namespace) -> None:
    """Raise UsageError when one of the files that the run makes cannot be made, or would take the place of something else."""
    made = files_made(options)
    _refuse_report_as_document(options.output)
    for what, file in made.items():
        _refuse_file_that_is_checked(what, file, options.paths)
    if options.glossary_page:
        from plainspeak.cli.glossary_page import refuse_page

        refuse_page(options.glossary_page)
    for (one, file), (other, second) in combinations(made.items(), 2):
        if is_same_file(file, second):
            raise UsageError(f"The {one} and the {other} would both be saved in {second}.", "Give two names.")
    for what, file in made.items():
        if not os.path.isdir(os.path.dirname(os.path.abspath(file))):  # noqa: PTH100, PTH112, PTH120 - False where one may not look
            raise UsageError(
                f"The {what} cannot be saved in {file}: there is no such folder.", "Make the folder first."
            )


def _refuse_file_that_is_checked(what: str, file: str, paths: Sequence[str]) -> None:
    if any(path != STANDARD_INPUT and is_same_file(path, file) for path in paths):
        raise UsageError(f"The {what} would be saved over {file}, which is to be checked.", "Give another name.")
    if _is_document_within(Path(file), paths):
        whose = "a document in a folder that is to be checked"
        raise UsageError(f"The {what} would be saved over {file}, {whose}.", "Give another name.")


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
