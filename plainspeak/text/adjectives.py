"""Adjectives: comparative and superlative in British spelling. Adjectives are given in lower case."""

from __future__ import annotations

from typing import Literal

from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.word_lists import word_set, word_table

Degree = Literal["comparative", "superlative"]

_SHORT = lazy_pattern(r"[^aeiouy]*[aeiouy]+(?:[^aeiouy]*e?|[^aeiouy]+(?:(?<!l)y|le|ow))$")
_ONE_VOWEL_ONE_CONSONANT = lazy_pattern(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
_CONSONANT_Y = lazy_pattern(r"[^aeiou]y$")


def degree_forms(adjective: str, degree: Degree) -> tuple[str, ...]:
    """The forms of an adjective for one degree, the one to write first: ``("clearer",)``, ``("more useful",)``."""
    listed = word_table("irregular_adjectives").get(adjective)
    if listed:
        return tuple(listed[0 if degree == "comparative" else 1].split("/"))
    if takes_ending(adjective):
        return (_with_ending(adjective, "er" if degree == "comparative" else "est"),)
    return (f"{'more' if degree == 'comparative' else 'most'} {adjective}",)


def takes_ending(adjective: str) -> bool:
    """Whether an adjective is compared by its ending (clearer) and not with *more*."""
    if adjective in word_set("compared_with_more") or not adjective.isalpha():
        return False
    if adjective in word_set("compared_by_ending") or adjective in word_table("irregular_adjectives"):
        return True
    return _is_short(adjective.removeprefix("un") if adjective.endswith("y") else adjective)


def _is_short(adjective: str) -> bool:
    """One syllable, or two of which the second is -y, -le or -ow. Participles (tired, skilled) are not short."""
    participle = adjective.endswith("ed") and adjective != "red"
    return bool(_SHORT.match(adjective)) and not participle


def _with_ending(adjective: str, ending: str) -> str:
    if adjective.endswith("e"):
        return adjective + ending[1:]
    if _CONSONANT_Y.search(adjective):
        return adjective[:-1] + "i" + ending
    if _ONE_VOWEL_ONE_CONSONANT.search(adjective):
        return adjective + adjective[-1] + ending
    return adjective + ending
