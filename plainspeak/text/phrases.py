"""Phrases: wording of several words, inflected on its head.

The head is *set* in "set up", *point* in "point of contact", *easy* in "easy to read"; where heads are joined, each is
inflected (plan and run, planned and ran). A ``*`` before a word marks it as the head, where the rules would choose
wrongly, and is left out of the result; several words may be marked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from plainspeak.text.adjective_phrases import adjective_heads
from plainspeak.text.adjectives import takes_ending
from plainspeak.text.inflection import VERB_FEATURES, Feature, found_forms, inflect
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.noun_phrases import Number, agreeing_verbs, noun_heads, noun_number
from plainspeak.text.verb_phrases import is_negated, verb_heads

_REMEMBERED = 65_536
_CORE = lazy_pattern(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_FEATURES: dict[str, tuple[Feature, ...]] = {
    "noun": ("base", "plural"),
    "name": ("base", "plural"),
    "initials": ("base", "plural"),
    "verb": VERB_FEATURES,
    "adjective": ("base", "comparative", "superlative"),
}
_HEADS = {
    "noun": noun_heads,
    "name": noun_heads,
    "initials": noun_heads,
    "verb": verb_heads,
    "adjective": adjective_heads,
}


def inflect_phrase(phrase: str, kind: str, feature: Feature) -> str:
    """`phrase`, given in its dictionary form, in the form that `feature` names.

    `kind` is noun, name, initials, verb or adjective; other kinds, and features that a kind has not, leave it as it is.
    """
    return _forms(phrase, kind, feature)[0]


def phrase_forms(phrase: str, kind: str) -> dict[Feature, tuple[str, ...]]:
    """Every form of `phrase` that may be found in a text, by feature; the one to write comes first.

    There is no plural when it looks like the base, and no comparative when it is made with *more*.
    """
    forms = {feature: _forms(phrase, kind, feature) for feature in _FEATURES.get(kind, ("base",))}
    base = forms["base"]
    if "plural" in forms:
        forms["plural"] = tuple(form for form in forms["plural"] if form not in base)
    if kind == "adjective" and not _is_compared_by_ending(phrase):
        forms = {"base": base}
    return {feature: found for feature, found in forms.items() if found}


def head_index(words: Sequence[str], kind: str) -> int:
    """Which of `words` is the head, counted from 0; the first of joined heads, and 0 where there is none."""
    return next(iter(_marked(words) or _heads(words, kind)), 0)


@lru_cache(_REMEMBERED)
def phrase_number(phrase: str, kind: str = "noun") -> Number:
    """Whether a phrase stands for one thing, several, or something that cannot be counted (and takes no *a*).

    Actions (working together) and clauses (what matters most) are mass. What is not a noun is singular.
    """
    words, heads = _read(phrase, kind)
    return noun_number(words, heads) if _HEADS.get(kind) is noun_heads else "singular"


@lru_cache(_REMEMBERED)
def _forms(phrase: str, kind: str, feature: Feature) -> tuple[str, ...]:
    words, heads = _read(phrase, kind)
    if not words or feature not in _FEATURES.get(kind, ()):
        return (" ".join(words),)
    if kind == "verb" and is_negated(words):
        return (_negated(words, feature),)
    if kind == "adjective" and not heads and feature != "base":
        return (f"{'more' if feature == 'comparative' else 'most'} {' '.join(words)}",)
    if feature == "plural" and heads:
        words, heads = _made_ready_for_plural(words, heads)
    choices = product(*(_inflected(words[at], feature) for at in heads))
    return tuple(_with_words_at(words, heads, choice) for choice in choices)


@lru_cache(_REMEMBERED)
def _read(phrase: str, kind: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of a phrase without stars, and where its heads stand."""
    words = phrase.split()
    plain = tuple(word.removeprefix("*") for word in words)
    return plain, _marked(words) or _heads(plain, kind)


def _marked(words: Sequence[str]) -> tuple[int, ...]:
    return tuple(at for at, word in enumerate(words) if word.startswith("*"))


def _heads(words: Sequence[str], kind: str) -> tuple[int, ...]:
    return _HEADS[kind](words) if kind in _HEADS and words else ()


def _inflected(word: str, feature: Feature) -> tuple[str, ...]:
    """The forms of a word, with the marks around it (a comma, a bracket) left where they are."""
    if word.isalpha():
        return found_forms(word, feature)
    before, core, after = _CORE.findall(word)[0]
    return tuple(before + form + after for form in found_forms(core, feature))


def _with_words_at(words: Sequence[str], places: Sequence[int], new: Sequence[str]) -> str:
    changed = dict(zip(places, new, strict=True))
    return " ".join(changed.get(at, word) for at, word in enumerate(words))


def _negated(words: Sequence[str], feature: Feature) -> str:
    """A verb phrase with *not*: did not tell, does not tell, not telling; was not able, not being able."""
    rest = " ".join(words[words.index("not") + 1 :])
    if feature == "base":
        return " ".join(words)
    if feature not in ("past", "s"):
        return f"not {inflect_phrase(rest, 'verb', feature)}"
    helper = "be" if rest.startswith("be ") else "do"
    return f"{inflect(helper, feature)} not {rest.removeprefix('be ')}"


def _made_ready_for_plural(words: tuple[str, ...], heads: tuple[int, ...]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words without a leading *a*, the verb of a relative clause made to agree; and where the heads now stand."""
    if all(inflect(words[at], "plural") == words[at] for at in heads):
        return words, heads
    verbs = agreeing_verbs(words, heads[-1])
    words = tuple(verbs.get(at, word) for at, word in enumerate(words))
    if words[0].lower() in ("a", "an") and heads[0] > 0:
        return words[1:], tuple(at - 1 for at in heads)
    return words, heads


def _is_compared_by_ending(phrase: str) -> bool:
    words, heads = _read(phrase, "adjective")
    return bool(heads) and all(takes_ending(words[at].lower()) for at in heads)


@lru_cache(_REMEMBERED)
def is_simple(text: str) -> bool:
    """Whether nothing follows the head of a noun phrase: *local people*, not *people who use services*."""
    words = text.split(" ")
    return head_index(words, "noun") == len(words) - 1
