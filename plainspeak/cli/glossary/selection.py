"""The options that choose entries, for `list` and `export`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plainspeak.cli.parser import Parser, one_of
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import FAMILIES, LEVELS, Entry
from plainspeak.glossary.search import select


def add_selection_options(parser: Parser) -> None:
    """Add the options that choose entries."""
    parser.add_argument(
        "--family",
        action="append",
        default=[],
        type=one_of("family", FAMILIES),
        metavar="FAMILY",
        help=f"only this family (may be given more than once): {', '.join(FAMILIES)}",
    )
    parser.add_argument(
        "--level",
        action="append",
        default=[],
        type=one_of("level", LEVELS),
        metavar="LEVEL",
        help="only this level (may be given more than once): must, should or could",
    )
    parser.add_argument(
        "--file",
        action="append",
        default=[],
        metavar="FILE",
        help="only the entries of this glossary file (may be given more than once)",
    )
    parser.add_argument(
        "--mine",
        action="store_true",
        help="only your own entries and your project's, not those that come with plainspeak",
    )
    parser.add_argument("--unagreed", action="store_true", help="only entries that nobody has agreed yet")
    parser.add_argument("--review-due", action="store_true", help="only entries whose day for another look has come")


def selected(entries: Iterable[Entry], options: Namespace) -> list[Entry]:
    """The entries that the options choose. Raises UsageError for a file that none of them comes from."""
    entries = list(entries)
    if options.file:
        entries = _of_files(entries, options.file)
    if options.mine:
        entries = [entry for entry in entries if entry.origin.layer != "shipped"]
    today = date.today() if options.review_due else None
    return select(entries, options.family, options.level, unagreed=options.unagreed, review_due=today)


def _of_files(entries: list[Entry], files: list[str]) -> list[Entry]:
    by_path: dict[Path, list[Entry]] = {}
    for entry in entries:
        by_path.setdefault(Path(entry.origin.path), []).append(entry)
    chosen: list[Entry] = []
    for file in files:
        found = [path for path in by_path if file in {path.name, path.stem} or path.resolve() == Path(file).resolve()]
        if not found:
            known = ", ".join(sorted({path.name for path in by_path}))
            raise UsageError(f"No entry in force comes from {file}.", f"The files are {known}.")
        chosen += [entry for path in found for entry in by_path[path]]
    return chosen
