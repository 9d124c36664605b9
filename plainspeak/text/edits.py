"""Edits: replacing stretches of a text without touching the rest."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Put `replacement` where the code points ``start <= i < end`` of a text stand."""

    start: int
    end: int
    replacement: str


def without_overlaps(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in text order; of two that overlap, the one given first stays."""
    kept: list[Edit] = []
    for edit in edits:
        at = bisect(kept, edit)
        clear_before = at == 0 or kept[at - 1].end <= edit.start
        clear_after = at == len(kept) or edit.end <= kept[at].start
        if clear_before and clear_after:
            kept.insert(at, edit)
    return kept


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """`text` with every edit made; edits must not overlap, their order is free.

    Raises ValueError when two edits overlap or one lies outside the text.
    """
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        if not done <= edit.start <= edit.end <= len(text):
            raise ValueError(f"edit {edit!r} overlaps another or lies outside the text")
        parts += text[done : edit.start], edit.replacement
        done = edit.end
    parts.append(text[done:])
    return "".join(parts)


def place_after(place: int, edits: Iterable[Edit]) -> int:
    """Where the code point `place` stands once `edits`, in text order, are made; the start of what is new for one replaced."""
    grown = 0
    for edit in edits:
        if edit.start >= place:
            break
        if place < edit.end:
            return edit.start + grown
        grown += len(edit.replacement) - (edit.end - edit.start)
    return place + grown


def composed(text: str, first: Iterable[Edit], second: Iterable[Edit]) -> list[Edit]:
    """The edits that do to `text` at once what `first` and then, to what comes of it, `second` do."""
    earlier = _Earlier(text, first)
    groups: list[tuple[int, int, list[Edit]]] = []  # stretches of the text in between, and the later edits in each
    stretches = [(start, end, ()) for start, end in earlier.changed]
    for start, end, edits in sorted([*stretches, *((edit.start, edit.end, (edit,)) for edit in second)]):
        if groups and start <= groups[-1][1]:
            begin, last, held = groups[-1]
            groups[-1] = (begin, max(last, end), [*held, *edits])
        else:
            groups.append((start, end, list(edits)))
    return [
        Edit(
            earlier.back(start, first=True),
            earlier.back(end, first=False),
            apply_edits(
                earlier.text[start:end], (Edit(one.start - start, one.end - start, one.replacement) for one in edits)
            ),
        )
        for start, end, edits in groups
    ]


class _Earlier:
    """What comes of some edits: the text, what in it is new, and the way back to the text before."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self.edits = sorted(edits)
        self.text = apply_edits(text, self.edits)
        self.changed: list[tuple[int, int]] = []
        grown = 0
        for edit in self.edits:
            start = edit.start + grown
            self.changed.append((start, start + len(edit.replacement)))
            grown += len(edit.replacement) - (edit.end - edit.start)

    def back(self, place: int, *, first: bool) -> int:
        """Where `place`, which is at the edge of what is new or outside, stood before: the first such place, or the last."""
        moved = 0
        for edit, (start, end) in zip(self.edits, self.changed, strict=True):
            if place < start or (first and place == start):
                break
            moved = edit.end - end
        return place + moved
