"""plainspeak [FILE]: open the app."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from plainspeak.errors import UsageError


def run(words: Sequence[str]) -> int:
    """Open the app on a file, on text that is piped in, or on an empty draft; returns the exit status."""
    if len(words) > 1:
        raise UsageError("The app opens one file at a time.", "To look through several: plainspeak check FILE...")
    if not sys.stdout.isatty():
        raise UsageError(
            "The app needs a terminal to show itself in.", "To check text without one: plainspeak check FILE."
        )
    if os.environ.get("TERM") == "dumb":
        raise UsageError(
            "This terminal shows plain lines only (TERM is dumb), so the app cannot be drawn in it.",
            "To go through a file in plain lines: plainspeak review FILE.",
        )
    from plainspeak.tui.app import run as run_app

    path = None if words in ([], ["-"]) else Path(words[0])
    return run_app(path, _piped_text() if path is None else None)


def _piped_text() -> str | None:
    """The text that is piped in, or None when standard input is the keyboard."""
    if sys.stdin.isatty():
        return None
    from plainspeak.documents.plain_text import read_stream, with_newlines

    return with_newlines(read_stream(sys.stdin.buffer).text, "\n")
