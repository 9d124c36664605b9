"""What is never changed where it stands: the words of a field or a chart, notes, the ends of pages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol

from plainspeak.text.edits import Edit
from plainspeak.text.span import Span


class _Piece(Protocol):
    """What a reader knows of a stretch of text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def fixed(self) -> bool: ...


def fixed_spans(pieces: Iterable[_Piece]) -> tuple[Span, ...]:
    """Where the pieces stand that are fixed, of those of a whole text in text order."""
    return tuple(Span(piece.start, piece.end) for piece in pieces if piece.fixed)


def apart_from_fixed(edits: Iterable[Edit], fixed: Sequence[Span]) -> tuple[Edit, ...]:
    """The edits that change nothing of `fixed`, which are stretches of the same text in text order.

    A stretch of no letters stands between two letters, as the number of a footnote does, and no edit goes over it.
    """
    return tuple(edit for edit in edits if not _goes_over(edit, fixed))


def _goes_over(edit: Edit, fixed: Sequence[Span]) -> bool:
    last = bisect_left(fixed, edit.end, key=_start) - 1
    return last >= 0 and fixed[last].end > edit.start


def _start(span: Span) -> int:
    return span.start
