"""Clashes: two entries that cover the same term in the same kind."""

from __future__ import annotations

from collections.abc import Iterable

from plainspeak.glossary.entry import Entry
from plainspeak.glossary.naming import term_key
from plainspeak.glossary.problems import Problem, quoted


def find_clashes(entries: Iterable[Entry]) -> list[Problem]:
    """A problem for every entry that covers a term which an earlier one covers already; both places are named."""
    first: dict[tuple[str, str], Entry] = {}
    problems: list[Problem] = []
    for entry in entries:
        for term in dict.fromkeys(entry.terms):
            earlier = first.setdefault(term_key(term, entry.kind), entry)
            if earlier is not entry:
                problems.append(_clash(term, entry, earlier))
    return problems


def _clash(term: str, entry: Entry, earlier: Entry) -> Problem:
    place = f"{earlier.origin.path}, line {earlier.origin.line}"
    return Problem(
        entry.origin.path,
        entry.origin.line,
        1,
        f"The {entry.kind} {quoted(term)} stands already in {quoted(earlier.jargon)} ({place}).",
        "Make them one entry, or take the term out of one.",
    )
