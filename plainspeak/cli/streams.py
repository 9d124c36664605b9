"""Standard input, output and error: the edge of the program."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from plainspeak.reports.terminal import in_lines

READER_GONE = 141
"""The exit status, as shells count it, when who reads our output has ended: ``plainspeak check . | head -1``."""


def set_up_streams() -> None:
    """Make output UTF-8 with plain line ends everywhere, whatever the system says.

    A file name that is not valid text has its odd bytes written out. What would go to a stream that is closed goes nowhere.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def standard_input() -> BinaryIO:
    """The bytes of standard input; says how to end it to a person who types."""
    if sys.stdin.isatty():
        tell(
            f"Type or paste your text, then press {'Ctrl+Z and Enter' if os.name == 'nt' else 'Ctrl+D'} on a new line."
        )
    return sys.stdin.buffer


def answer_line() -> str:
    """The next line that is typed, or that is piped in as UTF-8, with its line end; "" at the end."""
    if sys.stdin.isatty():
        return sys.stdin.readline()
    return sys.stdin.buffer.readline().decode("utf-8", "replace").removeprefix("\ufeff")


def tell(message: str) -> None:
    """Write a message for the person to standard error."""
    sys.stdout.flush()
    sys.stderr.write(in_lines(message) + "\n")


def as_seen_from_here(problem: object) -> str:
    """A problem in words, with the names of files in the current folder cut short."""
    return str(problem).replace(str(Path.cwd()) + os.sep, "")


def deliver(parts: Iterable[str | bytes], output: str | None) -> None:
    """Write the parts of a result to the file `output`, or to standard output as they come.

    Raises DocumentError when the file cannot be saved; what was there is then as it was.
    """
    if output is None:
        for part in parts:
            _show(part)
        return
    from plainspeak.documents.saving import save_parts

    save_parts(Path(output), map(_encoded, parts))


def _show(part: str | bytes) -> None:
    if isinstance(part, str):
        sys.stdout.write(part)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(part)


def _encoded(part: str | bytes) -> bytes:
    return part.encode("utf-8", "backslashreplace") if isinstance(part, str) else part


def wants_colour() -> bool:
    """Whether standard output is a terminal that shows colours, and the person has not asked for none (NO_COLOR)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ


def drop_output() -> None:
    """Stop writing: nobody reads any more, and Python must not complain of it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream:
            try:
                stream.flush()
            except OSError:
                os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
