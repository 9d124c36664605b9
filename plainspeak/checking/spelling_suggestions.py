"""Spelling suggestions: the words that a misspelt one was most likely meant to be, in British spelling."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from plainspeak.checking.dictionary import Dictionary
from plainspeak.checking.known_words import KnownWords
from plainspeak.checking.nearest import near_words, steps_allowed, steps_between
from plainspeak.text.spelling_variants import british_spelling, spelling_variants
from plainspeak.text.word_lists import word_table

MOST = 4
"""How many words are offered for one that is misspelt at most."""
_FURTHEST = 2
_REMEMBERED = 4_096
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_COMMON = 30_000
"""A word met less often than this is not offered as part of two that were run together."""
_OF_GLOSSARY = 1_000
"""As often as this a word is taken to be met that stands in the glossary and not in the dictionary."""


class Offer(NamedTuple):
    """A word that may have been meant: how far away it is, and how often it is met, below nought. The best sorts first."""

    steps: int
    rarity: int
    word: str


@lru_cache(_REMEMBERED)
def likely_words(word: str, known: KnownWords) -> tuple[str, ...]:
    """The words nearest to `word` (in small letters), best first; none where no word is near."""
    if word in _short_forms():
        return (_short_forms()[word],)
    offers = sorted([*single_words(word, known), *_parted(word, known.dictionary)])
    return tuple(offer.word for offer in offers[:MOST])


@lru_cache(_REMEMBERED)
def single_words(word: str, known: KnownWords) -> tuple[Offer, ...]:
    """Every single word that is near to `word` (in small letters), best first."""
    best: dict[str, Offer] = {}
    for offer in sorted([*_by_letters(word, known), *_with_another_first_letter(word, known.dictionary)]):
        best.setdefault(offer.word, offer)
    return tuple(best.values())


@cache
def _short_forms() -> dict[str, str]:
    """Short forms under their spelling without the apostrophe: dont, don't."""
    small_words = (*word_table("parts_of_speech/contractions"), *word_table("parts_of_speech/closed_class"))
    return {word.replace("'", ""): word for word in small_words if "'" in word}


def _by_letters(word: str, known: KnownWords) -> Iterator[Offer]:
    """Words of the dictionary and the glossary that begin with the same letter."""
    most = min(steps_allowed(word), _FURTHEST)
    choices = known.dictionary.beginning_with(word[0])
    for _, choice in near_words(word, choices, most + 1):  # one step more: the British spelling may be nearer
        nearest = min(steps_between(word, spelling) for spelling in spelling_variants(choice))
        if nearest <= most:
            yield Offer(nearest, -known.dictionary.frequency(choice), british_spelling(choice))
    for steps, choice in near_words(word, known.glossary_choices, most):
        yield Offer(steps, -(known.dictionary.frequency(choice) or _OF_GLOSSARY), british_spelling(choice))


def _with_another_first_letter(word: str, dictionary: Dictionary) -> Iterator[Offer]:
    """Words whose first letter was left out, put in, mistaken or swapped with the next."""
    others = {word[1:], word[1] + word[0] + word[2:]}
    others.update(letter + rest for letter in _LETTERS for rest in (word, word[1:]))
    for other in others:
        if frequency := dictionary.frequency(other):
            yield Offer(1, -frequency, british_spelling(other))


def _parted(word: str, dictionary: Dictionary) -> Iterator[Offer]:
    """Two common words run together: *aswell*."""
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        frequency = min(dictionary.frequency(first), dictionary.frequency(second))
        if frequency >= _COMMON and _is_word(first) and _is_word(second):
            yield Offer(1, -frequency, f"{first} {second}")


def _is_word(part: str) -> bool:
    """Single letters other than these two are counted in the dictionary, but are no words."""
    return len(part) > 1 or part in {"a", "i"}
