"""Dictionary: the English words that pyspellchecker knows, kept so that one can be looked up without loading them all.

pyspellchecker needs a fifth of a second and 30 MB to be ready. Its words are therefore kept in the user's cache folder, once
for each version of plainspeak, in one file: a checksum, the places of its buckets, and the words with how often each
was met, parted into buckets by a sum of their letters. A kept file that is missing or damaged is made again in silence.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from zlib import crc32

from plainspeak.settings import cache_folder
from plainspeak.version import __version__

_BUCKETS = 1 << 15
_NUMBER = 4
"""How many bytes a place or a checksum takes."""
_HEAD = _NUMBER + _NUMBER * (_BUCKETS + 1)


class Dictionary:
    """Words in small letters, and how often each was met in the texts that they were counted in."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._by_first_letter: dict[str, list[str]] = {}
        self._places = memoryview(content)[_NUMBER:_HEAD].cast("I")

    @classmethod
    def load(cls) -> Dictionary:
        """The words of pyspellchecker, from the cache folder when they are kept there."""
        path = cache_folder() / f"words-{__version__}.bin"
        content = _read(path)
        if content is None:
            content = pack(_counted_words())
            _write(path, content)
        return cls(content)

    def frequency(self, word: str) -> int:
        """How often `word` was met; 0 when it is not known."""
        line = b"\n%b " % word.encode("utf-8", "replace")
        bucket = _bucket(line[1:-1])
        start, end = self._places[bucket], self._places[bucket + 1]
        place = self._content.find(line, start, end)
        if place < 0:
            return 0
        return int(self._content[place + len(line) : self._content.index(b"\n", place + 1)])

    def beginning_with(self, letter: str) -> list[str]:
        """All words that begin with `letter`. The first time for each letter costs some 10 ms."""
        if letter not in self._by_first_letter:
            found = re.findall(rb"\n(%b[^ ]*)" % re.escape(letter.encode()), self._content[_HEAD:])
            self._by_first_letter[letter] = [word.decode() for word in found]
        return self._by_first_letter[letter]


def pack(words: Iterable[tuple[str, int]]) -> bytes:
    """Words and how often each was met, as the bytes that a `Dictionary` reads."""
    buckets: list[list[bytes]] = [[] for _ in range(_BUCKETS)]
    for word, count in words:
        coded = word.encode()
        buckets[_bucket(coded)].append(b"\n%b %d" % (coded, count))
    lines = [b"".join(bucket) + b"\n" for bucket in buckets]
    places = accumulate(map(len, lines), initial=_HEAD)
    body = b"".join([*map(_coded, places), *lines])
    return _coded(crc32(body)) + body


def _coded(number: int) -> bytes:
    return number.to_bytes(_NUMBER, sys.byteorder)


def _bucket(word: bytes) -> int:
    return crc32(word) % _BUCKETS


def _counted_words() -> Iterable[tuple[str, int]]:
    """Every word of pyspellchecker but possessives, which need no line of their own."""
    from spellchecker import SpellChecker

    counted: Iterable[tuple[str, int]] = SpellChecker(language="en").word_frequency.items()
    return ((word, count) for word, count in counted if word.isalpha())


def _read(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    whole = len(content) > _HEAD and content[:_NUMBER] == _coded(crc32(memoryview(content)[_NUMBER:]))
    return content if whole else None


def _write(path: Path, content: bytes) -> None:
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
