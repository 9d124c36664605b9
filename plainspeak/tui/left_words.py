"""Left words: what the writer has looked at and decided to leave as it is, in this draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from plainspeak.checking.finding import Finding

_WORD = re.compile(r"\w+")
_NEAR = 4
_REACH = 80


class Place(NamedTuple):
    """Where words stand, told by the words around them, nearest first, so that it holds while the draft changes."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def is_still(self, other: Place) -> bool:
        """Whether both are the same place: enough of the nearest words are the same, or all there are."""
        return self == other or _shared(self.before, other.before) + _shared(self.after, other.after) >= _NEAR


def place_of(text: str, start: int, end: int) -> Place:
    """The place of ``text[start:end]``: up to four words on either side."""
    before = _WORD.findall(text[max(0, start - _REACH) : start].casefold())
    after = _WORD.findall(text[end : end + _REACH].casefold())
    return Place(tuple(before[: -_NEAR - 1 : -1]), tuple(after[:_NEAR]))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def term_of(finding: Finding) -> str:
    """What two findings share when they are about the same word: the entry, or else the words themselves."""
    return finding.entry or f"{finding.check}:{finding.text.casefold()}"


class LeftWords:
    """The words left everywhere in this draft, and those left in one place only."""

    def __init__(self) -> None:
        self._everywhere: set[str] = set()
        self._places: dict[tuple[str, str], list[Place]] = {}

    def __bool__(self) -> bool:
        return bool(self._everywhere or self._places)

    def leave_everywhere(self, finding: Finding) -> None:
        """Leave this word wherever it stands in the draft."""
        self._everywhere.add(term_of(finding))

    def leave_here(self, finding: Finding, text: str) -> None:
        """Leave the word just where the finding stands in `text`."""
        key = term_of(finding), finding.text.casefold()
        self._places.setdefault(key, []).append(place_of(text, finding.start, finding.end))

    def covers(self, finding: Finding, text: str) -> bool:
        """Whether the writer has said to leave what was found here."""
        term = term_of(finding)
        if term in self._everywhere:
            return True
        places = self._places.get((term, finding.text.casefold()))
        if not places:
            return False
        here = place_of(text, finding.start, finding.end)
        return any(place.is_still(here) for place in places)

    def forget(self) -> None:
        """Ask about everything again."""
        self._everywhere.clear()
        self._places.clear()
