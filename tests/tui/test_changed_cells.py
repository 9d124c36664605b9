"""Of each picture only what has changed is written, and the terminal shows the same as if all of it had been."""

from __future__ import annotations

import random
import re

import pytest
from rich.cells import cell_len

from plainspeak.tui.changed_cells import ChangedCells

ROWS, COLUMNS = 6, 40
PARTS = re.compile(r"\x1b\[(\d+);(\d+)H|(\x1b\[[0-9;]*m)|([\r\n])|([^\x1b\r\n])")
STYLES = ("", "\x1b[1m", "\x1b[38;2;1;2;3m", "\x1b[7;38;2;9;9;9;48;2;0;0;0m")


class Terminal:
    """What stands on a screen on which this has been written, cell by cell with its style."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, str]] = {}
        self.cursor = (1, 1)

    def write(self, written: str) -> None:
        style = ""
        for part in PARTS.finditer(written):
            row, column, code, _, character = part.groups()
            if row:
                self.cursor = int(row), int(column)
            elif code:
                style = "" if code == "\x1b[0m" else code
            elif character:
                self._put(character, style)

    def _put(self, character: str, style: str) -> None:
        row, column = self.cursor
        width = cell_len(character)
        if width == 0:
            shown, before = self.cells.get((row, column - 1), (" ", ""))
            self.cells[row, column - 1] = shown + character, before
        for at in range(width):
            self.cells[row, column + at] = (character if at == 0 else "", style)
        self.cursor = row, column + width


def picture(pick: random.Random, words: str) -> str:
    """Some pieces of some rows, as Textual writes them, and where the cursor rests."""
    pieces = []
    for row in sorted(pick.sample(range(1, ROWS + 1), pick.randint(1, ROWS))):
        for start, width in pick.choice([[(1, COLUMNS)], [(1, 25), (26, 15)], [(26, 15)], [(1, 25)]]):
            piece, left = "", width
            while left:
                run = "".join(pick.choice(words) for _ in range(pick.randint(1, 6)))
                while cell_len(run) > left:
                    run = run[:-1]
                if not run:
                    run = " " * left
                style = pick.choice(STYLES)
                piece += f"{style}{run}\x1b[0m" if style else run
                left -= cell_len(run)
            pieces.append(f"\x1b[{row};{start}H{piece}")
        pieces.append(f"\x1b[{row};{COLUMNS + 1}H\n")
    return "".join(pieces) + f"\x1b[{pick.randint(1, ROWS)};{pick.randint(1, COLUMNS)}H"


@pytest.mark.parametrize("words", ["ab ", "ab \u2503\u00b7", "a\u4e2d\U0001f600 ", "ae\u0301\u200b "])
@pytest.mark.parametrize("seed", range(5))
def test_the_screen_is_the_same(words, seed):
    pick = random.Random(seed)  # noqa: S311 - the same pictures each time
    shown, whole, thrifty = ChangedCells(), Terminal(), Terminal()
    for _ in range(60):
        new = picture(pick, words)
        whole.write(new)
        thrifty.write(shown.of(new))
        assert thrifty.cells == whole.cells
        assert thrifty.cursor == whole.cursor


def test_of_the_same_picture_nothing_is_written():
    shown = ChangedCells()
    new = "\x1b[1;1H\x1b[1mWe use it.\x1b[0m\x1b[2;1H\u4e2d\x1b[1;4H"
    assert shown.of(new)
    assert shown.of(new) == ""


def test_of_one_letter_only_that_is_written():
    shown = ChangedCells()
    shown.of("\x1b[1;1HWe use it, and it is long enough.\x1b[1;1H")
    assert shown.of("\x1b[1;1HWe use it, and is is long enough.\x1b[1;2H") == "\x1b[1;17Hs\x1b[1;2H"


def test_the_cursor_goes_along():
    shown = ChangedCells()
    shown.of("\x1b[1;1HWe use it.\x1b[1;4H")
    assert shown.of("\x1b[1;1HWe use it.\x1b[1;5H") == "\x1b[1;5H"


@pytest.mark.parametrize("message", ["\x1b[?2026h", "\x1b[?2004h", "\x1b]52;c;V2U=\x07", "\x1b[>1u"])
def test_a_message_goes_as_it_is_and_changes_nothing(message):
    shown = ChangedCells()
    new = "\x1b[1;1HWe use it.\x1b[1;4H"
    shown.of(new)
    assert shown.of(message) == message
    assert shown.of(new) == ""


@pytest.mark.parametrize("message", ["\x1b[?1049h", "\x1b[2J", "Somebody says hello.\n", "\x1b[1;1H\x1b[K"])
def test_after_anything_else_the_next_picture_is_written_whole(message):
    shown = ChangedCells()
    new = "\x1b[1;1HWe use it.\x1b[1;4H"
    shown.of(new)
    assert shown.of(message) == message
    assert shown.of(new) == new


def test_what_is_forgotten_is_written_again():
    shown = ChangedCells()
    new = "\x1b[1;1HWe use it.\x1b[1;4H"
    shown.of(new)
    shown.forget()
    assert shown.of(new) == new
