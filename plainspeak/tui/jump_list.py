"""Jump list: the places in a draft that somebody may mean who has typed a few letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plainspeak.text.span import Span
from plainspeak.tui.draft_check import CheckedDraft

_MOST = 200
_GOOD = 70  # of 100
_BEFORE, _BEHIND = 16, 120  # code points of a line that are shown


class Target(NamedTuple):
    """A place to jump to: its line from 1, the words before it, at it and behind it, and the level of what was found there."""

    place: Span
    line: int
    around: tuple[str, str, str]
    level: str = ""


def targets(checked: CheckedDraft, typed: str) -> list[Target]:
    """Findings that are like `typed`, the likest first, then other places where it stands; all findings for ""."""
    words = " ".join(typed.split()).casefold()
    if not words:
        return [_target(checked, one.span, one.level) for one in checked.findings[:_MOST]]
    from rapidfuzz import fuzz, process

    names: Sequence[str] = [one.text.casefold() for one in checked.findings]
    scored = process.extract(words, names, scorer=fuzz.WRatio, score_cutoff=_GOOD, limit=None)
    likest = sorted(scored, key=lambda one: (-round(one[1]), one[2]))[:_MOST]
    found = [_target(checked, checked.findings[at].span, checked.findings[at].level) for _, _, at in likest]
    taken = {one.place for one in found}
    return [*found, *(one for one in _in_text(checked, words) if one.place not in taken)][:_MOST]


def _in_text(checked: CheckedDraft, words: str) -> list[Target]:
    found = []
    for row, line in enumerate(checked.lines):
        at = line.casefold().find(words)
        if at >= 0:
            start = checked.line_starts[row] + min(at, len(line))
            found.append(_target(checked, Span(start, start + len(words))))
            if len(found) >= _MOST:
                break
    return found


def _target(checked: CheckedDraft, place: Span, level: str = "") -> Target:
    row, column = checked.location(place.start)
    line = checked.lines[row]
    first, last = max(0, column - _BEFORE), min(len(line), column + place.end - place.start)
    before = ("\u2026" if first else "") + line[first:column]
    return Target(place, row + 1, (before, line[column:last], line[last : last + _BEHIND]), level)
