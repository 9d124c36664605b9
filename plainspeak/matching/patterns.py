"""Patterns: the small language in which an entry says what stands around its term.

{}               the term                      word         that word
*                any one word                  word~        that word in any form
...              up to four words, or none     (a|b c|)     one of these; nothing, where one is empty
<noun> <verb> <adjective> <number> <name> <the> <clause> <start> <end>
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from plainspeak.matching.clauses import begins_clause
from plainspeak.matching.context import Sentence, plain_word
from plainspeak.text.inflection import all_forms
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.part_of_speech import Part
from plainspeak.text.span import Span
from plainspeak.text.tokens import is_word

GAP = 4
"""How many words ``...`` may stand for at most."""

_ITEM = lazy_pattern(r"\{\}|\.\.\.|\([^()]*\)|<[^<>]+>|\*|[^\s(){}<>,:;.!?]+|[,:;.!?]")
_DETERMINERS = frozenset(
    "the a an this that these those my your our his her its their whose no any some each every all both".split()
)
_APOSTROPHES = frozenset({"'", "\u2019"})


class PatternError(ValueError):
    """A pattern cannot be read; the message says why."""


class Words(NamedTuple):
    """Matches one word out of a set."""

    any_of: frozenset[str]


class Class(NamedTuple):
    """Matches one word (or one end of the sentence) of a class such as ``<noun>``."""

    name: str


class AnyWord(NamedTuple):
    """Matches any one word."""


class Gap(NamedTuple):
    """Matches up to `GAP` words, or none."""


Item = Words | Class | AnyWord | Gap


class Pattern(NamedTuple):
    """What stands before and after a term. `before` is read from the term outwards, so it is in reverse order."""

    before: tuple[Item, ...]
    after: tuple[Item, ...]

    def holds(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether this pattern holds around the parts `first` to `last` of `sentence`."""
        return _follows(self.after, sentence, last + 1, 1) and _follows(self.before, sentence, first - 1, -1)


