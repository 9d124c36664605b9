"""Doings: wordings that name what is done and no thing, such as *working together* or *sharing skills*."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.matching.occurrence import Occurrence
from plainspeak.text.adverbs import is_adverb
from plainspeak.text.noun_phrases import has_no_noun_head
from plainspeak.text.parts.uses import closed, known

_WITH_ADVERB = 2
"""How many words *coming together* and the like have."""
_AFTER_DOING = frozenset({"of", "and", "or"})
_AFTER_THINGS = frozenset("of on in for at to with from by about as over".split())


def is_action(text: str) -> bool:
    """Whether a wording is something done or a clause and no thing: *working together*, not *funding* or *spending on food*."""
    words = text.lower().split(" ")
    while len(words) > 1 and is_adverb(words[0]):
        words = words[1:]
    if len(words) == 1:
        return False
    if words[0].endswith("ing") and _is_thing_in_ing(words):
        return False
    return has_no_noun_head(words) and (words[0].endswith("ing") or not words[-1].endswith("ing"))


def _is_thing_in_ing(words: Sequence[str]) -> bool:
    """Whether a wording is about a thing for all its ending: *spending on food*, *planning and buying*."""
    only_in_ing = all(word.endswith("ing") or word in {"and", "or"} for word in words)
    return only_in_ing or ("noun" in known(words[0]) and words[1] in _AFTER_THINGS)


def is_with_adverb(text: str) -> bool:
    """Whether a doing has no object: *working together*, not *sharing skills*."""
    words = text.split(" ")
    return len(words) == _WITH_ADVERB and "adverb" in closed(words[1])


def acts_on_something(text: str) -> bool:
    """Whether a wording is a doing with an object, which no adjective can stand before: *making services better*."""
    return is_action(text) and text.split(" ")[1] not in _AFTER_DOING and not is_with_adverb(text)


def describes_doing(occurrence: Occurrence, text: str) -> bool:
    """Whether a describing word stands before something that is now done to a thing: *effective* before *keeping staff*."""
    words = text.split(" ")
    before = occurrence.tokens[0] - 1
    if not words[0].endswith("ing") or before < 0 or len(words) == 1 or _is_thing_in_ing(words):
        return False
    if "noun" in known(words[0]) and words[1] != "and":
        return False
    return occurrence.sentence.reading_of(before, before).part == "adjective"
