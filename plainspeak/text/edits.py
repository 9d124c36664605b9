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
