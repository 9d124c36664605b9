"""What the glossary commands have in common: exit statuses, and how entries and problems are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plainspeak.cli.streams import as_seen_from_here
from plainspeak.errors import Problem
from plainspeak.glossary.entry import Entry
from plainspeak.reports.terminal import on_one_line

SOMETHING_FOUND = 1
CANNOT_BE_USED = 2


def problem_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Each problem on a line of its own, with its place."""
    return (on_one_line(as_seen_from_here(problem)) + "\n" for problem in problems)


def counted_entries(number: int) -> str:
    """'1 entry', '1,500 entries'."""
    return "1 entry" if number == 1 else f"{number:,} entries"


def entry_line(entry: Entry) -> str:
    """An entry on one line: its term, its kind and what it means."""
    return f"{entry.jargon} ({entry.kind}, {entry.level}): {entry.what_we_mean}\n"
