"""Nearest: the words that a misspelt one may have been meant to be.

Words are compared by optimal string alignment: one step is a letter left out, put in, replaced, or swapped with the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Near(NamedTuple):
    """A word and how many steps it is away."""

    steps: int
    word: str


def steps_allowed(word: str) -> int:
    """How many steps away a word of this length may still be the one that was meant."""
    return 1 if len(word) < 6 else 2 if len(word) < 11 else 3  # noqa: PLR2004 - about one letter in four


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
