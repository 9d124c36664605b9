"""plainspeak glossary list: list entries by family, level, agreement and review."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date

from plainspeak.cli.glossary.wording import counted_entries, entry_line
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.streams import deliver
from plainspeak.glossary.entry import FAMILIES, LEVELS, Entry
from plainspeak.glossary.search import select
from plainspeak.matching.store import load_compiled
from plainspeak.settings import load_settings

FORMATS = ("text", "csv", "json")


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    glossary, _ = load_compiled(load_settings())
    today = date.today() if options.review_due else None
    chosen = select(glossary.entries, options.family, options.level, unagreed=options.unagreed, review_due=today)
    deliver(_printed(chosen, options), options.output)
    return 0


def _parser() -> Parser:
    parser = Parser(
        "glossary list",
        ["[options]"],
        "List the entries in force, or some of them.",
        "For example: plainspeak glossary list --family people --level must --unagreed",
    )
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
    parser.add_argument("--unagreed", action="store_true", help="only entries that nobody has agreed yet")
    parser.add_argument("--review-due", action="store_true", help="only entries whose day for another look has come")
    parser.add_argument(
        "--format",
        type=one_of("format", FORMATS),
        default="text",
        metavar="FORMAT",
        help="text (for people), csv (for spreadsheets) or json (for programs)",
    )
    parser.add_argument("--output", metavar="FILE", help="save the list in this file instead of showing it")
    return parser


def _printed(entries: Sequence[Entry], options: Namespace) -> Iterator[str]:
    if options.format == "csv":
        from plainspeak.glossary.exchange.csv_table import csv_text
        from plainspeak.glossary.exchange.rows import HEADER, row_of

        yield csv_text(HEADER, map(row_of, entries))
    elif options.format == "json":
        from plainspeak.glossary.exchange.rows import HEADER, row_of

        rows = [dict(zip(HEADER, row_of(entry), strict=True)) for entry in entries]
        yield json.dumps({"schema": 1, "entries": rows}, ensure_ascii=False, indent=2) + "\n"
    else:
        yield from map(entry_line, entries)
        yield f"{counted_entries(len(entries))}.\n"
