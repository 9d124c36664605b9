"""Search: entries by what their terms, meanings and wordings say, forgiving slips of the finger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from plainspeak.glossary.entry import Entry, Level
from plainspeak.text.word_lists import word_set

_NEAR = 75  # of 100: what is less like the words asked for is not shown
_MOST = 20
_MANY = 200
_SHORTEST = 3  # letters; what is shorter is like too many words
_EQUAL = 100
_HELD = 95  # for a text that holds the words asked for
_HELD_NEARLY = 0.88  # the same, with a slip of the finger
_MOST_SHARED = 0.66  # of the telling words asked for
_ALL_SHARED = 85
_LONG_WORD = 5  # letters
_WEIGHTS = {"term": 1.0, "wording": 0.95, "meaning": 0.9}
_NOT_A_WORD = re.compile(r"[\W_]+")


class Hit(NamedTuple):
    """An entry, the words in it that are like those asked for, and how much they are (0 to 100)."""

    entry: Entry
    where: str
    text: str
    score: float


def find(words: str, entries: Iterable[Entry], most: int = _MOST) -> list[Hit]:
    """The entries that are most like `words`, best first: by their terms, then by wordings, then by meanings.

    Of several words most may also stand apart from each other, so that one can ask for what something means.
    """
    asked = _plain(words)
    if not asked:
        return []
    telling = [word for word in asked.split() if word not in word_set("parts_of_speech/closed_class")]
    hits = (Hit(entry, *best) for entry in entries if (best := _best(asked, telling, entry)).score >= _NEAR)
    return sorted(hits, key=lambda hit: (-hit.score, len(hit.text), hit.text))[:most]


def as_typed(words: str, entries: Iterable[Entry], most: int = _MANY) -> list[Entry]:
    """The entries that fit what somebody has typed so far: first those with a term that begins so, then what `find` finds.

    Without words, all of them, in the order of their terms.
    """
    asked = _plain(words)
    if not asked:
        return sorted(entries, key=_in_order)
    entries = list(entries)
    begun = [entry for entry in entries if any(_plain(term).startswith(asked) for term in entry.terms)]
    shown = sorted(begun, key=lambda entry: (not _plain(entry.jargon).startswith(asked), *_in_order(entry)))[:most]
    if len(asked) < _SHORTEST:
        return shown
    known = {id(entry) for entry in begun}
    others = (entry for entry in entries if id(entry) not in known)
    return [*shown, *(hit.entry for hit in find(words, others, most - len(shown)))]


def _in_order(entry: Entry) -> tuple[str, str]:
    return entry.jargon.casefold(), entry.kind


class _Likeness(NamedTuple):
    where: str
    text: str
    score: float


def _best(asked: str, telling: list[str], entry: Entry) -> _Likeness:
    """The words of the entry that are most like those asked for, or its meaning when it speaks of the same things."""
    likenesses = [
        _Likeness(where, text, _WEIGHTS[where] * _score(asked, _plain(text))) for where, text in _texts(entry)
    ]
    if len(telling) > 1:
        likenesses.append(_Likeness("meaning", entry.what_we_mean, _shared(telling, entry)))
    return max(likenesses, key=_score_of)


def _shared(telling: list[str], entry: Entry) -> float:
    """How good an answer an entry is that holds these words anywhere, or most of them (0 to 100)."""
    said = " " + " ".join(_plain(text) for _, text in _texts(entry))
    share = sum(f" {_stem(word)}" in said for word in telling) / len(telling)
    return _NEAR + (_ALL_SHARED - _NEAR) * share if share >= _MOST_SHARED else 0


def _stem(word: str) -> str:
    """A word without a common ending, when enough is left to know it by."""
    return word.removesuffix("ing").removesuffix("s") if len(word) > _LONG_WORD else word


def _score_of(likeness: _Likeness) -> float:
    return likeness.score


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    yield from (("term", term) for term in entry.terms)
    yield from (("wording", wording.say.replace("*", "")) for wording in entry.say_instead if wording.say)
    yield "meaning", entry.what_we_mean
    if entry.in_brackets:
        yield "meaning", entry.in_brackets


def _score(asked: str, text: str) -> float:
    """How like two wordings are (0 to 100); a longer text that holds all that was asked for is nearly as good."""
    from rapidfuzz import fuzz

    whole = fuzz.ratio(asked, text, score_cutoff=_NEAR)
    if len(text) <= len(asked) or whole == _EQUAL:
        return whole
    if f" {asked} " in f" {text} ":
        return max(whole, _HELD)
    return max(whole, _HELD_NEARLY * fuzz.partial_ratio(asked, text, score_cutoff=_NEAR))


@lru_cache(maxsize=50_000)
def _plain(words: str) -> str:
    return _NOT_A_WORD.sub(" ", words.lower()).strip()


def is_agreed(entry: Entry) -> bool:
    """Whether somebody has agreed the entry."""
    return bool(entry.agreed and entry.agreed.by)


def is_review_due(entry: Entry, today: date) -> bool:
    """Whether the entry should have been looked at again by now."""
    return bool(entry.agreed and entry.agreed.review_by and entry.agreed.review_by <= today.isoformat())


def select(
    entries: Iterable[Entry],
    families: Iterable[str] = (),
    levels: Iterable[Level] = (),
    *,
    unagreed: bool = False,
    review_due: date | None = None,
) -> list[Entry]:
    """The entries of these families and levels (none named: all), nobody's yet, or due for review on a day."""
    families, levels = set(families), set(levels)
    return [
        entry
        for entry in entries
        if (not families or entry.family in families)
        and (not levels or entry.level in levels)
        and not (unagreed and is_agreed(entry))
        and (review_due is None or is_review_due(entry, review_due))
    ]
