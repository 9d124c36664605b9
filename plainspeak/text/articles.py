"""Articles: *a* or *an*, by how the next word is said."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Literal

from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.word_lists import word_set, word_table

Article = Literal["a", "an"]

_BEFORE_WORD = lazy_pattern(r"^[\W_]+")
_NUMBER = lazy_pattern(r"\d[\d,]*")
_ELEVEN_OR_EIGHTEEN = lazy_pattern(r"1[18](?:\d\d|(?:,?\d{3})*),?")
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_LONG_CAPITALS = lazy_pattern(r"[A-Z]{4,}\b")
_HYPHENS = ("-", "\u2010", "\u2011")
_SAID_WITH_A_VOWEL = frozenset("AEFHILMNORSX")  # ay, ee, ef, aitch, eye, el, em, en, oh, ar, ess, ex
_VOWELS = frozenset("aeiou")


def article_for(words: str, spoken: str = "") -> Article:
    """The article that goes before `words`; `spoken` says how they are said when spelling misleads (nice for NICE)."""
    if spoken:
        return _for_word(_first_letters(spoken).lower())
    words = _BEFORE_WORD.sub("", words)
    if number := _NUMBER.match(words):
        return _for_number(number.group())
    letters = _first_letters(words)
    if _is_spelt_out(letters, words[len(letters) :]):
        return "an" if letters[0].upper() in _SAID_WITH_A_VOWEL else "a"
    return _for_word(letters.lower())


def _first_letters(words: str) -> str:
    """The letters that `words` begin with, up to a hyphen, space, digit or mark, without accents."""
    plain = "".join(mark for mark in unicodedata.normalize("NFD", words[:40]) if not unicodedata.combining(mark))
    found = _LETTERS.match(_BEFORE_WORD.sub("", plain))
    return found.group() if found else ""


def _for_number(digits: str) -> Article:
    """Eight, eleven and eighteen, also in thousands and in years (an 1830s house), begin with a vowel."""
    if digits[0] == "8":
        return "an"
    return "an" if _ELEVEN_OR_EIGHTEEN.fullmatch(digits) else "a"


def _is_spelt_out(letters: str, rest: str) -> bool:
    """Whether initials are said letter by letter: NHS, MPs, MPhil, PhD, S117, X-ray; not NICE, DoLS, McDonald."""
    if len(letters) <= 1:
        return letters.isupper() or rest[:1] in _HYPHENS
    if letters.removesuffix("s") in word_set("initials_said_as_words") or _is_shouted(letters, rest):
        return False
    capitals = sum(map(str.isupper, letters))
    return letters[:2].isupper() or (letters[0].isupper() and capitals > len(letters) - capitals)


def _is_shouted(letters: str, rest: str) -> bool:
    """Whether a word in capitals stands in a run of such words and can be said: HOSPITAL STAY."""
    can_be_said = not _VOWELS.isdisjoint(letters.lower())
    return can_be_said and bool(_LONG_CAPITALS.match(letters)) and bool(_LONG_CAPITALS.match(rest.lstrip(" -")))


def _for_word(letters: str) -> Article:
    """The article before a word in small letters: its longest listed beginning decides, or else its first letter."""
    listed = _exceptions()
    beginnings = (f"{letters[:size]}*" for size in range(len(letters), 0, -1))
    found = next((key for key in (letters, *beginnings) if key in listed), None)
    if found:
        return listed[found]
    return "an" if letters[:1] in _VOWELS else "a"


@cache
def _exceptions() -> dict[str, Article]:
    """Words, and beginnings of words with a star, that are not said as their first letter suggests."""
    articles: dict[str, Article] = {"a": "a", "an": "an"}
    return {word: articles[article] for article, words in word_table("articles").items() for word in words}
