"""Finding groups: what was found in a draft, once for each term, and once for each reason to leave a term alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from plainspeak.checking.finding import Finding, LeftAlone
from plainspeak.deciding.mark import term_of
from plainspeak.glossary.entry import LEVELS
from plainspeak.text.span import Span
from plainspeak.tui.draft_check import CheckedDraft
from plainspeak.tui.finding_filter import EntryOf

View = Literal["jargon", "questions", "left"]
"""What a list shows: everything that was found, only what has a question, or what was left alone."""


_REASONS = {
    "quotation": "in a quotation",
    "address": "in an address",
    "name": "part of a name",
    "title": "part of a title",
    "code": "in code",
    "explained": "explained in the draft",
    "switched off": "you wrote: plainspeak off",
}


class Group(NamedTuple):
    """Places that have something in common: one term, with the letter of its level, or one reason."""

    key: str
    label: str
    letter: str
    note: str
    places: tuple[Span, ...]


class Row(NamedTuple):
    """A line of the list: a group by its number, or, with `place`, one of its places."""

    group: int
    place: int | None = None


def groups_of(checked: CheckedDraft, view: View, entry_of: EntryOf) -> list[Group]:
    """The groups of one view."""
    if view == "left":
        return _by_reason(checked.left_alone)
    wanted = checked.findings if view == "jargon" else [one for one in checked.findings if one.question]
    return _by_term(wanted, view, entry_of)


def _by_term(findings: Iterable[Finding], view: View, entry_of: EntryOf) -> list[Group]:
    """What matters most first, then what stands in the draft most often."""
    terms: dict[str, list[Finding]] = {}
    for finding in findings:
        terms.setdefault(term_of(finding), []).append(finding)
    ordered = sorted(terms.items(), key=lambda item: (LEVELS.index(item[1][0].level), -len(item[1])))
    groups = []
    for key, found in ordered:
        first = found[0]
        entry = entry_of(first.entry) if first.entry else None
        wordings = {one.text.casefold() for one in found}
        label = entry.jargon if entry and len(wordings) > 1 else first.text
        note = first.question if view == "questions" else ""
        groups.append(Group(key, label, first.level[0].upper(), note, tuple(one.span for one in found)))
    return groups


def _by_reason(left: Iterable[LeftAlone]) -> list[Group]:
    reasons: dict[tuple[str, str], list[LeftAlone]] = {}
    for one in left:
        reasons.setdefault((one.text.casefold(), one.reason), []).append(one)
    return [
        Group(f"{text}:{reason}", found[0].text, "", _REASONS.get(reason, reason), tuple(one.span for one in found))
        for (text, reason), found in reasons.items()
    ]


def rows_of(groups: Sequence[Group], unfolded: set[str]) -> list[Row]:
    """The lines of a list in which only the groups in `unfolded` show their places."""
    rows = []
    for number, group in enumerate(groups):
        rows.append(Row(number))
        if group.key in unfolded and len(group.places) > 1:
            rows += [Row(number, place) for place in range(len(group.places))]
    return rows


def row_at(groups: Sequence[Group], rows: Sequence[Row], place: Span) -> int | None:
    """The number of the line that shows a place: its own, or that of its group."""
    found = None
    for number, row in enumerate(rows):
        places = groups[row.group].places
        if row.place is None and place in places:
            found = number
        elif row.place is not None and places[row.place] == place:
            return number
    return found
