"""Verbs: the past, participle, -ing and -s form of one verb, in British spelling.

Each function gives every form that may be found, the one to write first: ``("travelled", "traveled")``.
Verbs are given in lower case; capitals are the business of `inflection`.
"""

from __future__ import annotations

from typing import Literal

from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.word_lists import word_set, word_table

VerbFeature = Literal["s", "past", "participle", "ing"]

_COLUMNS: dict[VerbFeature, int] = {"past": 0, "participle": 1, "ing": 2, "s": 3}
_HISSING = lazy_pattern(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = lazy_pattern(r"[^aeiou]y$")
_CONSONANT_IC = lazy_pattern(r"[^aeiou]ic$|ffic$|nic$")
_ONE_VOWEL_ONE_CONSONANT = lazy_pattern(r"(?:(?:^|[^aeiouy]|qu|^y)[aeiou]|(?:^|[^aeiou])y)[bdfgklmnprtvz]$")
_UNSTRESSED_L = lazy_pattern(r"(?:[aeiouy].*[^aeiou][aeiou]|qua|ia|ue)l$")  # travel, equal, dial, fuel
_VOWELS = lazy_pattern(r"[aeiouy]+")
_PARTICLES = frozenset({"up", "out", "off", "in", "on", "down", "over", "by", "away", "back"})


def verb_form(base: str, feature: VerbFeature) -> tuple[str, ...]:
    """The forms of a verb in lower case for one feature, the one to write first."""
    listed = word_table("irregular_verbs").get(base)
    if listed and len(listed) > _COLUMNS[feature] and listed[_COLUMNS[feature]] != "-":
        return tuple(listed[_COLUMNS[feature]].split("/"))
    if not listed and "-" in base.strip("-"):
        return _hyphenated(base, feature)
    if feature == "s":
        return (_with_s(base),)
    return _with_ending(base, feature)


def _hyphenated(base: str, feature: VerbFeature) -> tuple[str, ...]:
    """The last part takes the ending (co-produced), unless it is a particle (rolled-out)."""
    start, _, last = base.rpartition("-")
    if last in _PARTICLES:
        return tuple(f"{form}-{last}" for form in verb_form(start, feature))
    return tuple(f"{start}-{form}" for form in verb_form(last, feature))


def _with_s(base: str) -> str:
    if _HISSING.search(base):
        return base + "es"
    if _CONSONANT_Y.search(base):
        return base[:-1] + "ies"
    return base + "s"


def _with_ending(base: str, feature: VerbFeature) -> tuple[str, ...]:
    add = _with_ing if feature == "ing" else _with_ed
    if not _doubles(base):
        return (add(base),)
    british = add(base + base[-1])
    return (british, add(base)) if _UNSTRESSED_L.search(base) else (british,)  # travelled, and traveled in America


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if _CONSONANT_Y.search(stem):
        return stem[:-1] + "ied"
    return stem + ("ked" if _CONSONANT_IC.search(stem) else "ed")


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and _VOWELS.search(stem[:-1]):
        return stem[:-1] + "ing"
    return stem + ("king" if _CONSONANT_IC.search(stem) else "ing")


def _doubles(base: str) -> bool:
    """Whether the last letter is written twice before -ed and -ing."""
    if base in word_set("doubled_consonants"):
        return True
    if _UNSTRESSED_L.search(base):
        return base != "parallel"
    return bool(_ONE_VOWEL_ONE_CONSONANT.search(base)) and len(_VOWELS.findall(base.replace("qu", "q"))) == 1
