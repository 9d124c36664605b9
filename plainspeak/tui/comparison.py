"""Comparison: a text before and after, paragraph by paragraph, with the words that are not the same marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, NamedTuple

from plainspeak.text.span import Span

_TOKEN = re.compile(r"\w+(?:['\u2019-]\w+)*|\s+|[^\w\s]")

Side = Literal["same", "before", "now"]


class Piece(NamedTuple):
    """A line of text: the same on both sides, or as it was before, or as it is now; `marks` are what differs in it."""

    side: Side
    text: str
    marks: tuple[Span, ...] = ()


class Comparison(NamedTuple):
    """The pieces in order, and how many stretches of words were changed."""

    pieces: tuple[Piece, ...]
    changes: int


def comparison(before: str, now: str) -> Comparison:
    """Compare two texts. Takes time that grows with the texts and with what differs in them."""
    pieces: list[Piece] = []
    changes = 0
    for old, new in _pairs(before.split("\n"), now.split("\n")):
        if old == new:
            pieces.append(Piece("same", new or ""))
            continue
        old_marks, new_marks = _marks(old or "", new or "")
        changes += max(len(old_marks), len(new_marks))
        if old is not None:
            pieces.append(Piece("before", old, old_marks))
        if new is not None:
            pieces.append(Piece("now", new, new_marks))
    return Comparison(tuple(pieces), changes)


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Lines that stand for one another; None for one that has no partner."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    yield from zip(old[:head], new[:head], strict=True)
    yield from _matched(old[head : len(old) - tail], new[head : len(new) - tail])
    yield from zip(old[len(old) - tail :], new[len(new) - tail :], strict=True)


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    for _, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        yield from zip_longest(old[start:end], new[new_start:new_end])


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many are the same before the first that is not."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _marks(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of words that differ, on either side; those with only a space between them are one."""
    old_words, new_words = _TOKEN.findall(old), _TOKEN.findall(new)
    old_at, new_at = _starts(old_words), _starts(new_words)
    marks: tuple[list[Span], list[Span]] = ([], [])
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old_words, new_words, False).get_opcodes():
        if kind != "equal":
            _add(marks[0], Span(old_at[start], old_at[end]), old)
            _add(marks[1], Span(new_at[new_start], new_at[new_end]), new)
    return tuple(marks[0]), tuple(marks[1])


def _starts(words: Sequence[str]) -> list[int]:
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    return starts


def _add(marks: list[Span], mark: Span, text: str) -> None:
    if mark.start == mark.end:
        return
    if marks and text[marks[-1].end : mark.start].isspace():
        mark = Span(marks.pop().start, mark.end)
    marks.append(mark)
