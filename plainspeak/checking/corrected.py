"""Corrected: a text with the spelling of some words mended, and the way back to the text as it was written."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.text.edits import Edit, apply_edits
from plainspeak.text.span import Span


class Corrected:
    """`text` is what `original` becomes by `edits`, none of which overlaps another or only takes away."""

    def __init__(self, original: str, edits: Sequence[Edit]) -> None:
        self.original = original
        self.text = apply_edits(original, edits)
        self._edits = sorted(edits)

    def place_of(self, place: int) -> int:
        """Where a code point of the original stands in `text`; one inside an edit leads to its end."""
        return place + sum(
            len(edit.replacement) - (edit.end - edit.start) for edit in self._edits if edit.start < place
        )

    def span_before(self, start: int, end: int) -> Span:
        """The stretch of the original that became ``text[start:end]``; an edit that it touches belongs to it whole."""
        grown = 0
        first, last = start, end
        for edit in self._edits:
            begin = edit.start + grown
            finish = begin + len(edit.replacement)
            grown += len(edit.replacement) - (edit.end - edit.start)
            if begin < start:
                first = edit.start if start < finish else start - grown
            if begin < end:
                last = edit.end if end < finish else end - grown
        return Span(first, last)
