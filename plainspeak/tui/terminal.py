"""The terminal: where keys come from when the draft itself was piped in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import UnsupportedOperation
from typing import TextIO

from plainspeak.errors import UsageError


def take_keyboard() -> None:
    """Make standard input the keyboard again, after a draft has been read from a pipe.

    Raises UsageError when there is no terminal to show the app in.
    """
    if not sys.__stderr__ or not sys.__stderr__.isatty():
        raise _no_terminal()
    if sys.__stdin__ and sys.__stdin__.isatty():
        return
    try:
        keyboard = os.open("CONIN$" if sys.platform == "win32" else "/dev/tty", os.O_RDWR)
    except OSError as error:
        raise _no_terminal() from error
    os.dup2(keyboard, 0)
    os.close(keyboard)
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc]  # noqa: SIM115 - it stays open as long as the app runs, and Textual asks sys.__stdin__


class _Numberless:
    """A stream that does not pretend to be an open file; everything else is that of the stream behind it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def fileno(self) -> int:
        """Raise, as a stream without a file should."""
        raise UnsupportedOperation("fileno")

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextmanager
def processes_may_start() -> Iterator[None]:
    """Let Python start processes while the app runs.

    Textual puts a stream in the place of standard error which gives -1 as its number, and multiprocessing takes that for an
    open file that it must hand on.
    """
    kept = sys.stderr
    sys.stderr = _Numberless(kept)
    try:
        yield
    finally:
        sys.stderr = kept


def _no_terminal() -> UsageError:
    return UsageError(
        "The app needs a terminal to run in.", "Use plainspeak check or plainspeak rewrite where there is none."
    )
