"""What a word can be by itself: from the word lists, else from its ending."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from plainspeak.text import word_lists
from plainspeak.text.parts.stems import is_compared, noun_bases, parts, verb_bases

Costs = Mapping[str, int]
"""The uses that a word can have, by name, and how much less likely each is than the likeliest."""

UNLIKELY = 3
"""What is added to a reading that hardly occurs: a verb in capitals, the plural of a word that has none."""
_KEPT = 32_768
_SHORT_STEM = 2
"""A word with no more letters than this before its ending is no form of a verb: shed, bring."""
_RARE = 3
"""From this cost on a verb is rare."""
_VERB_PREFIXES = ("co-", "re-", "pre-", "de-", "over-", "under-", "mis-")
_PREFIXES = (*_VERB_PREFIXES, *"non- self- anti- multi- inter- sub- under over mis re un dis".split())
_SINGULAR_ENDINGS = ("ss", "us", "is", "ics", "less", "wards", "ways")
_VERB_USES = {
    "ing": {"ing": 0, "ing-noun": 1, "ing-adjective": 1},
    "ed": {"past": 0, "participle": 0, "participle-adjective": 1},
    "participle": {"participle": 0, "participle-adjective": 2},
    "past": {"past": 0},
    "s": {"s": 0},
}


def listed(word: str, name: str) -> bool:
    """Whether a word in small letters stands in one of the word lists in data/parts_of_speech."""
    return word in word_lists.word_set(f"parts_of_speech/{name}")


@lru_cache(_KEPT)
def closed(word: str) -> Costs:
    """The uses of one of the small words (the, we, if, will), or none."""
    costs = {}
    for entry in word_lists.word_table("parts_of_speech/closed_class").get(word, ()):
        name, _, cost = entry.rpartition("-")
        part, more = (name, int(cost)) if cost.isdigit() else (entry, 0)
        for use in _uses_of_part(word, part):
            costs[use] = more
    return costs


@lru_cache(_KEPT)
def known(word: str) -> Costs:
    """The uses of a word that is listed, or is a form of a listed word; none when it is neither."""
    costs: dict[str, int] = {}
    for part, cost in parts(word).items():
        for name in _uses_of_part(word, part):
            _add(costs, name, cost)
    for base, ending in verb_bases(word):
        cost = _verb_cost(base, ending)
        for name, more in _VERB_USES[ending].items():
            _add(costs, name, cost + more)
    for base in noun_bases(word):
        cost = parts(base).get("noun", 0) + UNLIKELY * (base in word_lists.word_set("mass_nouns"))
        _add(costs, "people" if listed(word, "people") else "plural", cost)
    if listed(word, "compounds"):
        _add(costs, "compound", 1)
    if is_compared(word):
        _add(costs, "adjective", 0)
    _settle(costs, word)
    return costs


def _settle(costs: dict[str, int], word: str) -> None:
    """Settle forms in -ing and -ed that are listed as nouns or adjectives too."""
    if "ing" in costs and "noun" in costs:
        del costs["ing-noun"], costs["ing-adjective"]
        costs["ing"] += 1
    if "ing" in costs and "adjective" in costs:
        costs["ing"] += 1
    if "participle" in costs and "adjective" in costs and word.endswith("ed"):
        costs["participle-adjective"] = costs.pop("adjective")


def _verb_cost(base: str, ending: str) -> int:
    """What a form of a verb costs; forms that no noun shares cost nothing unless the verb is rare."""
    cost = parts(base).get("verb", 0)
    return cost if ending == "s" or cost >= _RARE else 0


def _add(costs: dict[str, int], name: str, cost: int) -> None:
    costs[name] = min(cost, costs.get(name, cost))


def _uses_of_part(word: str, part: str) -> tuple[str, ...]:
    if part == "verb":
        return "base", "present"
    if part != "noun":
        return (part,)
    if listed(word, "people"):
        return ("people",)
    if word in word_lists.word_set("plural_only_nouns"):
        return ("plural",)
    return ("group",) if listed(word, "groups") else ("noun",)


def guessed(word: str) -> Costs:
    """What a word on no list can be: by what follows a prefix, by its last part, by its ending."""
    if "-" in word and not word.startswith(_VERB_PREFIXES) and (costs := _hyphenated(word)):
        return costs
    for prefix in _PREFIXES:
        if word.startswith(prefix) and (costs := known(word[len(prefix) :])):
            return costs
    if word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS):
        return {"s": 0, "plural": 2} if _by_ending(word[:-1]) == {"base": 0, "present": 0} else {"plural": 0, "s": 4}
    return _by_ending(word)


def _hyphenated(word: str) -> Costs:
    head = word.rpartition("-")[2]
    costs = known(head)
    if "participle" in costs or "past" in costs or "adjective" in costs:
        return {"adjective": 0, "participle": 4, "past": 4}
    if "ing" in costs:
        return {"adjective": 0, "ing-noun": 0, "ing": 1}
    if "plural" in costs:
        return {"plural": 0}
    return {"noun": 0, "adjective": 1} if "noun" in costs else {}


def _by_ending(word: str) -> Costs:
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + _SHORT_STEM:
            return _VERB_USES[ending]
    endings = word_lists.word_table("parts_of_speech/word_endings")
    for start in range(1, len(word)):
        if parts := endings.get(word[start:]):
            return {
                name: cost
                for cost, part in enumerate(parts)
                for name in (("base", "present") if part == "verb" else (part,))
            }
    return {"noun": 0, "adjective": 3, "base": 4, "present": 4}
