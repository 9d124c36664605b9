"""Places: lines and columns of code points, both counted from 1."""

from __future__ import annotations


class Places:
    """Leads from code points of one text to lines and columns. Ask in rising order: it walks the text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = 1
        self._line_start = 0

    def of(self, position: int) -> tuple[int, int]:
        """The line and column of the code point `position`, which must not lie on a line before the last one asked for."""
        breaks = self._text.count("\n", self._line_start, position)
        if breaks:
            self._line += breaks
            self._line_start = self._text.rfind("\n", self._line_start, position) + 1
        return self._line, position - self._line_start + 1
