"""The first picture: the top of the draft, shown at once while the rest of the app is being loaded."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from plainspeak.tui.held_text import drawn, held

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
_LEAVE = "\x1b[?25h\x1b[?1049l"
_CARD = 46  # columns, as in the style sheet
_WIDE = 100
_TALL = 20  # rows; there the names of the screens stand above the draft


@contextmanager
def first_picture(name: str, text: str) -> Iterator[None]:
    """Show the draft until the app draws itself over it; put the screen back if it never does."""
    screen = sys.__stderr__
    if screen is None or sys.platform == "win32":  # old consoles there would show the codes as text
        yield
        return
    columns, rows = shutil.get_terminal_size()
    screen.write(_ENTER + "\r\n".join(picture(name, text, columns, rows)))
    screen.flush()
    try:
        yield
    except BaseException:
        screen.write(_LEAVE)
        screen.flush()
        raise


def picture(name: str, text: str, columns: int, rows: int) -> list[str]:
    """The lines of the picture: the name, the top of the draft, and what is going on."""
    width = max(10, columns - (_CARD if columns >= _WIDE else 0) - 5)
    top = text[: width * rows]
    wrapped = (part for line in drawn(held(top)).split("\n") for part in textwrap.wrap(line, width) or [""])
    above = ["", f"   {drawn(held(name))[:width]}"][0 if rows >= _TALL else 1 :]
    room = max(0, rows - 2 - len(above))
    lines = [f"   {line}" for line in islice(wrapped, room)]
    lines += [""] * (room - len(lines))
    return [*above, *lines, " Opening \u2026"]
