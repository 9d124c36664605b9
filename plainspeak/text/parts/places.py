"""What each word of a sentence can be where it stands, and which words are passed over.

Each month, no longer and what stands between brackets say nothing about the words around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from plainspeak.text import word_lists
from plainspeak.text.parts.uses import closed, listed
from plainspeak.text.parts.walk import Element
from plainspeak.text.parts.words import apostrophe, aside, choices, choices_of_to, two_words

_KEPT = 65_536
"""How many answers for single words are kept."""
_ASIDE = (aside(),)
_LONGEST_SOMEBODY = 4
"""How many words may stand between help and to: help all our local people to."""
_LONGEST_TIME = 3
"""How many words a stretch of time may have: every six weeks."""
_Elements = tuple[Element, ...]
_wherever: dict[str, _Elements] = {}
"""What words can be that are the same wherever they stand: three in four. To look here saves most of `elements_on_the_way`."""


def elements_at(words: Sequence[str], index: int) -> tuple[Element, ...]:
    """What ``words[index]`` can be, when it is asked about; a short form (we've) counts as two words."""
    return _elements_after(words[index - 1] if index else "", words[index])


def elements_on_the_way(words: Sequence[str], index: int) -> _Elements:
    """What ``words[index]`` can be, when another word is asked about."""
    word = words[index]
    elements = _elements_after(words[index - 1] if index else "", word)
    role = _role(word)
    if role and (_in_a_time(words, index) or _in_a_pair(words, index)):
        return _ASIDE
    if word == "to" and index > 1:
        if words[index - 2] in ("from", "From"):
            return (choices_of_to("from"),)
        if _somebody_is_to_do(words, index):
            return (choices_of_to(words[index - 1], somebody=True),)
    if not (role or word[:1].isupper() or word in _BY_THE_WORD_BEFORE):
        if len(_wherever) >= _KEPT:
            _wherever.clear()
        _wherever[word] = elements
    return elements


def _somebody_is_to_do(words: Sequence[str], index: int) -> bool:
    """Whether to follows a verb and somebody, as in help local people to plan."""
    if listed(words[index - 1].lower(), "before_to_and_a_noun"):
        return False
    for word in reversed(words[max(index - _LONGEST_SOMEBODY - 1, 0) : index - 1]):
        if not word[:1].isalpha() or word == "to":
            return False
        if listed(word.lower(), "before_people_to_do"):
            return True
    return False


_BY_THE_WORD_BEFORE = frozenset({"to", "'", "’"})


def between(words: Sequence[str], start: int, stop: int) -> _Elements:
    """What the words from `start` up to `stop` can be."""
    found: list[Element] = []
    for index in range(start, stop):
        found += _wherever.get(words[index]) or elements_on_the_way(words, index)
    return tuple(found)


def before(words: Sequence[str], start: int, stop: int) -> _Elements:
    """What the words from `start` up to `stop` can be, without what stands between brackets that are closed again."""
    if ")" not in words[start:stop]:
        return between(words, start, stop)
    found: list[Element] = []
    opened = 0
    for index in range(start, stop):
        if words[index] == "(":
            opened = len(found)
        if words[index] == ")":
            del found[opened:]
        else:
            found += between(words, index, index + 1)
    return tuple(found)


def following(words: Sequence[str], start: int, stop: int) -> _Elements:
    """What the words from `start` up to `stop` can be, without what stands between brackets."""
    if "(" not in words[start:stop]:
        return between(words, start, stop)
    found: list[Element] = []
    inside = False
    for index in range(start, stop):
        if words[index] == "(":
            inside = True
        elif inside:
            inside = words[index] != ")"
        else:
            found += between(words, index, index + 1)
    return tuple(found)


def _elements_after(before: str, word: str) -> tuple[Element, ...]:
    """What a word can be after the word or mark before it ("" at the start)."""
    if word in ("to", "To"):
        return (choices_of_to(before),)
    if word in ("'", "’") and before.endswith("s"):
        return (apostrophe(),)
    return _elements_of(word, not before[:1].isalnum() and before != ",")


@lru_cache(_KEPT)
def _elements_of(word: str, opens: bool) -> tuple[Element, ...]:
    return tuple(choices(part, opens=opens) for part in two_words(word) or (word,))


@lru_cache(_KEPT)
def _role(word: str) -> str:
    """What `word` may do in a stretch that is passed over: before, number, time, pair or nothing."""
    small = word.lower()
    if small[:1].isdigit() or "number" in closed(small):
        return "number"
    if listed(small, "before_times"):
        return "before"
    if listed(small, "times"):
        return "time"
    return "pair" if listed(small, "fixed_pairs") else ""


def _in_a_time(words: Sequence[str], index: int) -> bool:
    """Whether the word belongs to each month, last year, every six weeks."""
    start, role = index, _role(words[index])
    while role in ("number", "time") and start > 0 and index - start < _LONGEST_TIME - 1:
        start -= 1
        role = _role(words[start])
    return role == "before" and _time_ends(words, start) >= index


def _time_ends(words: Sequence[str], start: int) -> int:
    """Where the stretch of time that begins with ``words[start]`` ends, or -1 when it is none."""
    for index in range(start + 1, min(start + _LONGEST_TIME, len(words))):
        role = _role(words[index])
        if role != "number":
            return index if role == "time" else -1
    return -1


def _in_a_pair(words: Sequence[str], index: int) -> bool:
    """Whether the word belongs to no longer, at least and the like."""
    before = words[index - 1].lower() if index else ""
    after = words[index + 1].lower() if index + 1 < len(words) else ""
    word = words[index].lower()
    return (word, after) in _pairs() or (before, word) in _pairs()


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    rows = (line.split() for line in word_lists.lines("parts_of_speech/fixed_pairs"))
    return frozenset((first, second) for first, second in rows)