class Patterns:
    """Many patterns asked at once.

    Most name the word right behind or before the term. These are kept under that word, so that of twenty patterns
    one or two are looked at. Of the others, those are passed over whose words are nowhere in the sentence.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_next: dict[str, list[Pattern]] = {}
        self._by_last: dict[str, list[Pattern]] = {}
        self._others: list[tuple[list[frozenset[str]], Pattern]] = []
        for pattern in patterns:
            self._keep(pattern)

    def _keep(self, pattern: Pattern) -> None:
        for items, table in ((pattern.after, self._by_next), (pattern.before, self._by_last)):
            if items and isinstance(items[0], Words):
                for word in items[0].any_of:
                    table.setdefault(word, []).append(pattern)
                return
        words = [item.any_of for item in (*pattern.after, *pattern.before) if isinstance(item, Words)]
        self._others.append((words, pattern))

    def any_holds(self, sentence: Sentence, span: Span) -> bool:
        """Whether one of the patterns holds around `span`."""
        first, last = sentence.part_range(span)
        parts = sentence.parts
        following = parts[last + 1] if last + 1 < len(parts) else ""
        preceding = parts[first - 1] if first else ""
        for pattern in (*self._by_next.get(following, ()), *self._by_last.get(preceding, ())):
            if pattern.holds(sentence, first, last):
                return True
        for words, pattern in self._others:
            if any(map(sentence.different_parts.isdisjoint, words)):
                continue
            if pattern.holds(sentence, first, last):
                return True
        return False


def compile_pattern(text: str) -> list[Pattern]:
    """The patterns that `text` stands for: one for each way through its choices.

    Raises PatternError when the term is missing or named twice, or a bracket or class is wrong.
    """
    alternatives = [_alternatives(piece) for piece in _pieces(text)]
    return [_pattern([item for items in way for item in items], text) for way in product(*alternatives)]


def _pieces(text: str) -> list[str]:
    if text.count("{}") != 1:
        raise PatternError(f"'{text}' must name the term exactly once, as {{}}")
    left_over = _ITEM.sub("", text).strip()
    if left_over:
        raise PatternError(f"'{text}' has a '{left_over[0]}' that does not belong there")
    return _ITEM.findall(text)


def _alternatives(piece: str) -> list[list[Item | None]]:
    """The ways to read one piece of a pattern, each as a list of items; None stands for the term itself."""
    if piece == "{}":
        return [[None]]
    if not piece.startswith("("):
        return [_items(piece)]
    choices = piece[1:-1].split("|")
    singles = [choice.strip() for choice in choices if choice.strip() and len(_ITEM.findall(choice)) == 1]
    plain = [item for choice in singles for item in _items(choice) if isinstance(item, Words)]
    ways: list[list[Item | None]] = []
    if plain and len(plain) == len(singles):
        ways.append([Words(frozenset().union(*(item.any_of for item in plain)))])
        singles = []
    others = [choice for choice in choices if choice.strip() in singles or len(_ITEM.findall(choice)) != 1]
    ways += [[item for piece in _ITEM.findall(choice) for item in _items(piece)] for choice in others]
    return ways


def _items(piece: str) -> list[Item | None]:
    if piece == "*":
        return [AnyWord()]
    if piece == "...":
        return [Gap()]
    if piece.startswith("<"):
        if piece not in CLASSES and piece not in {"<start>", "<end>", "<clause>"}:
            raise PatternError(
                f"there is no class {piece}; the classes are {', '.join(sorted(CLASSES))}, <clause>, <start>, <end>"
            )
        return [Class(piece)]
    words = [word for word in re.split("[-\u2010\u2011]", piece) if word]
    return [Words(_forms(plain_word(word))) for word in words]


def _forms(word: str) -> frozenset[str]:
    if not word.endswith("~"):
        return frozenset((word,))
    return frozenset(form.lower() for form in all_forms(word[:-1]))


def _pattern(items: Sequence[Item | None], text: str) -> Pattern:
    middle = items.index(None)
    before = tuple(item for item in reversed(items[:middle]) if item is not None)
    after = tuple(item for item in items[middle + 1 :] if item is not None)
    if not before and not after:
        raise PatternError(f"'{text}' says nothing about the words around the term")
    return Pattern(before, after)


def _follows(items: Sequence[Item], sentence: Sentence, at: int, step: int) -> bool:
    """Whether `items` hold one after another from part `at` on, walking by `step`."""
    if not items:
        return True
    item, rest = items[0], items[1:]
    if isinstance(item, Gap):
        return any(_follows(rest, sentence, place, step) for place in _gap(sentence, at, step))
    if isinstance(item, Class) and item.name in {"<start>", "<end>", "<clause>"}:
        return _holds_at(item.name, sentence, at) and _follows(rest, sentence, at, step)
    if not 0 <= at < len(sentence.parts):
        return False
    return _fits(item, sentence, at) and _follows(rest, sentence, at + step, step)


def _gap(sentence: Sentence, at: int, step: int) -> Iterator[int]:
    yield at
    for count in range(1, GAP + 1):
        place = at + step * (count - 1)
        if not 0 <= place < len(sentence.parts) or not _may_be_skipped(sentence.parts[place]):
            return
        yield at + step * count


def _may_be_skipped(word: str) -> bool:
    return is_word(word) or word in _APOSTROPHES


def _holds_at(name: str, sentence: Sentence, at: int) -> bool:
    """Whether a class that takes up no word holds at part `at`."""
    if name == "<clause>":
        return begins_clause(sentence, at)
    words = sentence.parts[: at + 1] if name == "<start>" else sentence.parts[max(at, 0) :]
    return not any(map(is_word, words))


def _fits(item: Item, sentence: Sentence, at: int) -> bool:
    word = sentence.parts[at]
    if isinstance(item, Words):
        return word in item.any_of
    if isinstance(item, AnyWord):
        return is_word(word)
    return isinstance(item, Class) and CLASSES[item.name](sentence, word, sentence.token_of_part(at))


_NUMBER: frozenset[Part] = frozenset({"number"})


def _is_number(sentence: Sentence, word: str, token: int) -> bool:
    return word[:1].isdigit() or sentence.is_one_of(_NUMBER, token)


def _is_name(sentence: Sentence, word: str, token: int) -> bool:
    return token > 0 and sentence.words[token][:1].isupper() and not sentence.is_heading and word != "i"


def _is_determiner(sentence: Sentence, word: str, token: int) -> bool:
    if word in _APOSTROPHES:
        return token > 0 and sentence.words[token - 1].endswith("s")  # tenants' needs
    return word in _DETERMINERS or word.endswith("'s")


def _part(*parts: Part) -> Callable[[Sentence, str, int], bool]:
    wanted = frozenset(parts)

    def fits(sentence: Sentence, word: str, token: int) -> bool:
        return is_word(word) and sentence.is_one_of(wanted, token)

    return fits


CLASSES: dict[str, Callable[[Sentence, str, int], bool]] = {
    "<number>": _is_number,
    "<name>": _is_name,
    "<the>": _is_determiner,
    "<noun>": _part("noun", "name"),
    "<verb>": _part("verb", "auxiliary"),
    "<adjective>": _part("adjective"),
}
"""The classes a pattern may name, and how each is recognised."""
