"""Matcher: one pass over a text for every form of the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from plainspeak.matching.lexicon import FormTable, Lexicon, Senses, read_senses
from plainspeak.matching.normalise import WayBack, normalise

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick


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
_SHORT = 4_000
_FIRST_TEXTS = 8


class Matcher:
    """Finds all forms of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._folded = _Forms(lexicon.folded)
        self._cased = _Forms(lexicon.cased)

    def scan(self, text: str) -> list[list[Match]]:
        """Every form that stands in `text` as whole words, in groups that overlap; each group leftmost first, then longest."""
        raw = text.encode("utf-8", "surrogatepass")
        normalised = normalise(raw)
        hits = _whole_words(self._folded, normalised.folded)
        hits += _whole_words(self._cased, normalised.cased)
        if not hits:
            return []
        hits.sort(key=_leftmost_longest)
        return list(_groups(hits, WayBack(raw, normalised.changes)))


_Hit = tuple[int, int, str]


def _leftmost_longest(hit: _Hit) -> tuple[int, int]:
    return hit[0], -hit[1]


class _Forms:
    """The forms of one table, looked for in normalised bytes.

    An automaton over all of them takes 20 ms to build, which is more than a check of one short text takes in all. In the
    first few short texts each form is therefore looked for by itself, in 1 to 3 ms.
    """

    def __init__(self, table: FormTable) -> None:
        self.senses = table.senses
        self._table = table
        self._first_texts = _FIRST_TEXTS

    @cached_property
    def _automaton(self) -> BytesAhoCorasick:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        forms = [form.encode() for form in self._table.forms]
        return BytesAhoCorasick(forms, implementation=Implementation.ContiguousNFA)

    def places(self, text: bytes) -> Iterable[tuple[int, int, int]]:
        """Every form that stands in `text`, also inside words: its index, where it starts and where it ends."""
        if self._first_texts and len(text) <= _SHORT:
            self._first_texts -= 1
            return self._one_by_one(text)
        self._first_texts = 0
        found: list[tuple[int, int, int]] = []
        if self._table.forms:
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return found

    def _one_by_one(self, text: bytes) -> Iterator[tuple[int, int, int]]:
        words = text.decode("utf-8", "surrogatepass")
        for index, form in enumerate(self._table.forms):
            if form in words:
                encoded = form.encode()
                start = text.find(encoded)
                while start >= 0:
                    yield index, start, start + len(encoded)
                    start = text.find(encoded, start + 1)


def _whole_words(forms: _Forms, text: bytes) -> list[_Hit]:
    """The forms that stand in `text` with no letter or digit beside them."""
    boundary, size, senses = _BOUNDARY, len(text), forms.senses
    hits: list[_Hit] = []
    for index, start, end in forms.places(text):
        if start and (kind := boundary[text[start - 1]]) and (kind == 1 or _word_before(text, start)):
            continue
        if start > 1 and text[start - 1] == _APOSTROPHE and _ends_short_form(text, start):
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


def _ends_short_form(text: bytes, place: int) -> bool:
    """Whether a word at `place` is the end of a short form: *re* in *we're engaged*, which is no *re-engaged*."""
    return _BOUNDARY[text[place - 2]] == 1 and any(
        text[place : place + 3].lower().startswith(end) and not text[place + len(end) : place + len(end) + 1].isalnum()
        for end in _SHORT_FORMS
    )


_SHORT_FORMS = (b"re", b"ve", b"ll", b"d", b"m", b"t")


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
