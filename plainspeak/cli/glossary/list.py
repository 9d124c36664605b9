"""plainspeak glossary list: list entries by family, level, agreement and review."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence

from plainspeak.cli.glossary.selection import add_selection_options, selected
from plainspeak.cli.glossary.wording import counted_entries, entry_line
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.streams import deliver, tell
from plainspeak.glossary.entry import Agreement, Entry
from plainspeak.matching.store import load_compiled
from plainspeak.settings import load_settings

FORMATS = ("text", "csv", "json")


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    glossary, _ = load_compiled(load_settings())
    entries = selected(glossary.entries, options)
    if options.review_due:
        entries.sort(key=_review_day)
    deliver(_printed(entries, options), options.output)
    if options.output:
        tell(f"plainspeak: {counted_entries(len(entries))} saved in {options.output}.")
    return 0


def _parser() -> Parser:
    parser = Parser(
        "glossary list",
        ["[options]"],
        "List the entries in force, or some of them.",
        "For example, your drafts: plainspeak glossary list --mine --unagreed",
    )
    add_selection_options(parser)
    parser.add_argument(
        "--format",
        type=one_of("format", FORMATS),
        default="text",
        metavar="FORMAT",
        help="text (for people), csv (for spreadsheets) or json (for programs)",
    )
    parser.add_argument("--output", metavar="FILE", help="save the list in this file instead of showing it")
    return parser


def _review_day(entry: Entry) -> str:
    return entry.agreed.review_by if entry.agreed else ""


def _due_line(entry: Entry) -> str:
    """An entry on one line with the day by which it should be looked at again, and who agreed it."""
    agreed = entry.agreed or Agreement()
    return f"{agreed.review_by}: {entry.jargon} ({entry.kind}), agreed by {agreed.by or 'nobody yet'}\n"


def _own_among(entries: Sequence[Entry]) -> str:
    """How many of the entries are the person's own, where others stand among them."""
    own = sum(entry.origin.layer != "shipped" for entry in entries)
    return f", {own:,} of them your own (--mine lists only these)" if 0 < own < len(entries) else ""


def _printed(entries: Sequence[Entry], options: Namespace) -> Iterator[str]:
    if options.format == "text":
        yield from map(_due_line if options.review_due else entry_line, entries)
        yield f"{counted_entries(len(entries))}{_own_among(entries)}.\n"
        return
    from plainspeak.glossary.exchange.rows import HEADER, row_of
    from plainspeak.glossary.written_fields import fields_of

    if options.format == "csv":
        from plainspeak.glossary.exchange.csv_table import csv_text

        yield csv_text(HEADER, map(row_of, entries))
    else:
        written = [{"entry": entry.id, **fields_of(entry), "layer": entry.origin.layer} for entry in entries]
        yield json.dumps({"schema": 1, "entries": written}, ensure_ascii=False, indent=2) + "\n"
