"""Matcher: one pass over a text for every form of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from plainspeak.matching.lexicon import FormTable, Lexicon, Senses, read_senses
from plainspeak.matching.normalise import WayBack, normalise


class Match(NamedTuple):
    """A raw hit: a form stands at the code points ``start <= i < end`` and may have any of these senses."""

    start: int
    end: int
    senses: Senses


# What a byte says about a word boundary: 0 it is one, 1 it is not, 2 look at the whole character.
_BOUNDARY = bytes(
    1 if chr(byte).isascii() and (chr(byte).isalnum() or byte == ord("_")) else 2 if byte > 127 else 0  # noqa: PLR2004 - ASCII
    for byte in range(256)
)
_APOSTROPHE = ord("'")
_CONTINUATION = 0xC0


class Matcher:
    """The automata over all forms of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._folded = _automaton(lexicon.folded)
        self._cased = _automaton(lexicon.cased)
        self._lexicon = lexicon

    def scan(self, text: str) -> list[list[Match]]:
        """Every form that stands in `text` as whole words, in groups that overlap; each group leftmost first, then longest."""
        raw = text.encode("utf-8", "surrogatepass")
        normalised = normalise(raw)
        hits = _hits(self._folded, self._lexicon.folded.senses, normalised.folded)
        hits += _hits(self._cased, self._lexicon.cased.senses, normalised.cased)
        if not hits:
            return []
        hits.sort(key=_leftmost_longest)
        return list(_groups(hits, WayBack(raw, normalised.changes)))


_Hit = tuple[int, int, str]


def _leftmost_longest(hit: _Hit) -> tuple[int, int]:
    return hit[0], -hit[1]


def _automaton(table: FormTable) -> BytesAhoCorasick | None:
    if not table.forms:
        return None
    return BytesAhoCorasick([form.encode() for form in table.forms], implementation=Implementation.ContiguousNFA)


def _hits(automaton: BytesAhoCorasick | None, senses: tuple[str, ...], text: bytes) -> list[_Hit]:
    if automaton is None:
        return []
    boundary, size = _BOUNDARY, len(text)
    hits: list[_Hit] = []
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if start and (kind := boundary[text[start - 1]]) and (kind == 1 or _word_before(text, start)):
            continue
        if end < size:
            kind = boundary[text[end]]
            if kind and (kind == 1 or _word_after(text, end)):
                continue
            if text[end] == _APOSTROPHE and _is_contraction(text, end):
                continue
        hits.append((start, end, senses[index]))
    return hits


def _word_before(text: bytes, place: int) -> bool:
    first = place - 1
    while first and text[first] & _CONTINUATION == 0x80:  # noqa: PLR2004 - a continuation byte of UTF-8
        first -= 1
    return text[first:place].decode("utf-8", "replace")[-1:].isalnum()


def _word_after(text: bytes, place: int) -> bool:
    return text[place : place + 4].decode("utf-8", "ignore")[:1].isalnum()


def _is_contraction(text: bytes, place: int) -> bool:
    """Whether the apostrophe at `place` is that of *can't* or *they'll*; the possessive 's does not count."""
    after = text[place + 1 : place + 4]
    letters = after[: len(after) - len(after.lstrip(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
    return bool(letters) and letters not in (b"s", b"S")


def _groups(hits: list[_Hit], way_back: WayBack) -> Iterator[list[Match]]:
    group: list[Match] = []
    reach = 0
    for start, end, senses in hits:
        if start >= reach and group:
            yield group
            group = []
        first = way_back.start(start)
        group.append(Match(first, way_back.end(end), read_senses(senses)))
        reach = max(reach, end) if len(group) > 1 else end
    yield group
