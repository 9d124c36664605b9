"""What a word can be when it stands alone: from the word lists, else from its ending."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from plainspeak.text import word_lists
from plainspeak.text.parts.grammar import ADJECTIVAL, NOMINAL, VERBAL, Use
from plainspeak.text.parts.fronts import Element, element

Costs = dict[str, int]
"""The uses that a word can have, by name, and how much less likely each is than the likeliest."""

_FOLDER = "parts_of_speech/"
_KEPT = 32_768
"""How many answers for single words are kept."""
_RARE = 3
"""How much less likely a reading is that stands after the / in common_words.txt."""
_UNLIKELY = 3
"""What is added to a reading that hardly occurs: a verb in capitals, the plural of a word that has none."""
_MARKS = {
    **dict.fromkeys(".?!:;•…‣▪◦●|", "stop"),
    **dict.fromkeys(",()[]{}–—-", "comma"),
    **dict.fromkeys("&/+", "and"),
    "%": "noun",
}
_VERB_PREFIXES = ("co-", "re-", "pre-", "de-", "over-", "under-", "mis-")
_PREFIXES = (
    *_VERB_PREFIXES,

    "non-",
    "self-",
    "anti-",
    "multi-",
    "inter-",
    "sub-",
    "under",
    "over",
    "mis",
    "re",
    "un",
    "dis",
)


def plain(word: str) -> str:
    """A word in small letters with straight apostrophes and plain hyphens."""
    return word.lower().replace("’", "'").replace("\u2010", "-").replace("\u2011", "-").replace("\u00ad", "")


def listed(word: str, name: str) -> bool:
    """Whether a word in small letters stands in one of the word lists in data/parts_of_speech."""
    return word in word_lists.word_set(_FOLDER + name)


def two_words(word: str) -> tuple[str, ...]:
    """The two words that a short form stands for (we've: we have), or none."""
    return word_lists.word_table(_FOLDER + "contractions").get(plain(word), ())


@lru_cache(_KEPT)
def choices(word: str, *, opens: bool = False) -> Element:
    """What `word` can be; `opens` says that it opens a sentence, where a capital means nothing.

    Marks that say nothing (quotation marks, currency signs) are asides, which are passed over.
    """
    return _made(_costs_of(word, opens=opens), plain(word))


def _costs_of(word: str, *, opens: bool) -> Costs:
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


def _made(costs: Costs, word: str = "") -> Element:
    least = min(costs.values())
    helps, says = _any_form(word, "helping_verbs"), _any_form(word, "saying_verbs")
    return element(
        {Use(name, helps and name in VERBAL, says and name in VERBAL): cost - least for name, cost in costs.items()}
    )


@lru_cache(_KEPT)
def choices_of_to(before: str) -> Element:
    """The word to: before a verb, or, after words such as access or due, rather before a noun."""
    to_a_noun = listed(plain(before), "before_to_and_a_noun")
    return _made({"preposition": 0, "to": 2} if to_a_noun else {"to": 0, "preposition": 3})


def apostrophe() -> Element:
    """The mark after a plural that owns something: carers’."""
    return _made({"apostrophe": 0})


def aside() -> Element:
    """A word or mark that the walk passes over."""
    return _made({"aside": 0})


@lru_cache(_KEPT)
def time_role(word: str) -> str:
    """What `word` does in a stretch of time such as every six weeks: before, number, time or nothing."""
    small = word.lower()
    if small[:1].isdigit() or "number" in closed(small):
        return "number"
    return "before" if listed(small, "before_times") else "time" if listed(small, "times") else ""


@lru_cache(_KEPT)
def phrase_choices(words: tuple[str, ...]) -> Element:
    """What several words can be together: a verb by the first, a noun or adjective by the last."""
    first = _costs_of(words[0], opens=True)
    last = _costs_of(words[-1], opens=False)
    costs = {name: cost for name, cost in first.items() if name in VERBAL}
    if first.keys() & {"preposition", "to", "when"}:
        return _made({"adverb": 0})
    if last.keys() & {"adverb", "preposition"} and costs:
        costs["noun"] = 1
    for name, cost in last.items():
        if name in NOMINAL or name in ADJECTIVAL:
            costs[name] = cost
    return _made(costs or last, plain(words[0]))


def _any_form(word: str, name: str) -> bool:
    return listed(word, name) or any(listed(base, name) for base, _ in verb_bases(word))


@lru_cache(_KEPT)
def closed(word: str) -> Costs:
    """The uses of one of the small words (the, we, if, will), or none."""
    costs = {}
    for entry in word_lists.word_table(_FOLDER + "closed_class").get(word, ()):
        name, _, cost = entry.rpartition("-")
        part, more = (name, int(cost)) if cost.isdigit() else (entry, 0)
        for use in _uses_of_part(word, part):
            costs[use] = more
    return costs


@lru_cache(_KEPT)
def _parts(word: str) -> Costs:
    """The parts of speech listed for a dictionary form, with what each costs."""
    costs, cost = {}, 0
    for part in word_lists.word_table(_FOLDER + "common_words").get(word, ()):
        if part == "/":
            cost += _RARE - 1
        else:
            costs[part] = cost
            cost += 1
    return costs


@lru_cache(_KEPT)
def known(word: str) -> Costs:
    """The uses of a word that is listed, or is a form of a listed word; none when it is neither."""
    costs: Costs = {}
    for part, cost in _parts(word).items():
        for name in _uses_of_part(word, part):
            _add(costs, name, cost)
    for base, ending in verb_bases(word):
        cost = _verb_cost(base, ending)
        for name, more in _verb_uses(ending).items():
            _add(costs, name, cost + more)
    for base in noun_bases(word):
        cost = _parts(base).get("noun", 0) + _UNLIKELY * (base in word_lists.word_set("mass_nouns"))
        _add(costs, "people" if listed(word, "people") else "plural", cost)
    if any("adjective" in _parts(base) for base in _compared_bases(word)):
        _add(costs, "adjective", 0)
    if "ing" in costs and "noun" in costs:
        del costs["ing-noun"], costs["ing-adjective"]
        costs["ing"] += 1
    if "ing" in costs and "adjective" in costs:
        costs["ing"] += 1
    if "participle" in costs and "adjective" in costs and word.endswith("ed"):
        costs["participle-adjective"] = costs.pop("adjective")
    return costs


def _verb_cost(base: str, ending: str) -> int:
    """What a form of a verb costs; forms that no noun shares cost nothing unless the verb is rare."""
    cost = _parts(base).get("verb", 0)
    return cost if ending == "s" or cost >= _RARE else 0


def _add(costs: Costs, name: str, cost: int) -> None:
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


def _verb_uses(ending: str) -> Costs:
    if ending == "ing":
        return {"ing": 0, "ing-noun": 1, "ing-adjective": 1}
    if ending == "ed":
        return {"past": 0, "participle": 0, "participle-adjective": 1}
    if ending == "participle":
        return {"participle": 0, "participle-adjective": 2}
    return {ending: 0}


@lru_cache(_KEPT)
def verb_bases(word: str) -> tuple[tuple[str, str], ...]:
    """The verbs that `word` is a form of, each with the form: s, ed, ing, past or participle."""
    found = list(_irregular_forms().get(word, ()))
    for ending in ("s", "ed", "ing"):
        found += [
            (base, ending)
            for base in _without(word, ending)
            if "verb" in _parts(base) and base not in _irregular_bases(ending)
        ]
    return tuple(dict.fromkeys(found))


@cache
def _irregular_forms() -> dict[str, list[tuple[str, str]]]:
    forms: dict[str, list[tuple[str, str]]] = {}
    for base, (past, participle, *_) in word_lists.word_table("irregular_verbs").items():
        for name, several in (("past", past), ("participle", participle)):
            for form in several.split("/"):
                forms.setdefault(form, []).append((base, name))
    return forms


def _irregular_bases(ending: str) -> Iterable[str]:
    return word_lists.word_table("irregular_verbs") if ending == "ed" else ()


def noun_bases(word: str) -> list[str]:
    """The listed nouns that `word` may be the plural of."""
    if word in word_lists.word_set("singular_in_s"):
        return []
    bases = [base for base in _without(word, "s") if "noun" in _parts(base)]
    return bases + [base for base in _irregular_plurals().get(word, ()) if "noun" in _parts(base)]


@cache
def _irregular_plurals() -> dict[str, list[str]]:
    plurals: dict[str, list[str]] = {}
    for single, (several, *_) in word_lists.word_table("irregular_nouns").items():
        for form in several.split("/"):
            if form != single:
                plurals.setdefault(form, []).append(single)
    return plurals


def _compared_bases(word: str) -> list[str]:
    """The adjectives that `word` may be a form of: easier, easiest."""
    return [base for ending in ("er", "est") for base in _without(word, ending)]


def _without(word: str, ending: str) -> list[str]:
    """What may be left of `word` without `ending`, spelt as in the dictionary: planning, plan; reviewing, review."""
    if not word.endswith(ending) or len(word) < len(ending) + 2:
        return []
    stem = word[: -len(ending)]
    if ending == "s":
        if stem.endswith("ie"):
            return [stem[:-2] + "y", stem]
        return [stem, stem[:-1]] if stem.endswith("e") else [] if stem.endswith(("s", "u")) else [stem]
    stems = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        stems.append(stem[:-1])
    if stem.endswith("i"):
        stems.append(stem[:-1] + "y")
    return stems


def guessed(word: str) -> Costs:
    """What a word on no list can be: by what follows a prefix, by its last part, by its ending."""
    if "-" in word and not word.startswith(_VERB_PREFIXES) and (costs := _hyphenated(word)):
        return costs
    for prefix in _PREFIXES:
        if word.startswith(prefix) and (costs := known(word[len(prefix) :])):
            return costs
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ous", "ics", "less", "wards", "ways")):
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
    if len(word) > 4 and word.endswith("ed"):
        return {"past": 0, "participle": 0, "participle-adjective": 1}
    if len(word) > 5 and word.endswith("ing"):
        return {"ing": 0, "ing-noun": 1, "ing-adjective": 1}
    endings = word_lists.word_table(_FOLDER + "word_endings")
    for start in range(1, len(word)):
        if parts := endings.get(word[start:]):
            return {
                name: cost
                for cost, part in enumerate(parts)
                for name in (("base", "present") if part == "verb" else (part,))
            }
    return {"noun": 0, "adjective": 3, "base": 4, "present": 4}


def _with_capital(word: str, costs: Costs, *, sure: bool, opens: bool) -> Costs:
    """A capital makes a name likely, unless the word opens the sentence; initials are names."""
    if len(word) > 1 and word.isupper():
        return {**{name: cost + 2 for name, cost in costs.items()}, "name": 0}
    if len(word) > 2 and word[:-1].isupper() and word.endswith("s"):
        return {"plural": 0, "name": 3}
    if opens:
        return costs if sure else {**costs, "name": 1}
    if not sure:
        return {**{name: cost + 2 for name, cost in costs.items()}, "name": 0}
    shy = {name: cost + _UNLIKELY * (name in VERBAL) for name, cost in costs.items()}
    return {**shy, "name": 2}
