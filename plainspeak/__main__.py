"""``python -m plainspeak``, which is the same as ``plainspeak``."""

from __future__ import annotations

import gc
import signal
import sys

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells count it."""


def main(words: list[str] | None = None) -> int:
    """Run the command that `words` (default: the words after the program's name) make; returns the exit status."""
    gc.set_threshold(
        50_000
    )  # hardly anything here is a cycle: looking for them as often as usual takes 5 ms of the start
    try:
        from plainspeak.cli.command_line import run

        return run(sys.argv[1:] if words is None else words)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever presses it once more must not break the ending
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
