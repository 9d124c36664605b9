"""Changed cells: of each picture of the screen only what the terminal does not show already.

Textual writes a widget anew from edge to edge, with the colours of each piece, when one letter of it changes: 15,000 to
60,000 bytes for a key, half a minute of a slow connection. What the terminal shows is kept here cell by cell, and of the
next picture only the cells that differ are written, mostly 100 to 300 bytes for a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

_PLACE = re.compile(r"\x1b\[(\d+);(\d+)H")
_STYLE = re.compile(r"(\x1b\[[0-9;]*m)")
_PLAIN = ("\x1b[0m", "\x1b[m")
_FOREIGN = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]|\x1b(?!\[[0-9;]*[mH])")  # in no picture that is known
_NO_PICTURE = re.compile(
    r"(?:\x1b\[[?<>=][0-9;$]*[A-Za-z]|\x1b\].*?(?:\x07|\x1b\\)|\x07)*", re.DOTALL
)  # says how to behave
_OTHER_SCREEN = "\x1b[?1049"
_GAP = 12  # cells that stay the same between two changes: fewer are written again, which takes no more than going there

Cell = tuple[str, object]
"""What stands in one cell: the codes of its style, and its character."""


class _Piece(NamedTuple):
    """A piece of a picture: its row and its column, both from 1, and what is to be written there."""

    row: int
    column: int
    written: str


class ChangedCells:
    """What the terminal shows. A picture goes in, and what has to be written of it comes out."""

    def __init__(self) -> None:
        self._cells: dict[int, dict[int, Cell]] = {}  # by row, then by column
        self._pieces: dict[int, dict[int, str]] = {}  # what was last written at a place, as long as its row stayed so
        self._cursor = ""

    def forget(self) -> None:
        """The terminal may show anything now."""
        self._cells.clear()
        self._pieces.clear()
        self._cursor = ""

    def of(self, written: str) -> str:
        """What has to be written of `written`, which is a picture or any other message to the terminal."""
        if not _PLACE.match(written):
            if _OTHER_SCREEN in written or not _NO_PICTURE.fullmatch(written):
                self.forget()
            return written
        if _FOREIGN.search(written):
            self.forget()
            return written
        changed = "".join(part for piece in _pieces_of(written) for part in self._changed(piece))
        *_, last = _PLACE.finditer(written)
        cursor = last.group()
        if not changed and cursor == self._cursor:
            return ""
        self._cursor = cursor
        return changed + cursor

    def _changed(self, piece: _Piece) -> Iterator[str]:
        """What has to be written of one piece."""
        row, column, written = piece
        before = self._pieces.setdefault(row, {})
        if before.get(column) == written:
            return
        cells = _cells_of(written)
        shown = self._cells.setdefault(row, {})
        different = [at for at, cell in enumerate(cells, column) if shown.get(at) != cell]
        if not different:
            return
        before.clear()  # the others may have been written over
        before[column] = written
        if isinstance(cells[0][1], int):
            # its width is a matter of opinion: whatever stands behind it has to be written again
            for at in [at for at in shown if at >= column]:
                del shown[at]
            shown.update(enumerate(cells, column))
            yield f"\x1b[{row};{column}H{written}"
            return
        shown.update(enumerate(cells, column))
        for first, last in _stretches(different):
            yield f"\x1b[{row};{first}H"
            yield from _drawn(cells[first - column : last - column + 1])


def _pieces_of(picture: str) -> Iterator[_Piece]:
    """The pieces of a picture, apart from those that only move the cursor."""
    parts = _PLACE.split(picture)[1:]
    for row, column, written in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if written := written.rstrip("\r\n"):
            yield _Piece(int(row), int(column), written)


def _cells_of(written: str) -> list[Cell]:
    """What stands in each cell. Where a character takes two cells, or none, the piece is one and cannot be taken apart."""
    cells: list[Cell] = []
    style = ""
    for part in _STYLE.split(written):
        if part.startswith("\x1b"):
            style = "" if part in _PLAIN else style + part
        elif part.isascii() or all(cell_len(character) == 1 for character in part):
            cells += [(style, character) for character in part]
        else:
            return [(written, at) for at in range(cell_len(_STYLE.sub("", written)))]
    return cells


def _stretches(columns: list[int]) -> Iterator[tuple[int, int]]:
    """The columns as stretches from a first to a last one; small gaps are bridged."""
    first = last = columns[0]
    for column in columns[1:]:
        if column - last > _GAP:
            yield first, last
            first = column
        last = column
    yield first, last


def _drawn(cells: list[Cell]) -> Iterator[str]:
    """The cells as they are written, those of one style together."""
    for style, same in groupby(cells, key=lambda cell: cell[0]):
        words = "".join(str(character) for _, character in same)
        yield f"{style}{words}\x1b[0m" if style else words
