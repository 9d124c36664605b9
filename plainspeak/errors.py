"""Everything that can go wrong, as one tree.

    PlainspeakError                 exit status 2
    |- UsageError                   wrong words on the command line
    |- SettingsError                plainspeak.toml cannot be used
    |- GlossaryError                a glossary file cannot be used; carries every problem found
    '- DocumentError                exit status 3: a document cannot be read or written

Each class owns its exit status. A message says what happened and where; the hint says what to do next.
"""

from __future__ import annotations

from typing import ClassVar


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


class SettingsError(PlainspeakError):
    """A settings file cannot be used."""


class GlossaryError(PlainspeakError):
    """A glossary file cannot be used."""


class DocumentError(PlainspeakError):
    """A document cannot be read or written; others may still be."""

    exit_status: ClassVar[int] = 3
