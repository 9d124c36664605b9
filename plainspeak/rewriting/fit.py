"""Fit: a wording on its way into a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True)
class Fit:
    """`text` in place of the code points ``start <= i < end``; `safe` until something is in doubt."""

    start: int
    end: int
    text: str
    safe: bool

    def widened(self, start: int, end: int, text: str) -> Self:
        """The same with another span and text."""
        return replace(self, start=start, end=end, text=text)

    def saying(self, text: str) -> Self:
        """The same with another text."""
        return replace(self, text=text)

    def in_doubt(self) -> Self:
        """The same, but for a person to look at."""
        return replace(self, safe=False)
