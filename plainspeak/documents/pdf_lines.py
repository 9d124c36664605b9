"""The lines of a PDF page put together into paragraphs. A PDF says where letters stand, and nothing of paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

BULLET = re.compile(r"[\u2022\u25aa\u25cf\u25e6\u25cb\u00b7\u2013*\ue000-\uf8ffo-]\s+")
"""What a list item begins with; symbol fonts give letters of their own."""
PARTED = "\ufffe\x02\u00ad"
"""What PDFium gives for a hyphen at the end of a line."""
_ITEM = re.compile(rf"{BULLET.pattern}|\(?\w{{1,3}}[.)]\s")
_ENDS_SENTENCE = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]*$")
_MORE_THAN_A_LINE = 1.3  # times the usual distance of two lines
_SINGLE = 1.15  # times the size of the letters: the distance of two lines in single spacing
_OTHER_SIZE = 1.15
_BESIDE = 0.6  # heights of a line: between two words at most
_OVER = 0.3
_NEIGHBOURS = 6
_COLUMN = 5  # lines: a column is at least so high, which the cell of a table seldom is
_RUNNING = re.compile(r"\d+")
_MOST_RUNNING_LINES = 3  # at the top, and as many at the foot
_FEWEST_PAGES = 3


class Line(NamedTuple):
    """A line: the code points ``start <= i < end`` of its page's text, its words, and where it stands in points.

    `bottom` is what its letters stand on.
    """

    page: int
    start: int
    end: int
    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The size of its letters."""
        return max(1.0, self.top - self.bottom)


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of one page, each paragraph together."""
    pitch = _usual_pitch(lines)
    found: list[list[Line]] = []
    for index, line in enumerate(lines):
        near = lines[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS]
        if found and _goes_on(found[-1], line, pitch, near):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _usual_pitch(lines: Sequence[Line]) -> float:
    """The usual distance of two lines that follow each other, in sizes of their letters."""
    pitches = [
        (before.bottom - after.bottom) / before.height
        for before, after in pairwise(lines)
        if 0 < before.bottom - after.bottom < 3 * before.height
    ]
    return min(median(pitches), 2.0) if pitches else _SINGLE


def _goes_on(paragraph: Sequence[Line], line: Line, pitch: float, near: Sequence[Line]) -> bool:
    """Whether `line` belongs to the paragraph before it."""
    if is_same_row(paragraph[-1], line):
        return True
    last = _last_row(paragraph)
    step = (last.bottom - line.bottom) / last.height
    same_size = max(last.height, line.height) < _OTHER_SIZE * min(last.height, line.height)
    if not 0 < step <= _MORE_THAN_A_LINE * max(pitch, _SINGLE) or not same_size or _ITEM.match(line.text):
        return False
    if line.left >= last.right or line.right <= last.left:
        return False  # beside each other, not below
    if line.text[0].islower() or last.text.endswith((",", "-", *PARTED)):
        return True
    if _ENDS_SENTENCE.search(last.text) and len(paragraph) > 1 and abs(line.left - last.left) > line.height:
        return False
    return not _would_fit(last, line, near)


def is_same_row(before: Line, line: Line) -> bool:
    """Whether one line goes on with the other, beside it: PDFium begins a new one at what is raised or lowered."""
    gap = (line.left - before.right) / before.height
    return before.page == line.page and abs(before.bottom - line.bottom) < 1 and -_OVER < gap < _BESIDE


def _last_row(paragraph: Sequence[Line]) -> Line:
    """The last line of a paragraph from one side to the other, as far as its place and its end matter."""
    last = paragraph[-1]
    for before, line in pairwise(reversed(paragraph)):
        if not is_same_row(line, before):
            break
        last = last._replace(left=line.left, top=max(line.top, last.top))
    return last


def in_next_column(paragraph: Sequence[Line], following: Sequence[Line], page: Sequence[Line]) -> bool:
    """Whether one paragraph of a page fills the foot of a column, and the other stands at the top of the next."""
    if not paragraph or paragraph[-1].page != following[0].page:
        return False
    last, line = paragraph[-1], following[0]
    is_beside = line.left > max(other.right for other in paragraph)
    if not is_beside or line.bottom - last.bottom <= _COLUMN * last.height:
        return False
    at = page.index(last)
    return not _would_fit(last, line, page[max(0, at - _COLUMN) : at + 1])


def _would_fit(last: Line, line: Line, near: Sequence[Line]) -> bool:
    """Whether the first word of `line` had room at the end of `last`, so that the break was meant."""
    edge = max(other.right for other in near if other.left < last.right and last.left < other.right)
    letter = (line.right - line.left) / max(1, len(line.text))
    first_word = len(line.text.partition(" ")[0]) + 1
    return last.right + first_word * letter < edge


def running_lines(pages: Sequence[Sequence[Line]]) -> set[tuple[int, str]]:
    """The headers and footers: lines that stand at the same height of most pages; numbers in them may differ.

    Each is given by its height and its words, as `running_key` has them.
    """
    seen = Counter(key for page in pages for key in {running_key(line) for line in _at_edges(page)})
    most = max(_FEWEST_PAGES, (len(pages) + 1) // 2)
    return {key for key, count in seen.items() if count >= most}


def _at_edges(page: Sequence[Line]) -> Iterable[Line]:
    by_height = sorted(page, key=lambda line: line.bottom)
    return (*by_height[:_MOST_RUNNING_LINES], *by_height[-_MOST_RUNNING_LINES:])


def running_key(line: Line) -> tuple[int, str]:
    """What a header or footer has in common on every page."""
    return round(line.bottom / 2), _RUNNING.sub("#", line.text)
