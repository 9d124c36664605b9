"""Noun or verb here? The part of speech of a word from the words around it, by rule.

What each word can be comes from word lists (data/parts_of_speech), which use fits where from a table of neighbours and
from the verbs that a clause owes (parts/grammar.py). Of all ways to read the stretch the likeliest is taken; how far
behind the next best answer lies says whether the answer is sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Literal, NamedTuple

from plainspeak.text.parts.fronts import Element, Front, at_beginning, costs_of_uses, in_the_middle
from plainspeak.text.parts.phrases import phrase_choices
from plainspeak.text.parts.places import elements_at, elements_on_the_way, following

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
_MARGIN = 2
"""How far behind the next best answer must lie for a reading to be sure."""
_FAR = 999
_WORDS_BEFORE, _WORDS_AFTER = 10, 6
"""How far a single word's reading looks, in tokens."""


def reading_at(words: Sequence[str], index: int) -> Reading:
    """How ``words[index]`` is used; `words` are the tokens of one sentence, marks included.

    Looks at the ten words before and the six after, up to the ends of the sentence.
    """
    return _reading(words, index, index, elements_at(words, index))


def readings(words: Sequence[str]) -> list[Reading]:
    """How each word of a sentence is used."""
    fronts = _fronts(words, 0)
    return [_reading_after(front, words, at, elements_at(words, at)) for at, front in enumerate(fronts)]


def reading_of_phrase(words: Sequence[str], first: int, last: int) -> Reading:
    """How the words from `first` to `last` (both counted) are used as one: service users, follow up, in order to."""
    if first == last:
        return reading_at(words, first)
    return _reading(words, first, last, (phrase_choices(tuple(words[first : last + 1])),))


def _reading(words: Sequence[str], first: int, last: int, asked: Sequence[Element]) -> Reading:
    """How ``words[first:last + 1]`` are used, given what they can be."""
    if len(asked) == len(asked[0].uses) == 1:
        return _read_as(words[last], asked[0].uses[0][0].name, sure=True)
    start = max(first - _WORDS_BEFORE, 0)
    front = next(islice(_fronts(words, start), first - start, None))
    return _reading_after(front, words, last, asked)


def _fronts(words: Sequence[str], start: int) -> Iterator[Front]:
    """The front before each word from `start` on; after a bracket closes, it is as it was before."""
    front = before_bracket = in_the_middle() if start else at_beginning()
    for index in range(start, len(words)):
        yield front
        if words[index] == "(":
            before_bracket = front
        if words[index] == ")":
            front = before_bracket
            continue
        for element in elements_on_the_way(words, index):
            front, _ = front.after(element)


def _reading_after(front: Front, words: Sequence[str], last: int, asked: Sequence[Element]) -> Reading:
    """How the words up to ``words[last]`` are used, given what they can be and the front before them."""
    stop = min(last + 1 + _WORDS_AFTER, len(words))
    right = [*asked[1:], *following(words, last + 1, stop)]
    return _answer(words[last], costs_of_uses(front, asked[0], right, ends=stop == len(words)))


def _answer(word: str, costs: Sequence[tuple[str, int]]) -> Reading:
    """The likeliest reading, sure if no other answer comes near."""
    use, least = min(costs, key=_cost)
    answer = _DOUBTED_AS[use]
    rival = min((cost for other, cost in costs if _DOUBTED_AS[other] != answer), default=_FAR)
    return _read_as(word, use, sure=rival - least >= _MARGIN)


@lru_cache(_KEPT)
def _read_as(word: str, use: str, *, sure: bool) -> Reading:
    part, feature = _ANSWERS[use]
    if part in ("noun", "adjective") and feature in ("singular", "") and word.endswith("ing"):
        feature = "ing"
    elif use == "adjective" and word.endswith("ed"):
        feature = "participle"
    return Reading(part, feature, sure)
