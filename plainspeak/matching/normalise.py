"""Normalising: a text made ready for the automaton, with a way back to every code point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# White space of one byte and the hyphen become a space; a blank line becomes a mark that no form holds.
_TABLE = bytes(0x20 if byte in b"\t\n\x0b\x0c\r-" else byte for byte in range(256))
_PARAGRAPH_MARK = b"\x1e"
_BLANK_LINES = re.compile(rb"\n[ \t\r]*\n[ \t\r\n]*")
# Other spaces and hyphens, each replaced by as many plain spaces as it has bytes.
_SPACES = tuple((c.encode(), b" " * len(c.encode())) for c in "\u00a0\u202f\u2009\u2007\u2002\u2003\u2010\u2011")
_REPLACEMENTS = tuple(
    (old.encode(), new.encode())
    for old, new in {
        "\u2018": "'", "\u2019": "'", "\u02bc": "'",
        "\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": "",
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    }.items()
)  # fmt: skip
_INVISIBLE = tuple(old for old, new in _REPLACEMENTS if not new)
_MIXED_RUN = re.compile(rb" (?: |%s)+" % b"|".join(_INVISIBLE))
_EN_DASH = "\u2013".encode()
# In UTF-8 the capitals À to Þ, but for the sign ×, stand 32 below their small letters.
_ACCENTED = b"\xc3"
_ACCENTED_CAPITAL = re.compile(rb"\xc3[\x80-\x96\x98-\x9e]")


class Change(NamedTuple):
    """``raw[start:end]`` was replaced by `length` bytes."""

    start: int
    end: int
    length: int


class Normalised(NamedTuple):
    """`folded` (small letters) and `cased` have the same length; `changes` leads back to the bytes of the text."""

    folded: bytes
    cased: bytes
    changes: tuple[Change, ...]


def normalise(raw: bytes) -> Normalised:
    """The UTF-8 bytes of a text with one kind of space, apostrophe and hyphen (a space), and no invisible marks."""
    text = _without_blank_lines(raw).translate(_TABLE)
    edits: list[tuple[int, int, bytes]] = []
    if not text.isascii():
        text = _plain_spaces(text)
        edits += _replacements(text)
    edits += _runs_of_spaces(text)
    if not edits:
        return Normalised(_in_small_letters(text), text, ())
    edits.sort()
    parts: list[bytes] = []
    changes: list[Change] = []
    done = 0
    for start, end, new in edits:
        if start < done:
            continue
        parts += text[done:start], new
        changes.append(Change(start, end, len(new)))
        done = end
    parts.append(text[done:])
    cased = b"".join(parts)
    return Normalised(_in_small_letters(cased), cased, tuple(changes))


def _in_small_letters(text: bytes) -> bytes:
    """Small letters, those with accents too (CAFÉ, café), byte for byte in the same places."""
    small = text.lower()
    return _ACCENTED_CAPITAL.sub(_accented_small, small) if _ACCENTED in small else small


def _accented_small(letter: re.Match[bytes]) -> bytes:
    return bytes((letter[0][0], letter[0][1] + 0x20))


def _without_blank_lines(raw: bytes) -> bytes:
    if b"\n\n" not in raw and b"\n\r" not in raw and b"\n " not in raw and b"\n\t" not in raw:
        return raw
    return _BLANK_LINES.sub(lambda match: _PARAGRAPH_MARK * (match.end() - match.start()), raw)


def _plain_spaces(text: bytes) -> bytes:
    for old, new in _SPACES:
        if old in text:
            text = text.replace(old, new)
    return text


def _replacements(text: bytes) -> Iterator[tuple[int, int, bytes]]:
    for old, new in _REPLACEMENTS:
        for place in _places(text, old):
            yield place, place + len(old), new
    for place in _places(text, _EN_DASH):  # co–production: an en dash between letters stands for a hyphen
        end = place + len(_EN_DASH)
        if text[place - 1 : place].isalpha() and text[end : end + 1].isalpha():
            yield place, end, b" "


def _places(text: bytes, old: bytes) -> Iterator[int]:
    place = text.find(old)
    while place >= 0:
        yield place
        place = text.find(old, place + len(old))


def _runs_of_spaces(text: bytes) -> Iterator[tuple[int, int, bytes]]:
    if not text.isascii() and any(mark in text for mark in _INVISIBLE):
        yield from ((run.start(), run.end(), b" ") for run in _MIXED_RUN.finditer(text))
        return
    start = text.find(b"  ")
    while start >= 0:
        end = start + 2
        while text[end : end + 1] == b" ":
            end += 1
        yield start, end, b" "
        start = text.find(b"  ", end)


class WayBack:
    """Leads from places in normalised bytes to code points of the text. Ask in rising order: it walks once.

    A place inside something that was replaced leads to its start; a place behind it leads to its end.
    """

    def __init__(self, raw: bytes, changes: tuple[Change, ...]) -> None:
        self._raw = raw
        self._ascii = raw.isascii()
        self._changes = changes
        self._next = 0
        self._shift = 0
        self._byte = 0
        self._code_point = 0

    def start(self, place: int) -> int:
        """The code point at which a form that starts at `place` starts."""
        changes = self._changes
        while self._next < len(changes):
            change = changes[self._next]
            if place < change.start - self._shift + change.length:
                break
            self._shift += change.end - change.start - change.length
            self._next += 1
        return self._code_point_of(place + self._shift)

    def end(self, place: int) -> int:
        """The code point at which a form that ends before `place` ends; does not move the walk past `place`."""
        shift = self._shift
        for index in range(self._next, len(self._changes)):
            change = self._changes[index]
            start = change.start - shift
            if place <= start or place < start + change.length:
                break
            shift += change.end - change.start - change.length
        return self._code_point + self._between(self._byte, place + shift)

    def _code_point_of(self, byte: int) -> int:
        self._code_point += self._between(self._byte, byte)
        self._byte = byte
        return self._code_point

    def _between(self, start: int, end: int) -> int:
        if self._ascii:
            return end - start
        return len(self._raw[start:end].decode("utf-8", "surrogatepass"))
