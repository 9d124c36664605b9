"""Everything that can go wrong, as one tree.

    PlainspeakError                 exit status 2
    |- UsageError                   wrong words on the command line
    |- SettingsError                plainspeak.toml cannot be used; carries every problem found
    |- GlossaryError                a glossary file cannot be used; carries every problem found
    '- DocumentError                exit status 3: a document cannot be read or written

Each class owns its exit status. A message says what happened and where; the hint says what to do next.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple, Self


class Problem(NamedTuple):
    """One thing wrong in a file that a person wrote: where, what, and what to do.

    Line and column count from 1. `blocks` is False for a fault that does not stop the file from being used,
    such as a meaning that is too long.
    """

    path: str
    line: int
    column: int
    what: str
    to_do: str = ""
    blocks: bool = True

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.what} {self.to_do}".rstrip()


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """'Did you mean "…"?' for the known word nearest to `word`, or "" when none is near."""
    from difflib import get_close_matches  # here: a run without mistakes never needs it

    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(word.lower().replace("-", "_"), by_lower, n=1, cutoff=0.6)
    near = near or get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return f'Did you mean "{by_lower[near[0]]}"?' if near else ""


class PlainspeakError(Exception):
    """Base of every error that plainspeak raises on purpose."""

    exit_status: ClassVar[int] = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class UsageError(PlainspeakError):
    """The words on the command line do not make a command."""


class _FileError(PlainspeakError):
    """A file that a person wrote cannot be used. `problems` holds every problem found, in file order."""

    def __init__(self, message: str, hint: str = "", problems: Iterable[Problem] = ()) -> None:
        super().__init__(message, hint)
        self.problems = tuple(problems)

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> Self:
        """The error for these problems; its text is one line for each."""
        problems = tuple(problems)
        return cls("\n".join(map(str, problems)), problems=problems)


class SettingsError(_FileError):
    """A settings file cannot be used."""


class GlossaryError(_FileError):
    """A glossary file cannot be used."""


class DocumentError(PlainspeakError):
    """A document cannot be read or written; others may still be."""

    exit_status: ClassVar[int] = 3
