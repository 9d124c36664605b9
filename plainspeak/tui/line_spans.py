"""Line spans: marked stretches kept line for line with a text that is being edited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plainspeak.glossary.entry import Level


class LineSpan(NamedTuple):
    """A marked stretch of one line: columns ``start <= i < end``, from 0."""

    start: int
    end: int
    level: Level


Row = tuple[LineSpan, ...]


class LineSpans:
    """The marks of every line; `sync` moves them along with the lines.

    Marks that an edit touches go; all others move with their words. Marks found for a line that has changed since
    are refused, so that a slow check can never mark the wrong words.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._rows: list[Row] = []

    def __getitem__(self, row: int) -> Row:
        return self._rows[row]

    def __len__(self) -> int:
        return sum(map(len, self._rows))

    def replace(self, row: int, line: str, spans: Iterable[LineSpan]) -> bool:
        """Set the marks of one line; refused, with False, when the line no longer reads `line`."""
        if row >= len(self._lines) or self._lines[row] != line:
            return False
        self._rows[row] = tuple(spans)
        return True

    def replace_all(self, lines: Sequence[str], spans: Mapping[int, Row]) -> bool:
        """Set the marks of all lines at once; refused, with False, when the text no longer reads `lines`."""
        if self._lines != lines:
            return False
        self._rows = [()] * len(self._lines)
        for row, row_spans in spans.items():
            self._rows[row] = row_spans
        return True

    def at(self, row: int, column: int) -> LineSpan | None:
        """The mark over this place, if any."""
        spans = self._rows[row]
        index = bisect_right(spans, column, key=_start) - 1
        return spans[index] if index >= 0 and column < spans[index].end else None

    def between(self, row: int, first: int, last: int) -> Iterable[LineSpan]:
        """The marks of a line which reach into the columns ``first <= i < last``."""
        spans = self._rows[row]
        for span in spans[bisect_right(spans, first, key=_end) :]:
            if span.start >= last:
                return
            yield span

    def sync(self, lines: Sequence[str]) -> None:
        """Follow the text to `lines`, in time that depends on the size of the change."""
        old = self._lines
        if old == lines:
            return
        shared = min(len(old), len(lines))
        top = _equal_items(old, lines, shared)
        tail = 0
        while tail < shared - top and old[-1 - tail] == lines[-1 - tail]:
            tail += 1
        old_bottom, new_bottom = len(old) - tail, len(lines) - tail
        self._rows[top:old_bottom] = self._moved(lines, top, old_bottom, new_bottom)
        old[top:old_bottom] = lines[top:new_bottom]

    def _moved(self, lines: Sequence[str], top: int, old_bottom: int, new_bottom: int) -> list[Row]:
        """Marks for the changed lines: what was before the change in the first, after it in the last."""
        rows: list[Row] = [()] * (new_bottom - top)
        if top < old_bottom and rows:
            rows[0] = _carried(self._rows[top], self._lines[top], lines[top])
            if len(rows) > 1 or old_bottom - top > 1:
                last = _carried(self._rows[old_bottom - 1], self._lines[old_bottom - 1], lines[new_bottom - 1])
                rows[-1] = tuple(sorted({*rows[-1], *last}))
        return rows


def _carried(spans: Row, old: str, new: str) -> Row:
    """The marks of the line `old` in the line `new` it has become, without those that the change touched."""
    if not spans:
        return ()
    limit = min(len(old), len(new))
    head = _equal_items(old, new, limit)
    tail = _equal_items(old[::-1], new[::-1], limit - head)
    cut, by = len(old) - tail, len(new) - len(old)
    return tuple(
        span if span.end <= head else LineSpan(span.start + by, span.end + by, span.level)
        for span in spans
        if span.end <= head or span.start >= cut
    )


def _equal_items(a: Sequence[str], b: Sequence[str], limit: int) -> int:
    """How many leading items (or letters) are equal, found by halving with slices compared at C speed."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _start(span: LineSpan) -> int:
    return span.start


def _end(span: LineSpan) -> int:
    return span.end
