"""What a word can be where it stands: its uses, its capital, the words right before it."""

from __future__ import annotations

from functools import lru_cache

from plainspeak.text import word_lists
from plainspeak.text.parts.grammar import VERBAL, Use
from plainspeak.text.parts.stems import verb_bases
from plainspeak.text.parts.uses import UNLIKELY, Costs, closed, guessed, known, listed
from plainspeak.text.parts.walk import Element, element

_KEPT = 32_768
"""How many answers for single words are kept."""
_JOINING = frozenset({"and", "or", ","})
_MARKS = {
    **dict.fromkeys(".?!:;•…‣▪◦●|", "stop"),
    **dict.fromkeys(",()[]{}–—-", "comma"),
    **dict.fromkeys("&/+", "and"),
    "%": "noun",
}


def plain(word: str) -> str:
    """A word in small letters with straight apostrophes and plain hyphens."""
    return word.lower().replace("’", "'").replace("\u2010", "-").replace("\u2011", "-").replace("\u00ad", "")


def two_words(word: str) -> tuple[str, ...]:
    """The two words that a short form stands for (we've: we have), or none."""
    return word_lists.word_table("parts_of_speech/contractions").get(plain(word), ())


@lru_cache(_KEPT)
def choices(word: str, *, opens: bool = False) -> Element:
    """What `word` can be; `opens` says that it opens a sentence, where a capital means nothing.

    Marks that say nothing (quotation marks, currency signs) are asides, which are passed over.
    """
    return made(costs_of(word, opens=opens), plain(word))


def costs_of(word: str, *, opens: bool = False) -> Costs:
    """What each use of `word` costs; see `choices`."""
    if not word[:1].isalnum():
        return {_MARKS.get(word, "aside"): 0}
    small = plain(word)
    if small[0].isdigit():
        return {"adjective" if "-" in small else "number": 0}
    costs = closed(small)
    if not costs and small.endswith(("'s", "s'")):
        return {"possessive": 0}
    costs = costs or known(small)
    sure = bool(costs)
    costs = costs or guessed(small)
    if word[0].isupper() and small != "i":
        costs = _with_capital(word, costs, sure=sure, opens=opens)
    return costs


def made(costs: Costs, word: str = "") -> Element:
    """The element for what `word` can be."""
    least = min(costs.values())
    helps, says = _any_form(word, "helping_verbs"), _any_form(word, "saying_verbs")
    return element(
        {Use(name, helps and name in VERBAL, says and name in VERBAL): cost - least for name, cost in costs.items()}
    )


@lru_cache(_KEPT)
def choices_of_to(before: str, *, somebody: bool = False) -> Element:
    """The word to: before a verb, as after and; or, after words such as access or due, rather before a noun.

    With `somebody`, who is helped or asked to do something, stands before it: hardly ever before a noun.
    """
    if somebody:
        return made({"to": 0, "preposition": 3 * UNLIKELY})
    if before in _JOINING:
        return made({"to": 0, "preposition": 5})
    to_a_noun = listed(plain(before), "before_to_and_a_noun")
    return made({"preposition": 0, "to": 2} if to_a_noun else {"to": 0, "preposition": 3})


def apostrophe() -> Element:
    """The mark after a plural that owns something: carers’."""
    return made({"apostrophe": 0})


def aside() -> Element:
    """A word or mark that the walk passes over."""
    return made({"aside": 0})


def _any_form(word: str, name: str) -> bool:
    return listed(word, name) or any(listed(base, name) for base, _ in verb_bases(word))


def _with_capital(word: str, costs: Costs, *, sure: bool, opens: bool) -> Costs:
    """A capital makes a name likely, unless the word opens the sentence; initials are names."""
    if word.isupper() and word[1:]:
        return {**{name: cost + 2 for name, cost in costs.items()}, "name": 0}
    if word[1:-1].isupper() and word.endswith("s"):
        return {"plural": 0, "name": 3}
    if opens:
        return costs if sure else {**costs, "name": 1}
    if not sure:
        return {**{name: cost + 2 for name, cost in costs.items()}, "name": 0}
    shy = {name: cost + UNLIKELY * (name in VERBAL) for name, cost in costs.items()}
    return {**shy, "name": 2}
