"""Problems: what is wrong in a glossary file, collected with the place and what to do."""

from __future__ import annotations

from typing import Protocol

from plainspeak.errors import Problem, did_you_mean

__all__ = ["Problem", "ProblemLog", "did_you_mean", "quoted"]


class Placed(Protocol):
    """Anything that knows its place in a file."""

    @property
    def line(self) -> int:
        """1-based line."""

    @property
    def column(self) -> int:
        """1-based column."""


class ProblemLog:
    """Collects the problems of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._problems: list[Problem] = []

    def add(self, at: Placed, what: str, to_do: str = "") -> None:
        """Note a fault that stops the file from being used."""
        self._problems.append(Problem(self.path, at.line, at.column, what, to_do))

    def advise(self, at: Placed, what: str, to_do: str = "") -> None:
        """Note a fault that should be mended but does not stop the file from being used."""
        self._problems.append(Problem(self.path, at.line, at.column, what, to_do, blocks=False))

    def __bool__(self) -> bool:
        return bool(self._problems)

    def in_order(self) -> list[Problem]:
        """Every problem noted, by line and column."""
        return sorted(self._problems, key=lambda problem: (problem.line, problem.column))


def quoted(words: str, limit: int = 60) -> str:
    """The words in quotation marks, on one line and cut to a length that can be read."""
    words = " ".join(words.split())
    return f'"{words if len(words) <= limit else words[: limit - 1] + "…"}"'
