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
from plainspeak.text.parts.places import before, between, elements_at, following
from plainspeak.text.parts.stems import is_ing_form
from plainspeak.text.parts.walk import Element, Front, after, at_beginning, costs_of_uses, in_the_middle, only_use

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


class Readings:
    """How the words of one sentence are used; `words` are its tokens, marks included.

    To read a word is to look at the words next to it and, where these leave doubt, at the eight before and the six after.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._fronts = [at_beginning()]

    def of(self, first: int, last: int) -> Reading:
        """How the words from `first` to `last` (both counted) are used as one: service users, follow up, in order to."""
        if first == last:
            return self._reading(first, last, elements_at(self._words, first))
        return self._reading(first, last, (phrase_choices(tuple(self._words[first : last + 1])),))

    def _reading(self, first: int, last: int, asked: tuple[Element, ...]) -> Reading:
        """How ``words[first:last + 1]`` are used, given what they can be."""
        word, size = self._words[last], len(self._words)
        if len(asked) == 1 and (use := only_use(asked[0])):
            return _read_as(word, use, True)
        use, margin = self._near(first, last, asked)
        if margin < _DECISIVE:
            stop = min(last + 1 + _WORDS_AFTER, size)
            right = (*asked[1:], *following(self._words, last + 1, stop))
            use, margin = _likeliest(costs_of_uses(self._front_before(first), asked[0], right, ends=stop == size))
        return _read_as(word, use, margin >= _SURE)

    def _near(self, first: int, last: int, asked: tuple[Element, ...]) -> tuple[str, int]:
        """The likeliest use by the nearest words, and how far the next best answer lies behind."""
        size = len(self._words)
        start, stop = max(first - _NEAR_BEFORE, 0), min(last + 1 + _NEAR_AFTER, size)
        if ")" in self._words[start:first]:
            return "", 0
        left, right = between(self._words, start, first), between(self._words, last + 1, stop)
        return _by_nearest(left, asked, right, start == 0, stop == size)

    def _front_before(self, index: int) -> Front:
        """The ways to read the words before the one at `index`."""
        words, start = self._words, max(index - _WORDS_BEFORE, 0)
        if start or ")" in words[:index]:
            return after(in_the_middle() if start else at_beginning(), before(words, start, index))
        fronts = self._fronts  # kept, because most words that are asked about stand in one sentence with others
        while len(fronts) <= index:
            fronts.append(after(fronts[-1], between(words, len(fronts) - 1, len(fronts))))
        return fronts[index]


def reading_at(words: Sequence[str], index: int) -> Reading:
    """How ``words[index]`` is used; `words` are the tokens of one sentence, marks included."""
    return Readings(words).of(index, index)


def readings(words: Sequence[str]) -> list[Reading]:
    """How each word of a sentence is used."""
    sentence = Readings(words)
    return [sentence.of(index, index) for index in range(len(words))]


@lru_cache(_KEPT)
def _by_nearest(
    left: tuple[Element, ...], asked: tuple[Element, ...], right: tuple[Element, ...], starts: bool, ends: bool
) -> tuple[str, int]:
    front = after(at_beginning() if starts else in_the_middle(), left)
    return _likeliest(costs_of_uses(front, asked[0], asked[1:] + right, ends=ends))


def _likeliest(costs: Sequence[tuple[str, int]]) -> tuple[str, int]:
    """The likeliest use, and how far the next best answer lies behind."""
    use, least = min(costs, key=_cost)
    answer = _DOUBTED_AS[use]
    return use, min((cost for other, cost in costs if _DOUBTED_AS[other] != answer), default=_FAR) - least


@lru_cache(_KEPT)
def _read_as(word: str, use: str, sure: bool) -> Reading:
    part, feature = _ANSWERS[use]
    if part in ("noun", "adjective") and feature in ("singular", "") and is_ing_form(word):
        feature = "ing"
    elif use == "adjective" and word.endswith("ed"):
        feature = "participle"
    return Reading(part, feature, sure)
