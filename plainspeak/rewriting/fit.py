"""Fit: a wording on its way into a sentence."""

from __future__ import annotations

from typing import NamedTuple, Self


class Fit(NamedTuple):
    """`text` in place of the code points ``start <= i < end``; `safe` until something is in doubt."""

    start: int
    end: int
    text: str
    safe: bool

    def widened(self, start: int, end: int, text: str) -> Self:
        """The same with another span and text."""
        return type(self)(start, end, text, self.safe)

    def saying(self, text: str) -> Self:
        """The same with another text."""
        return self if text == self.text else type(self)(self.start, self.end, text, self.safe)

    def in_doubt(self) -> Self:
        """The same, but for a person to look at."""
        return self if not self.safe else type(self)(self.start, self.end, self.text, safe=False)
