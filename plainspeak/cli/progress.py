"""How far a run is: a bar on a terminal, a line now and then elsewhere, nothing for a run that is soon over."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TYPE_CHECKING

from plainspeak.reports.counts import counted

if TYPE_CHECKING:
    from plainspeak.batch.batch import Batch
    from plainspeak.batch.progress import Progress

_SOON = 1.0  # seconds before a bar is shown
_BAR_EVERY = 0.2
_LINE_EVERY = 15.0
_WIDTH = 24
_ROOM = 79
_CTRL_C = 2  # what a terminal shows of Ctrl+C, which must not begin a new line
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
        self._bar = wanted and bool(stream) and stream.isatty() and os.environ.get("TERM") != "dumb"
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
    """The bar; on a narrow terminal only the words, or the most useful of them."""
    try:
        room = os.get_terminal_size(sys.stderr.fileno()).columns - _CTRL_C - 1
    except (OSError, ValueError):  # no terminal of the system's
        room = _ROOM
    numbers, left = _numbers(progress), _left(progress)
    shorter = (bar(progress), so_far(progress), ", ".join(filter(None, (numbers, left))), numbers)
    return next((words for words in shorter if len(words) <= room), numbers[:room])


def bar(progress: Progress) -> str:
    """The bar: ``[#####.....] 500 of 2,000 documents, 1,204 pages, about 40 seconds left``."""
    if not progress.total:
        return so_far(progress)
    full = min(_WIDTH, _WIDTH * progress.done // progress.total)
    return f"[{'#' * full}{'.' * (_WIDTH - full)}] {so_far(progress)}"


def so_far(progress: Progress) -> str:
    """How far a run is, in words."""
    all_of_them = progress.done if progress.total is None else progress.total
    documents = f"{_numbers(progress)} document{'' if all_of_them == 1 else 's'}"
    pages = counted(progress.pages, "page") if progress.pages else ""
    return ", ".join(filter(None, (documents, pages, _left(progress))))


def _numbers(progress: Progress) -> str:
    return f"{progress.done:,}" + (f" of {progress.total:,}" if progress.total is not None else "")


def _left(progress: Progress) -> str:
    seconds = progress.seconds_left
    return f"about {time_in_words(seconds)} left" if seconds else ""


def time_in_words(seconds: float) -> str:
    """'40 seconds', '3 minutes', '2 hours'; rounded to what a person wants to know."""
    if seconds < 1.5 * _MINUTE:
        number, unit = max(1, round(seconds)), "second"
    elif seconds < 1.5 * _HOUR:
        number, unit = round(seconds / _MINUTE), "minute"
    else:
        number, unit = round(seconds / _HOUR), "hour"
    return f"{number:,} {unit}{'' if number == 1 else 's'}"
