"""Topics: what a paragraph is about, where that is not care, health, councils or charities."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, get_args

from plainspeak.text.word_lists import word_set

Topic = Literal[
    "sport",
    "music and stage",
    "machines",
    "computing",
    "cooking",
    "nature",
    "courts",
    "transport",
    "money markets",
    "science",
    "war and history",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)
"""Each has a list of words in data/topics."""
_SERVICES = "services"
_REMEMBERED = 32_768
_FEWEST = 2
"""How many different words of its list show a topic."""


def topics_of(vocabulary: frozenset[str]) -> frozenset[str]:
    """The topics that words in small letters show a text to be about, each more so than about services for people."""
    table = _topics_by_word()
    found: dict[str, int] = {}
    for word in set(map(_listed, vocabulary)):
        for topic in table.get(word, ()):
            found[topic] = found.get(topic, 0) + 1
    least = max(_FEWEST, found.pop(_SERVICES, 0) + 1)
    return frozenset([topic for topic, count in found.items() if count >= least])


@lru_cache(_REMEMBERED)
def _listed(word: str) -> str:
    """The listed word that `word` is or is a regular form of, or nothing."""
    return next((base for base in _bases(word) if base in _topics_by_word()), "")


def _bases(word: str) -> tuple[str, ...]:
    """What a word may be a regular form of: itself, batteries without their ending, and so on; some are no words."""
    match word[-1:]:
        case "s":
            return word, word[:-1], word[:-2], f"{word[:-3]}y"
        case "d":
            return word, word[:-1], word[:-2]
        case "g":
            return word, word[:-3], f"{word[:-3]}e"
    return (word,)


@cache
def _topics_by_word() -> dict[str, tuple[str, ...]]:
    """Every listed word, with the topics it belongs to."""
    table: dict[str, tuple[str, ...]] = {}
    for topic in (*TOPICS, _SERVICES):
        for word in word_set(f"topics/{topic.replace(' ', '_')}"):
            table[word] = (*table.get(word, ()), topic)
    return table
