"""How far a run is: a bar on a terminal, a line now and then elsewhere, nothing for a run that is soon over."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainspeak.batch.batch import Batch
    from plainspeak.batch.progress import Progress

_SOON = 1.0  # seconds before a bar is shown
_BAR_EVERY = 0.2
_LINE_EVERY = 15.0
_WIDTH = 24
_ROOM = 79
_MINUTE = 60
_HOUR = 3600


class ProgressShown:
    """Shows on standard error how far `batch` is, while it works. It has its documents counted first.

    The bar never stands beside other words: `hide` takes it away before they are written. `shares_its_screen` tells that the
    report goes to a terminal too, so that each document that comes may bring some.
    """

    def __init__(self, batch: Batch, *, wanted: bool = True, beside_report: bool = False) -> None:
        self._batch = batch
        self._counted = False
        stream = sys.stderr
        self._bar = wanted and bool(stream) and stream.isatty()
        self._lines = wanted and bool(stream) and not self._bar
        self.shares_its_screen = self._bar and beside_report and sys.stdout.isatty()
        self._is_shown = False
        self._next = monotonic() + (_SOON if self._bar else _LINE_EVERY)
        batch.while_waiting = self.tick

    def tick(self) -> None:
        """Show how far the run is, if it is time to."""
        if not (self._bar or self._lines) or monotonic() < self._next:
            return
        self._next = monotonic() + (_BAR_EVERY if self._bar else _LINE_EVERY)
        if not self._counted:
            self._counted = True
            self._batch.count()
        if self._bar:
            self._is_shown = True
            _write(f"\r{_on_one_line(self._batch.progress)}\x1b[K")
        else:
            _write(f"plainspeak: {so_far(self._batch.progress)}\n")

    def hide(self) -> None:
        """Take the bar away."""
        if self._is_shown:
            self._is_shown = False
            _write("\r\x1b[K")


def _write(words: str) -> None:
    sys.stderr.write(words)
    sys.stderr.flush()


def _on_one_line(progress: Progress) -> str:
    """The bar; only the words, or as much of them as there is room for, on a narrow terminal."""
    try:
        room = os.get_terminal_size(sys.stderr.fileno()).columns - 1
    except (OSError, ValueError):  # no terminal of the system's
        room = _ROOM
    whole = bar(progress)
    return whole if len(whole) <= room else so_far(progress)[:room]


def bar(progress: Progress) -> str:
    """The bar: ``[#####.....] 500 of 2,000 documents, 1,204 pages, about 40 seconds left``."""
    if not progress.total:
        return so_far(progress)
    full = min(_WIDTH, _WIDTH * progress.done // progress.total)
    return f"[{'#' * full}{'.' * (_WIDTH - full)}] {so_far(progress)}"


def so_far(progress: Progress) -> str:
    """How far a run is, in words."""
    of = f" of {progress.total:,}" if progress.total is not None else ""
    parts = [f"{progress.done:,}{of} documents"]
    if progress.pages:
        parts.append(f"{progress.pages:,} pages")
    left = progress.seconds_left
    if left is not None:
        parts.append(f"about {time_in_words(left)} left")
    return ", ".join(parts)


def time_in_words(seconds: float) -> str:
    """'40 seconds', '3 minutes', '2 hours'; rounded to what a person wants to know."""
    if seconds < 1.5 * _MINUTE:
        number, unit = max(1, round(seconds)), "second"
    elif seconds < 1.5 * _HOUR:
        number, unit = round(seconds / _MINUTE), "minute"
    else:
        number, unit = round(seconds / _HOUR), "hour"
    return f"{number:,} {unit}{'' if number == 1 else 's'}"
