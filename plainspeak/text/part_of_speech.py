"""Noun or verb here? The part of speech of a word from the words around it, by rule.

What each word can be comes from word lists (data/parts_of_speech), which use fits where from a table of neighbours and
from the verbs that a clause owes (parts/grammar.py). Of all ways to read the stretch the likeliest is taken; how far
behind the next best answer lies says whether the answer is sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from plainspeak.text.parts.grammar import BEGINNING, SOMEWHERE
from plainspeak.text.parts.paths import Element, costs_of_uses, name_of_use, walk
from plainspeak.text.parts.words import (
    apostrophe,
    choices,
    choices_of_to,
    is_time,
    looked_through,
    phrase_choices,
    tells_time,
    two_words,
)

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
    **dict.fromkeys(("determiner", "possessive"), ("determiner", "")),
    **dict.fromkeys(("subject", "it", "object", "there", "who", "anyone"), ("pronoun", "")),
    **dict.fromkeys(("modal", "is", "be", "been", "being", "has", "have", "having"), ("auxiliary", "")),
    **dict.fromkeys(("preposition", "of", "by"), ("preposition", "")),
    **dict.fromkeys(("when", "and"), ("conjunction", "")),
    **dict.fromkeys(("comma", "stop", "apostrophe"), ("punctuation", "")),
    **dict.fromkeys(("adverb", "how"), ("adverb", "")),
    **dict.fromkeys(("noun", "group"), ("noun", "singular")),
    **dict.fromkeys(("plural", "people"), ("noun", "plural")),
    "ing-noun": ("noun", "ing"),
    "name": ("name", ""),
    "number": ("number", ""),
    "adjective": ("adjective", ""),
    "participle-adjective": ("adjective", "participle"),
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
_ALIKE = {"present": "base", "half-modal": "base", "participle-adjective": "adjective", "ing-adjective": "adjective"}
"""Uses between which doubt does no harm."""
_MARGIN = 2
"""How far behind the next best answer must lie for a reading to be sure."""
_FAR = 999
_WORDS_BEFORE, _WORDS_AFTER = 10, 6
"""How far a single word's reading looks, in tokens."""


def reading_at(words: Sequence[str], index: int) -> Reading:
    """How ``words[index]`` is used; `words` are the tokens of one sentence, marks included.

    Looks at the ten words before and the six after, up to the ends of the sentence.
    """
    return _reading(words, index, index, choices(words[index], opens=_opens(words, index)))


def readings(words: Sequence[str]) -> list[Reading]:
    """How each word of a sentence is used."""
    elements: list[Element] = []
    places = []
    for index in range(len(words)):
        places.append(len(elements))
        elements += _elements(words, index)
    costs = costs_of_uses(walk(elements, (BEGINNING,)), 0, ends=True)
    return [_answer(words[index], costs[place]) for index, place in enumerate(places)]


def reading_of_phrase(words: Sequence[str], first: int, last: int) -> Reading:
    """How the words from `first` to `last` (both counted) are used as one: service users, follow up, in order to."""
    if first == last:
        return reading_at(words, first)
    return _reading(words, first, last, phrase_choices(tuple(words[first : last + 1]), opens=_opens(words, first)))


def _reading(words: Sequence[str], first: int, last: int, asked: Element) -> Reading:
    """How ``words[first:last + 1]`` are used, given what they can be."""
    if len(asked) == 1 and first == last:
        return _answer(words[first], {name_of_use(asked[0][0]): 0})
    start, stop = max(first - _WORDS_BEFORE, 0), min(last + 1 + _WORDS_AFTER, len(words))
    elements = [element for index in range(start, first) for element in _elements(words, index)]
    at = len(elements)
    elements.append(asked)
    elements += [element for index in range(last + 1, stop) for element in _elements(words, index)]
    walked = walk(elements, SOMEWHERE if start else (BEGINNING,))
    return _answer(words[last], costs_of_uses(walked, at, ends=stop == len(words))[0])


def _elements(words: Sequence[str], index: int) -> tuple[Element, ...]:
    """What one word can be where it stands; a short form (we've) counts as two words."""
    word = words[index]
    before = words[index - 1] if index else ""
    if word in ("to", "To"):
        return (choices_of_to(before),)
    if word in ("'", "’") and before.endswith("s"):
        return (apostrophe(),)
    if short := two_words(word):
        return tuple(choices(part) for part in short)
    if _in_time_phrase(words, index):
        return (looked_through(),)
    return (choices(word, opens=_opens(words, index)),)


def _in_time_phrase(words: Sequence[str], index: int) -> bool:
    """Whether the word belongs to each month, last year and the like, which say when and are looked through."""
    word = words[index]
    if is_time(word):
        return index > 0 and tells_time(words[index - 1])
    return tells_time(word) and index + 1 < len(words) and is_time(words[index + 1])


def _opens(words: Sequence[str], index: int) -> bool:
    """Whether the word stands where a capital says nothing: at the start or after a mark other than a comma."""
    before = words[index - 1] if index else "."
    return not before[:1].isalnum() and before != ","


def _answer(word: str, costs: dict[str, int]) -> Reading:
    """The likeliest reading, sure if no other answer comes near."""
    best = min(costs, key=costs.__getitem__)
    part, feature = _ANSWERS[best]
    kind = _ALIKE.get(best, best)
    answer = _ANSWERS.get(kind)
    rival = min((cost for use, cost in costs.items() if _ANSWERS[_ALIKE.get(use, use)] != answer), default=_FAR)
    if part in ("noun", "adjective") and feature in ("singular", "") and word.endswith("ing"):
        feature = "ing"
    elif best == "adjective" and word.endswith("ed"):
        feature = "participle"
    return Reading(part, feature, rival - costs[best] >= _MARGIN)
