"""Topics: what a paragraph is about, where that is not care, health, councils or charities."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from plainspeak.text.inflection import all_forms
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
_FEWEST = 2
"""How many different words of its list show a topic."""


def is_about(vocabulary: frozenset[str], topic: str) -> bool:
    """Whether words in small letters show that a text is about `topic`, and more so than about services for people."""
    found = len(vocabulary & _words(topic))
    return found >= _FEWEST and found > len(vocabulary & _words("services"))


@cache
def _words(topic: str) -> frozenset[str]:
    listed = word_set(f"topics/{topic.replace(' ', '_')}")
    return frozenset(form.lower() for word in listed for form in all_forms(word))
