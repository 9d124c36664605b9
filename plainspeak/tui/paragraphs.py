"""Paragraphs: a draft taken apart into pieces that can be checked one by one, so that a key changes only one of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

from plainspeak.tui.held_text import stored

_PIECE = 8_000  # code points; a longer paragraph is cut where sentences end
_GAP = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?:;][\"'\u2019\u201d)\]]*\s+")


class Paragraph(NamedTuple):
    """A run of non-blank lines, or a piece of one: its text, its offset in the draft, its rows ``first <= row < last``."""

    text: str
    start: int
    first: int
    last: int


def split_paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    """The runs of non-blank lines; a very long one is cut where sentences end.

    Where it is cut depends on the words before the cut, so that a change in one piece leaves the others as they were.
    """
    text = stored("\n".join(lines))
    starts = line_starts(lines)
    found: list[Paragraph] = []
    for start, end in _stretches(text):
        stretch = text[start:end]
        if stretch and not stretch.isspace():
            first = bisect_right(starts, start) - 1
            found.append(Paragraph(stretch, start, first, bisect_right(starts, end)))
    return found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """What lies between blank lines, and between cuts, as start and end."""
    start = 0
    for gap in _GAP.finditer(text):
        yield from _pieces(text, start, gap.start())
        start = gap.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start > _PIECE:
        for cut in _SENTENCE_END.finditer(text, start, end):
            if crc32(text[max(0, cut.start() - 40) : cut.start()].encode("utf-8", "replace")) % 4 == 0:
                yield start, cut.end()
                start = cut.end()
    yield start, end


def line_starts(lines: Sequence[str]) -> list[int]:
    """The offset of each line; an offset counts one code point for each line end."""
    return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
