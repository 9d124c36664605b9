"""What several words can be together: service users, follow up, evidence based, in order to."""

from __future__ import annotations

from functools import lru_cache

from plainspeak.text.parts.grammar import ADJECTIVAL, NOMINAL, VERBAL
from plainspeak.text.parts.uses import Costs
from plainspeak.text.parts.walk import Element
from plainspeak.text.parts.words import costs_of, made, plain

_KEPT = 4096
_FUNCTIONS = frozenset(["preposition", "of", "by", "to", "when", "how", "subject", "it", "who", "there", "please"])
"""Uses of a first word that make of the whole something like an adverb: in order to, as soon as."""
_UNLIKELY_NOUN = 4
"""The cost of a noun made from a verb with an ending: the followed up."""
_LINKS = frozenset(["preposition", "of", "by", "to"])
"""Words that end the head of a phrase: point of contact, hard to reach."""
_PREFIXES = frozenset("co pre re de non multi self inter anti sub up down over under out".split())
_BE_AND_HAVE = {
    "be": {"base": 0},
    "am": {"present": 0},
    "are": {"present": 0},
    "is": {"s": 0},
    "was": {"past": 0},
    "were": {"past": 0},
    "been": {"participle": 0},
    "being": {"ing": 0},
    "have": {"base": 0, "present": 0},
    "has": {"s": 0},
    "had": {"past": 0, "participle": 1},
    "having": {"ing": 0},
}
"""The forms of be and have, which are verbs like others when they begin a phrase: have regard to."""


@lru_cache(_KEPT)
def phrase_choices(words: tuple[str, ...]) -> Element:
    """What two or more words can be together: a verb by the first of them, a noun or an adjective by the last."""
    return made(_costs(words) or {"adverb": 0}, plain(words[0]))


def _costs(words: tuple[str, ...]) -> Costs:
    first, last = _BE_AND_HAVE.get(plain(words[0])) or costs_of(words[0], opens=True), costs_of(words[-1])
    if plain(words[0]) in _PREFIXES and VERBAL & last.keys():
        return last
    verbs = {use: cost for use, cost in first.items() if use in VERBAL}
    if not verbs and _FUNCTIONS & first.keys():
        return {"adverb": 0}
    head = _head(words)
    if head < len(words):
        return verbs | _named(words[:head])
    if verbs and {"adverb", "preposition"} & last.keys():
        return verbs | {"noun": 1 if "base" in verbs else _UNLIKELY_NOUN}
    return verbs | _named(words)


def _head(words: tuple[str, ...]) -> int:
    """Where the head of the phrase ends: before the first small word inside it."""
    inside = range(1, len(words) - 1)
    return next((index for index in inside if _likeliest(words[index]) in _LINKS), len(words))


def _likeliest(word: str) -> str:
    costs = costs_of(word)
    return min(costs, key=costs.__getitem__)


def _named(words: tuple[str, ...]) -> dict[str, int]:
    """What the words can be as the name of a thing or a quality, judged by the last of them."""
    last = costs_of(words[-1], opens=len(words) == 1)
    if "possessive" in last:
        return {"noun": 0}
    if words[1:] and "participle" in last:
        return {"adjective": 0}
    return {use: cost for use, cost in last.items() if use in NOMINAL or use in ADJECTIVAL}
