"""Spelling variants: the same words in British and American spelling."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.word_lists import lines, word_set

_REMEMBERED = 65_536
_WORD = lazy_pattern(r"([^\W\d_]+)")
_ISE = lazy_pattern(
    r"(?P<stem>[a-z]*[aeiouy][a-z]*[^aeiouw])i(?P<letter>[sz])"
    r"(?P<ending>e|es|ed|er|ers|ing|ings|able|ability|ation|ations|ational|ationally)"
)
_PREFIX = lazy_pattern(r"(?:un|re|mis|dis|pre|de|inter|multi|over|under|non|bio|psycho)(?=[a-z]{4})")
_SHORTEST_STEM = 3
_ENDINGS = {
    "": lazy_pattern(r"s?"),
    "*": lazy_pattern(
        r"(?:s|es|ed|ing|ings|er|ers|est|ish|y|al|ally|able|ably|ful|fully|less|hoods?|ly|liness|ness|ites?|itism|ism|ists?|ians?)?"
    ),
    "-": lazy_pattern(r"[a-z]+"),
    "+": lazy_pattern(r"ed|ings?|ers?|ors?|ists?|ery"),
}


class _Other(NamedTuple):
    """How a beginning of words is spelt elsewhere, and the kind of endings with which it is (a key of `_ENDINGS`)."""

    stem: str
    endings: str
    british: bool


@lru_cache(_REMEMBERED)
def spelling_variants(phrase: str) -> tuple[str, ...]:
    """`phrase` as it is written, then its other spellings: utilise, utilize.

    Where several words have another spelling, every mixture is given.
    """
    pieces = _WORD.split(phrase)
    choices = [_of_word(piece) if at % 2 else (piece,) for at, piece in enumerate(pieces)]
    return tuple("".join(choice) for choice in product(*choices))


def without_accents(word: str) -> str:
    """``cafe`` for ``café``."""
    if word.isascii():
        return word
    return "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))


@lru_cache(_REMEMBERED)
def british_spelling(word: str) -> str:
    """A word in small letters as it is mostly spelt in Britain: utilise for utilize, colour for color."""
    ise = _ISE.fullmatch(word)
    if ise and ise["letter"] == "z" and not _has_one_spelling(ise["stem"]):
        return f"{ise['stem']}is{ise['ending']}"
    prefix = _PREFIX.match(word)
    for start in (0, prefix.end() if prefix else 0):
        for spelling, british in _by_table(word[start:]):
            if british:
                return word[:start] + spelling
    return word


@lru_cache(_REMEMBERED)
def _of_word(word: str) -> tuple[str, ...]:
    """A word and its other spellings, a first capital kept; initials have one spelling."""
    small = word.lower()
    if word[1:] != small[1:]:
        return (word,)
    others = [other for other in dict.fromkeys(_others(small)) if other != small]
    if word != small:
        others = [other.capitalize() for other in others]
    return (word, *others)


def _others(word: str) -> Iterator[str]:
    yield from _ise_or_ize(word)
    yield from _listed(word)
    if prefix := _PREFIX.match(word):
        yield from (prefix.group() + other for other in _listed(word[prefix.end() :]))


def _ise_or_ize(word: str) -> Iterator[str]:
    found = _ISE.fullmatch(word)
    if found and not _has_one_spelling(found["stem"]):
        yield f"{found['stem']}i{'z' if found['letter'] == 's' else 's'}{found['ending']}"


def _has_one_spelling(stem: str) -> bool:
    alone = _PREFIX.sub("", stem, count=1)
    return not word_set("one_spelling").isdisjoint({f"{stem}ise", f"{stem}ize", f"{alone}ise", f"{alone}ize"})


def _listed(word: str) -> Iterator[str]:
    return (spelling for spelling, _ in _by_table(word))


def _by_table(word: str) -> Iterator[tuple[str, bool]]:
    """Other spellings by the table, longest beginning first, each with whether it is the British one."""
    table = _pairs()
    for size in range(len(word), _SHORTEST_STEM - 1, -1):
        for other in table.get(word[:size], ()):
            if _ENDINGS[other.endings].fullmatch(word, size):
                yield other.stem + word[size:], other.british


@cache
def _pairs() -> dict[str, list[_Other]]:
    """The table of spelling_pairs.txt, readable from either side."""
    pairs: dict[str, list[_Other]] = defaultdict(list)
    for line in lines("spelling_pairs"):
        british, *one_way, american = line.split()
        endings = british[-1] if british[-1] in _ENDINGS else ""
        first, second = british.rstrip("*-+"), american.rstrip("*-+")
        pairs[first].append(_Other(second, endings, british=False))
        if not one_way:
            pairs[second].append(_Other(first, endings, british=True))
    return dict(pairs)
