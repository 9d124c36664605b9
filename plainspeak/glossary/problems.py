"""Problems: what is wrong in a glossary file, collected with the place and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from plainspeak.errors import Problem, did_you_mean

__all__ = ["Problem", "ProblemLog", "did_you_mean", "in_file_order", "quoted"]


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
        return in_file_order(self._problems)


def in_file_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems file by file, in the order in which the files come first, and by line and column in each."""
    problems = list(problems)
    files = {path: at for at, path in enumerate(dict.fromkeys(problem.path for problem in problems))}
    return sorted(problems, key=lambda problem: (files[problem.path], problem.line, problem.column))


def quoted(words: str, limit: int = 60) -> str:
    """The words in quotation marks, on one line and cut to a length that can be read."""
    words = " ".join(words.split())
    return f'"{words if len(words) <= limit else words[: limit - 1] + "…"}"'
