"""Tokens: the words, numbers and marks of a text, each with its place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# A word may hold apostrophes (don't, user's) and hyphens (step-free); numbers keep their commas and points.
_LETTERS = r"[^\W\d_](?:[^\W_]|\u00ad)*"
_APOSTROPHE = r"['\u2019]"
_HYPHEN = r"[-\u2010\u2011]"
_WORD = rf"(?:{_LETTERS}(?:{_APOSTROPHE}[^\W_]+)*)"
TOKEN = re.compile(
    rf"{_WORD}(?:{_HYPHEN}(?:{_WORD}|\d+[^\W_]*))*"  # words
    rf"|\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?(?:{_HYPHEN}[^\W_]+)*"  # 1,000  8.5  18th  11-year-old
    r"|[^\w\s]|_+"  # marks, one by one
)

_REMEMBERED = 16_384
"""How many stretches that are more than a plain word are kept with their tokens."""


class Token(NamedTuple):
    """One word, number or mark: ``text`` stands at code points ``start <= i < end``."""

    text: str
    start: int
    end: int


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, with places in the whole of `text`."""
    stop = len(text) if end is None else end
    return [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, stop)]


def words_and_starts(text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """The text of each token of ``text[start:end]`` and where it starts; a sixth of the cost of `tokenise`.

    No token runs over white space, and most stretches between white space are one word.
    """
    words: list[str] = []
    starts: list[int] = []
    for stretch in text[start:end].split():
        start = text.index(stretch, start)
        if stretch.isalpha():
            words.append(stretch)
            starts.append(start)
        else:
            inside, places = _taken_apart(stretch)
            words += inside
            starts += [start + place for place in places]
        start += len(stretch)
    return words, starts


@lru_cache(_REMEMBERED)
def _taken_apart(stretch: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The tokens of a stretch without white space, and where in it each starts."""
    found = tokenise(stretch)
    return tuple(token.text for token in found), tuple(token.start for token in found)


def is_word(token: str) -> bool:
    """Whether a token is a word or a number and not a mark."""
    return token[:1].isalnum()
