"""Clashes: two entries that cover the same term in the same kind."""

from __future__ import annotations

from collections.abc import Iterable

from plainspeak.glossary.entry import Entry
from plainspeak.glossary.naming import term_key
from plainspeak.glossary.problems import Problem, quoted


def find_clashes(entries: Iterable[Entry]) -> list[Problem]:
    """A problem for every two entries that cover the same terms in the same kind; both places are named."""
    first: dict[tuple[str, str], Entry] = {}
    shared: dict[tuple[int, int], tuple[Entry, Entry, list[str]]] = {}
    for entry in entries:
        for term in entry.terms:
            earlier = first.setdefault(term_key(term, entry.kind), entry)
            if earlier is not entry:
                shared.setdefault((id(entry), id(earlier)), (entry, earlier, []))[2].append(quoted(term))
    return [_clash(*clash) for clash in shared.values()]


def _clash(entry: Entry, earlier: Entry, terms: list[str]) -> Problem:
    place = f"{earlier.origin.path}, line {earlier.origin.line}"
    verb = "is" if len(terms) == 1 else "are"
    what = f"{', '.join(terms)} ({entry.kind}) {verb} also in the entry {quoted(earlier.jargon)} ({place})."
    to_do = "Make them one entry, or take what they share out of one."
    return Problem(entry.origin.path, entry.origin.line, 1, what, to_do)
