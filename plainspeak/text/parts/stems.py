"""From a form back to the dictionary: planning to plan, parties to party, began to begin."""

from __future__ import annotations

from functools import cache, lru_cache

from plainspeak.text import word_lists

_KEPT = 32_768
_RARE = 2
"""What the / in common_words.txt adds to the cost of the readings after it, besides 1 for coming later."""
_SHORTEST = 2
"""How many letters must be left when an ending is taken off."""


@lru_cache(_KEPT)
def parts(word: str) -> dict[str, int]:
    """The parts of speech listed for a dictionary form, with how much less likely each is than the first."""
    costs, cost = {}, 0
    for part in word_lists.word_table("parts_of_speech/common_words").get(word, ()):
        if part == "/":
            cost += _RARE
        else:
            costs[part] = cost
            cost += 1
    return costs


@lru_cache(_KEPT)
def verb_bases(word: str) -> tuple[tuple[str, str], ...]:
    """The verbs that `word` is a form of, each with the form: s, ed, ing, past or participle."""
    irregular = word_lists.word_table("irregular_verbs")
    found = list(_irregular_forms().get(word, ()))
    for ending in ("s", "ed", "ing"):
        found += [
            (base, ending)
            for base in _without(word, ending)
            if "verb" in parts(base) and not (ending == "ed" and base in irregular)
        ]
    return tuple(dict.fromkeys(found))


def is_ing_form(word: str) -> bool:
    """Whether `word` is the -ing form of a verb, as far as the lists know: not wing, not evening."""
    small = word.lower()
    return small.endswith("ing") and ("noun" not in parts(small) or any(form == "ing" for _, form in verb_bases(small)))


@cache
def _irregular_forms() -> dict[str, list[tuple[str, str]]]:
    forms: dict[str, list[tuple[str, str]]] = {}
    for base, (past, participle, *_) in word_lists.word_table("irregular_verbs").items():
        for name, several in (("past", past), ("participle", participle)):
            for form in several.split("/"):
                forms.setdefault(form, []).append((base, name))
    return forms


def noun_bases(word: str) -> list[str]:
    """The listed nouns that `word` may be the plural of."""
    if word in word_lists.word_set("singular_in_s"):
        return []
    bases = [base for base in _without(word, "s") if "noun" in parts(base)]
    return bases + [base for base in _irregular_plurals().get(word, ()) if "noun" in parts(base)]


@cache
def _irregular_plurals() -> dict[str, list[str]]:
    plurals: dict[str, list[str]] = {}
    for single, (several, *_) in word_lists.word_table("irregular_nouns").items():
        for form in several.split("/"):
            if form != single:
                plurals.setdefault(form, []).append(single)
    return plurals


def is_compared(word: str) -> bool:
    """Whether `word` is a form of a listed adjective: easier, easiest."""
    bases = (base for ending in ("er", "est") for base in _without(word, ending))
    return any("adjective" in parts(base) for base in bases)


def _without(word: str, ending: str) -> list[str]:
    """What may be left of `word` without `ending`, spelt as in the dictionary: planning, plan; reviewing, review."""
    if not word.endswith(ending) or len(word) < len(ending) + _SHORTEST:
        return []
    stem = word[: -len(ending)]
    if ending == "s":
        if stem.endswith("ie"):
            return [stem[:-2] + "y", stem]
        return [stem, stem[:-1]] if stem.endswith("e") else [] if stem.endswith(("s", "u")) else [stem]
    stems = [stem, stem + "e"]
    if stem[-1] == stem[-2:-1]:
        stems.append(stem[:-1])
    if stem.endswith("i"):
        stems.append(stem[:-1] + "y")
    return stems
