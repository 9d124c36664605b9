"""Nearest: the words that a misspelt one may have been meant to be.

Words are compared by optimal string alignment: one step is a letter left out, put in, replaced, or swapped with the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Near(NamedTuple):
    """A word and how many steps it is away."""

    steps: int
    word: str


def steps_allowed(word: str) -> int:
    """How many steps away a word of this length may still be the one that was meant."""
    return 1 if len(word) < 6 else 2 if len(word) < 13 else 3  # noqa: PLR2004 - about one letter in four, or fewer


class Choices:
    """Words from which a misspelt one may be meant, kept by length and first letter: few of them are ever compared."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = {}
        self._by_start: dict[tuple[str, int], list[str]] = {}
        for word in words:
            self._by_length.setdefault(len(word), []).append(word)
            self._by_start.setdefault((word[:1], len(word)), []).append(word)

    def near(self, word: str, most: int) -> list[Near]:
        """Those that are one step from `word`, or begin with its letter and are at most `most` steps away; nearest first."""
        size = len(word)
        lengths = range(size - 1, size + 2)
        others = [other for length in lengths for other in self._by_length.get(length, ())]
        reach = range(size - most, size + most + 1)
        alike = [other for length in reach for other in self._by_start.get((word[:1], length), ())]
        return sorted({*near_words(word, others, 1), *near_words(word, alike, most)})


def near_words(word: str, choices: Sequence[str], most: int) -> list[Near]:
    """Those of `choices` that are at most `most` steps from `word`, nearest first, else in their order."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, choices, scorer=OSA.distance, processor=None, score_cutoff=most, limit=None)
    return [Near(int(steps), choice) for choice, steps, _ in found]


def steps_between(word: str, other: str) -> int:
    """How many steps lead from one word to the other."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(word, other))
