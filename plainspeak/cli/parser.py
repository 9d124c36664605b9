"""The words of a command, read.

argparse, because it is there anyway: it is imported in 6 ms, where typer takes 60 and click 25.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from functools import cache
from typing import NoReturn

from plainspeak.errors import UsageError, did_you_mean

_PLAIN = {"expected one argument": "needs a value after it", "ignored explicit argument": "takes no value"}


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with the usage lines as they were written."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=_width())

    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:  # noqa: ARG002 - argparse's own
        """Put the usage under a plain heading."""
        self.add_text(f"How to use it:\n{usage}")


@cache
def _width() -> int:
    """How wide help may be: asked of the system here, because argparse imports shutil (6 ms) to find out."""
    try:
        return int(os.environ.get("COLUMNS", "")) - 2
    except ValueError:
        try:
            return os.get_terminal_size().columns - 2
        except OSError:  # no terminal
            return 78


class Parser(argparse.ArgumentParser):
    """Reads the words of one command, and says in plain words what is wrong with them.

    A command has one list of names or words at most (``nargs="*"``); options may stand anywhere among them.
    """

    def __init__(self, command: str, usage: Sequence[str], description: str, more: str = "") -> None:
        self.command = command
        super().__init__(
            prog=f"plainspeak {command}",
            usage="\n".join(f"  plainspeak {command} {line}".rstrip() for line in usage),
            description=description,
            epilog=more,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self._positionals.title = "What to give it"
        self._optionals.title = "Options"

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """The options and other words of the command. Raises UsageError."""
        self.add_argument("-h", "--help", action="help", help="show this page")
        words, names = _parted(words)
        try:
            options, unknown = self.parse_known_intermixed_args(words)
        except argparse.ArgumentError as error:
            what = next((plain for said, plain in _PLAIN.items() if error.message.startswith(said)), error.message)
            raise UsageError(f"{error.argument_name} {what}.", self._see_help()) from None
        if unknown:
            raise self._unknown(unknown[0])
        for positional in self._get_positional_actions():
            getattr(options, positional.dest).extend(names)
        return options

    def error(self, message: str) -> NoReturn:
        """What argparse calls when the words make no sense."""
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", self._see_help())

    def _unknown(self, word: str) -> UsageError:
        option = word.partition("=")[0]
        known = [name for action in self._actions for name in action.option_strings]
        near = did_you_mean(option, known)
        return UsageError(f"There is no option {option} here.", near or self._see_help())

    def _see_help(self) -> str:
        return f"See plainspeak {self.command} --help."


def _parted(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The words before ``--``, and those after it, which are names even where they look like options."""
    if "--" not in words:
        return words, ()
    at = words.index("--")
    return words[:at], words[at + 1 :]


def one_of(what: str, choices: Sequence[str]) -> Callable[[str], str]:
    """A reader for a value that must be one of `choices`; `what` is what such a value is called."""

    def read(word: str) -> str:
        if word in choices:
            return word
        near = did_you_mean(word, choices)
        raise UsageError(f'There is no {what} "{word}".', near or f"Choose from: {', '.join(choices)}.")

    return read


def number_up_to(most: int) -> Callable[[str], int]:
    """A reader for a value that must be a number from 1 to `most`."""

    def read(word: str) -> int:
        if not word.isascii() or not word.isdigit() or not 0 < int(word) <= most:
            raise UsageError(f'"{word}" is not a number of 1 or more.')
        return int(word)

    return read
