"""Talk: something said, and an answer heard, line by line."""

from __future__ import annotations

import sys

from plainspeak.cli.streams import answer_line
from plainspeak.reports.terminal import on_one_line

_PROMPT = "Answer: "


class AnswersEndedError(Exception):
    """There is nobody to ask any more: the answers that were piped in have ended, or Ctrl+D was pressed."""


def say(*said: str) -> None:
    """Say something, line by line."""
    sys.stdout.writelines(f"{line}\n" for line in said)


def listen(prompt: str = _PROMPT) -> str:
    """The answer of the person; one that is piped in is said again, so that what is written reads as a talk.

    Raises AnswersEndedError when there is none.
    """
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = answer_line()
    if not line:
        say("")
        raise AnswersEndedError
    answer = line.rstrip("\r\n")
    if not sys.stdin.isatty():
        say(on_one_line(answer))
    return answer
