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

from plainspeak.text.parts.fronts import Element, Front, at_beginning, costs_of_uses, in_the_middle
from plainspeak.text.parts.phrases import phrase_choices
from plainspeak.text.parts.words import apostrophe, aside, choices, choices_of_to, time_role, two_words

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
_DOUBTED_AS = {
    use: ("verb", "base") if part == "verb" and feature == "present" else (part, feature)
    for use, (part, feature) in _ANSWERS.items()
}
_DOUBTED_AS |= dict.fromkeys(("adjective", "participle-adjective", "ing-adjective"), ("adjective", ""))
"""The answers with those made one between which doubt does no harm."""
_IN_A_TIME_PHRASE = (aside(),)
_cost = itemgetter(1)
_KEPT = 65_536
"""How many answers for single words are kept."""
_MARGIN = 2
"""How far behind the next best answer must lie for a reading to be sure."""
_FAR = 999
_LONGEST_TIME = 3
"""How many words a stretch of time may have: every six weeks."""
_WORDS_BEFORE, _WORDS_AFTER = 10, 6
"""How far a single word's reading looks, in tokens."""


def reading_at(words: Sequence[str], index: int) -> Reading:
    """How ``words[index]`` is used; `words` are the tokens of one sentence, marks included.

    Looks at the ten words before and the six after, up to the ends of the sentence.
    """
    return _reading(words, index, index, _elements_after(words[index - 1] if index else "", words[index]))


def readings(words: Sequence[str]) -> list[Reading]:
    """How each word of a sentence is used."""
    elements = [_elements(words, index) for index in range(len(words))]
    found = []
    front = at_beginning()
    for index, own in enumerate(elements):
        asked = _elements_after(words[index - 1] if index else "", words[index])
        following = [element for several in elements[index + 1 : index + 1 + _WORDS_AFTER] for element in several]
        ends = index + 1 + _WORDS_AFTER >= len(words)
        found.append(_answer(words[index], costs_of_uses(front, asked[0], [*asked[1:], *following], ends=ends)))
        front = _front_after(front, own)
    return found


def reading_of_phrase(words: Sequence[str], first: int, last: int) -> Reading:
    """How the words from `first` to `last` (both counted) are used as one: service users, follow up, in order to."""
    if first == last:
        return reading_at(words, first)
    return _reading(words, first, last, (phrase_choices(tuple(words[first : last + 1])),))


def _reading(words: Sequence[str], first: int, last: int, asked: Sequence[Element]) -> Reading:
    """How ``words[first:last + 1]`` are used, given what they can be."""
    if len(asked) == len(asked[0].uses) == 1:
        return _read_as(words[last], asked[0].uses[0][0].name, sure=True)
    start, stop = max(first - _WORDS_BEFORE, 0), min(last + 1 + _WORDS_AFTER, len(words))
    front = in_the_middle() if start else at_beginning()
    for index in range(start, first):
        front = _front_after(front, _elements(words, index))
    following = list(asked[1:])
    for index in range(last + 1, stop):
        following += _elements(words, index)
    return _answer(words[last], costs_of_uses(front, asked[0], following, ends=stop == len(words)))


def _front_after(front: Front, elements: Sequence[Element]) -> Front:
    for element in elements:
        front, _ = front.after(element)
    return front


def _elements(words: Sequence[str], index: int) -> tuple[Element, ...]:
    """What one word can be where it stands; a short form (we've) counts as two words."""
    word = words[index]
    if time_role(word) and _in_time_phrase(words, index):
        return _IN_A_TIME_PHRASE
    if word == "to" and index > 1 and words[index - 2] in ("from", "From"):
        return (choices_of_to("from"),)
    return _elements_after(words[index - 1] if index else "", word)


@lru_cache(_KEPT)
def _elements_after(before: str, word: str) -> tuple[Element, ...]:
    """What a word can be after the word or mark before it ("" at the start)."""
    if word in ("to", "To"):
        return (choices_of_to(before),)
    if word in ("'", "’") and before.endswith("s"):
        return (apostrophe(),)
    opens = not before[:1].isalnum() and before != ","
    return tuple(choices(part, opens=opens) for part in two_words(word) or (word,))


def _in_time_phrase(words: Sequence[str], index: int) -> bool:
    """Whether the word belongs to each month, last year, every six weeks, which say when and are passed over."""
    start, role = index, time_role(words[index])
    while role in ("number", "time") and start > 0 and index - start < _LONGEST_TIME - 1:
        start -= 1
        role = time_role(words[start])
    return role == "before" and _time_ends(words, start) >= index


def _time_ends(words: Sequence[str], start: int) -> int:
    """Where the stretch of time that begins with ``words[start]`` ends, or -1 when it is none."""
    for index in range(start + 1, min(start + _LONGEST_TIME, len(words))):
        role = time_role(words[index])
        if role != "number":
            return index if role == "time" else -1
    return -1


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
