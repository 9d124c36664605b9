"""Nouns: plurals in British spelling, and which nouns have none.

Nouns are given in lower case, except initials (MP, ICB); other capitals are the business of `inflection`.
"""

from __future__ import annotations

from functools import cache

from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.word_lists import word_set, word_table

_HISSING = lazy_pattern(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = lazy_pattern(r"(?:[^aeiou]|qu)y$")
_INITIALS = lazy_pattern(r"[A-Z0-9+]$")
_INITIALS_PLURAL = lazy_pattern(r"[A-Z0-9][A-Z0-9+]s$")
_GREEK_SIS = lazy_pattern(r"(?:[aeiouy]|[^aeiou][nbp])sis$")
_COMPOUND_HEADS = ("woman", "man", "child", "person", "life", "wife", "half", "foot", "tooth", "mouse", "self")
_COMPOUND_PLURALS = (
    "women",
    "smen",
    "rmen",
    "tmen",
    "lemen",
    "children",
    "people",
    "persons",
    "wives",
    "lives",
    "selves",
)
_NOT_COMPOUNDS = ("human", "german", "roman", "talisman", "ottoman", "shaman", "norman")
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s", "\u2019s")
_SHORTEST_PLURAL = 3


def plural_forms(noun: str) -> tuple[str, ...]:
    """The plurals of a noun, the one to write first. A noun that is plural or has no plural gives itself."""
    if _INITIALS.search(noun):
        return (noun + "s",)
    listed = _listed(noun)
    if listed:
        return listed
    if no_plural(noun):
        return (noun, _by_rule(noun)) if noun.endswith("ing") else (noun,)
    if is_plural(noun):
        return (noun,)
    if "-" in noun.strip("-"):
        start, _, last = noun.rpartition("-")
        return tuple(f"{start}-{form}" for form in plural_forms(last))
    return (_by_rule(noun),)


def no_plural(noun: str) -> bool:
    """Whether a noun in lower case has no plural in this kind of writing: advice, housing."""
    mass = word_set("mass_nouns")
    last = noun.rpartition("-")[2]
    if last.endswith("ing"):
        return noun in mass or last not in word_set("counted_ing_nouns")
    if last.endswith("ness"):
        return noun in mass or last not in word_set("counted_ness_nouns")
    return noun in mass or last in mass or (last.endswith("ics") and last in word_set("singular_in_s"))


def is_plural(word: str) -> bool:
    """Whether a word stands for several: services, people, MPs."""
    if _INITIALS_PLURAL.search(word) or word in _irregular_plurals():
        return True
    last = word.rpartition("-")[2]
    if last in _irregular_plurals() or last.endswith(_COMPOUND_PLURALS):
        return True
    if len(last) < _SHORTEST_PLURAL or not last.endswith("s") or last.endswith(_SINGULAR_ENDINGS):
        return False
    return last not in word_set("singular_in_s") and last not in word_table("irregular_nouns")


def _listed(noun: str) -> tuple[str, ...]:
    """The plurals from the table, also for compounds of its commonest words: chairwoman, grandchild."""
    table = word_table("irregular_nouns")
    if noun in table:
        return tuple(table[noun][0].split("/"))
    if noun.endswith(_NOT_COMPOUNDS):
        return ()
    for head in _COMPOUND_HEADS:
        if noun.endswith(head):
            return tuple(noun.removesuffix(head) + form for form in table[head][0].split("/"))
    return ()


@cache
def _irregular_plurals() -> frozenset[str]:
    """Plurals that rules would not know as such; a noun that looks the same in both is not among them."""
    rows = ((noun, form) for noun, (forms, *_) in word_table("irregular_nouns").items() for form in forms.split("/"))
    plurals = frozenset(form for noun, form in rows if form != noun) | word_set("plural_only_nouns")
    return plurals - word_set("mass_nouns")


def _by_rule(noun: str) -> str:
    if _GREEK_SIS.search(noun):
        return noun[:-2] + "es"
    if _HISSING.search(noun):
        return noun + "es"
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + "s"
