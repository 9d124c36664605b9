"""plainspeak glossary stats: count entries, say who agreed them, and which are never met in your documents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from plainspeak.checking.checker import Checker
from plainspeak.cli.glossary.selection import add_selection_options, selected
from plainspeak.cli.glossary.wording import counted_entries
from plainspeak.cli.glossary.your_documents import YourDocuments
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.streams import deliver
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.stats import Stats, statistics
from plainspeak.reports.counts import counted
from plainspeak.settings import load_settings

FORMATS = ("text", "json")
_FEW = 50


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    settings = load_settings()
    checker = Checker.load(settings)
    entries = selected(checker.glossary.entries, options)
    stats = statistics(entries, date.today())
    documents = YourDocuments(options.paths, settings.exclude)
    met = _met(documents, checker)
    searched = [entry for entry in entries if not entry.only_looked_up]
    never = [entry for entry in searched if entry.id not in met] if options.paths else None
    if options.format == "json":
        deliver([_as_json(stats, never, documents.read)], None)
    else:
        deliver(_as_text(stats, never, documents.read, None if options.all else _FEW), None)
    return documents.status


def _met(documents: YourDocuments, checker: Checker) -> set[str]:
    """The ids of the entries that the documents hold, flagged or left alone."""
    ids: set[str] = set()
    for document in documents:
        checked = checker.check(document.text, document.masks)
        ids.update(finding.entry for finding in checked.findings)
        ids.update(left.entry for left in checked.left_alone)
    return ids


def _parser() -> Parser:
    parser = Parser(
        "glossary stats",
        ["[FILE-OR-FOLDER...] [options]"],
        "Count the entries in force, or some of them, by file, family and level; say who agreed them and which are due for\n"
        "another look. With files or folders: say which entries are never met in them.",
        "For example, which of your own words your letters never use: plainspeak glossary stats --mine letters/",
    )
    parser.add_argument("paths", nargs="*", metavar="FILE-OR-FOLDER", help="documents to look for the entries in")
    parser.add_argument(
        "--format",
        type=one_of("format", FORMATS),
        default="text",
        metavar="FORMAT",
        help="text (for people) or json (for programs)",
    )
    parser.add_argument("--all", action="store_true", help=f"list every entry that is never met, not just {_FEW}")
    add_selection_options(parser)
    return parser


def _as_text(stats: Stats, never: Sequence[Entry] | None, documents: int, most: int | None) -> Iterator[str]:
    yield f"{counted_entries(stats.entries)}.\n"
    yield from _counts("By file", stats.by_file)
    yield from _counts("By family", stats.by_family)
    yield from _counts("By level", stats.by_level)
    yield from _counts("Agreed by", stats.by_agreed)
    yield f"\nDue for another look: {len(stats.review_due):,}\n"
    for entry in stats.review_due:
        yield f"  {entry.jargon} ({entry.kind}), by {entry.agreed.review_by if entry.agreed else ''}\n"
    if never is not None:
        yield f"\nNever met in {counted(documents, 'document')}: {counted_entries(len(never))}\n"
        yield from (f"  {entry.jargon} ({entry.kind})\n" for entry in never[:most])
        if never[most or len(never) :]:
            yield f"  and {len(never) - _FEW:,} more (--all lists them)\n"


def _counts(heading: str, counts: Mapping[str, int]) -> Iterator[str]:
    yield f"\n{heading}:\n"
    yield from (f"  {name}: {count:,}\n" for name, count in counts.items())


def _as_json(stats: Stats, never: Sequence[Entry] | None, documents: int) -> str:
    report: dict[str, object] = {
        "schema": 1,
        **stats._asdict(),
        "review_due": [entry.id for entry in stats.review_due],
    }
    if never is not None:
        report |= {"documents": documents, "never_met": [entry.id for entry in never]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
