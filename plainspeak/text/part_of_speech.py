"""Noun or verb here? The part of speech of a word from the words around it, by rule.

What each word can be comes from word lists (data/parts_of_speech), which use fits where from a table of neighbours and
from the verbs that a clause owes (parts/grammar.py). Of all ways to read the stretch the likeliest is taken; how far
behind the next best answer lies says whether the answer is sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Literal, NamedTuple

from plainspeak.text.parts.phrases import phrase_choices
from plainspeak.text.parts.places import before, elements_at, elements_on_the_way, following
from plainspeak.text.parts.stems import is_ing_form
from plainspeak.text.parts.walk import Element, after, at_beginning, costs_of_uses, in_the_middle, only_use

Part = Literal[
    "noun",
    "verb",
    "adjective",
    "adverb",
    "determiner",
    "pronoun",
    "preposition",
    "conjunction",
    "auxiliary",
    "to",
    "number",
    "name",
    "punctuation",
    "other",
]


class Reading(NamedTuple):
    """How a word is used in its sentence.

    `feature` is, of a verb, base, present, s, past, participle or ing; of a noun, singular, plural or ing; of an
    adjective, participle or ing when it has that form; else empty. `sure` is False when the words around leave doubt.
    """

    part: Part
    feature: str
    sure: bool


_ANSWERS: dict[str, tuple[Part, str]] = {
    "determiner": ("determiner", ""),
    **dict.fromkeys(("subject", "it", "object", "there", "who", "relative", "anyone"), ("pronoun", "")),
    **dict.fromkeys(("modal", "is", "be", "been", "being", "has", "have", "having"), ("auxiliary", "")),
    **dict.fromkeys(("preposition", "of", "by"), ("preposition", "")),
    **dict.fromkeys(("when", "and"), ("conjunction", "")),
    **dict.fromkeys(("comma", "stop", "apostrophe", "aside"), ("punctuation", "")),
    **dict.fromkeys(("adverb", "how"), ("adverb", "")),
    **dict.fromkeys(("noun", "group", "possessive"), ("noun", "singular")),
    **dict.fromkeys(("plural", "people"), ("noun", "plural")),
    "ing-noun": ("noun", "ing"),
    "name": ("name", ""),
    "number": ("number", ""),
    "adjective": ("adjective", ""),
    **dict.fromkeys(("participle-adjective", "compound"), ("adjective", "participle")),
    "ing-adjective": ("adjective", "ing"),
    "base": ("verb", "base"),
    **dict.fromkeys(("present", "half-modal"), ("verb", "present")),
    "s": ("verb", "s"),
    "past": ("verb", "past"),
    "participle": ("verb", "participle"),
    "ing": ("verb", "ing"),
    "to": ("to", ""),
    "please": ("other", ""),
}
_DOUBTED_AS = {
    use: ("verb", "base") if part == "verb" and feature == "present" else (part, feature)
    for use, (part, feature) in _ANSWERS.items()
}
_DOUBTED_AS |= dict.fromkeys(("adjective", "participle-adjective", "ing-adjective", "compound"), ("adjective", ""))
"""The answers with those made one between which doubt does no harm."""
_cost = itemgetter(1)
_KEPT = 65_536
"""How many answers for single words are kept."""
_SURE = 2
"""How far behind the next best answer must lie for a reading to be sure."""
_DECISIVE = 4
"""How far behind it must lie, going by the nearest words, for the others not to be looked at."""
_FAR = 999
_cost = itemgetter(1)
_KEPT = 16_384
"""How many answers are kept."""
_NEAR_BEFORE, _NEAR_AFTER = 2, 1
"""How many of the nearest words are looked at first."""
_WORDS_BEFORE, _WORDS_AFTER = 8, 6
"""How far a word's reading looks at most, in tokens."""


def reading_at(words: Sequence[str], index: int) -> Reading:
    """How ``words[index]`` is used; `words` are the tokens of one sentence, marks included.

    Looks at the words next to it and, where these leave doubt, at the eight words before and the six after.
    """
    return _reading(words, index, index, elements_at(words, index))


def readings(words: Sequence[str]) -> list[Reading]:
    """How each word of a sentence is used."""
    return [reading_at(words, index) for index in range(len(words))]


def reading_of_phrase(words: Sequence[str], first: int, last: int) -> Reading:
    """How the words from `first` to `last` (both counted) are used as one: service users, follow up, in order to."""
    if first == last:
        return reading_at(words, first)
    return _reading(words, first, last, (phrase_choices(tuple(words[first : last + 1])),))


def _reading(words: Sequence[str], first: int, last: int, asked: tuple[Element, ...]) -> Reading:
    """How ``words[first:last + 1]`` are used, given what they can be."""
    if len(asked) == 1 and (use := only_use(asked[0])):
        return _read_as(words[last], use, sure=True)
    use, margin = _near(words, first, last, asked)
    if margin < _DECISIVE:
        start, stop = max(first - _WORDS_BEFORE, 0), min(last + 1 + _WORDS_AFTER, len(words))
        front = in_the_middle() if start else at_beginning()
        front = after(front, before(words, start, first))
        right = [*asked[1:], *following(words, last + 1, stop)]
        use, margin = _likeliest(costs_of_uses(front, asked[0], right, ends=stop == len(words)))
    return _read_as(words[last], use, sure=margin >= _SURE)


def _near(words: Sequence[str], first: int, last: int, asked: tuple[Element, ...]) -> tuple[str, int]:
    """The likeliest use by the nearest words, and how far the next best answer lies behind."""
    start, stop = max(first - _NEAR_BEFORE, 0), min(last + 1 + _NEAR_AFTER, len(words))
    if ")" in words[start:first]:
        return "", 0
    left = [element for index in range(start, first) for element in elements_on_the_way(words, index)]
    right = [element for index in range(last + 1, stop) for element in elements_on_the_way(words, index)]
    return _by_nearest(tuple(left), asked, tuple(right), starts=start == 0, ends=stop == len(words))


@lru_cache(_KEPT)
def _by_nearest(
    left: tuple[Element, ...], asked: tuple[Element, ...], right: tuple[Element, ...], *, starts: bool, ends: bool
) -> tuple[str, int]:
    front = after(at_beginning() if starts else in_the_middle(), left)
    return _likeliest(costs_of_uses(front, asked[0], asked[1:] + right, ends=ends))


def _likeliest(costs: Sequence[tuple[str, int]]) -> tuple[str, int]:
    """The likeliest use, and how far the next best answer lies behind."""
    use, least = min(costs, key=_cost)
    answer = _DOUBTED_AS[use]
    return use, min((cost for other, cost in costs if _DOUBTED_AS[other] != answer), default=_FAR) - least


@lru_cache(_KEPT)
def _read_as(word: str, use: str, *, sure: bool) -> Reading:
    part, feature = _ANSWERS[use]
    if part in ("noun", "adjective") and feature in ("singular", "") and is_ing_form(word):
        feature = "ing"
    elif use == "adjective" and word.endswith("ed"):
        feature = "participle"
    return Reading(part, feature, sure)
