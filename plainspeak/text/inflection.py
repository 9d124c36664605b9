"""Inflection: the forms of one English word, in British spelling.

`inflect` gives the form to write, `found_forms` every form that may be met in a text, `all_forms` whatever a word can
look like. A word keeps its capitals: ``inflect("Person", "plural")`` is ``People``, the plural of ``MP`` is ``MPs``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from plainspeak.text.adjectives import degree_forms, takes_ending
from plainspeak.text.nouns import is_plural, no_plural, plural_forms
from plainspeak.text.verbs import verb_form

Feature = Literal["base", "s", "past", "participle", "ing", "plural", "comparative", "superlative"]

VERB_FEATURES: tuple[Feature, ...] = ("base", "s", "past", "participle", "ing")
_REMEMBERED = 65_536


class VerbForms(NamedTuple):
    """The five forms of a verb: write, writes, wrote, written, writing."""

    base: str
    s: str
    past: str
    participle: str
    ing: str


@lru_cache(_REMEMBERED)
def inflect(word: str, feature: Feature) -> str:
    """`word`, given in its dictionary form, in the form that `feature` names."""
    return found_forms(word, feature)[0]


@lru_cache(_REMEMBERED)
def found_forms(word: str, feature: Feature) -> tuple[str, ...]:
    """Every accepted form of `word` for `feature`, the one that `inflect` gives first: learned, learnt."""
    if not word:
        return (word,)
    if word != word.lower():
        return _with_capitals(word, feature)
    match feature:
        case "base":
            return (word, "are", "am") if word == "be" else (word,)
        case "plural":
            return plural_forms(word)
        case "comparative" | "superlative":
            return degree_forms(word, feature)
        case _:
            return verb_form(word, feature)


def _with_capitals(word: str, feature: Feature) -> tuple[str, ...]:
    """Forms of a word with capitals: a first capital is kept, initials only take an ending."""
    if word[1:] == word[1:].lower():
        return tuple(form[:1].upper() + form[1:] for form in found_forms(word.lower(), feature))
    start, hyphen, last = word.rpartition("-")
    if hyphen and last:
        return tuple(f"{start}-{form}" for form in found_forms(last, feature))
    endings: dict[Feature, str] = {"plural": "s", "s": "s", "past": "ed", "participle": "ed", "ing": "ing"}
    if feature == "plural" and is_plural(word):
        return (word,)
    return (word + endings.get(feature, ""),)


def verb_forms(base: str) -> VerbForms:
    """The five forms of a verb, each the one to write."""
    return VerbForms(*(inflect(base, feature) for feature in VERB_FEATURES))


def plural(noun: str) -> str:
    """The plural of a noun; the noun itself when it is plural already or has none."""
    return inflect(noun, "plural")


def comparative(adjective: str) -> str:
    """``clearer``, ``more useful``."""
    return inflect(adjective, "comparative")


def superlative(adjective: str) -> str:
    """``clearest``, ``most useful``."""
    return inflect(adjective, "superlative")


def is_mass(noun: str) -> bool:
    """Whether a noun has no plural in this kind of writing and takes no *a*: advice, support, housing."""
    return no_plural(noun.lower())


def looks_plural(word: str) -> bool:
    """Whether a word stands for several: services, people, MPs."""
    return is_plural(word if word[1:] != word[1:].lower() else word.lower())


@lru_cache(_REMEMBERED)
def all_forms(word: str) -> frozenset[str]:
    """Every form that `word`, given in its dictionary form, could have as a noun, verb or adjective."""
    features: list[Feature] = [*VERB_FEATURES, "plural"]
    if takes_ending(word.lower()):
        features += ["comparative", "superlative"]
    return frozenset(form for feature in features for form in found_forms(word, feature))
