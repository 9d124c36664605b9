"""Mark: what tells one finding from the others, so that it is known again when the text around it has changed.

A mark holds hashes of words, not the words: what is remembered about a draft must not give away the draft. The hashes are
salted, so that the marks of two documents cannot be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import takewhile
from typing import NamedTuple

from plainspeak.checking.finding import Finding

_WORD = re.compile(r"\w+")
_NEAR = 4  # words on either side that tell a place
_REACH = 80  # code points in which they are looked for


class Mark(NamedTuple):
    """The words found, the words around them, nearest first, and which this is of several that are alike (from 0)."""

    words: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    nth: int = 0

    def is_still(self, other: Mark) -> bool:
        """Whether both mark the same place: the same words, and enough of the nearest around them.

        Fewer are enough where they reach to the start or the end of the text.
        """
        if self.words != other.words:
            return False
        sides = ((self.before, other.before), (self.after, other.after))
        if any(one == two and len(one) < _NEAR for one, two in sides):
            return True
        return sum(_shared(one, two) for one, two in sides) >= _NEAR


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many are the same before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def term_of(finding: Finding) -> str:
    """What two findings share when they are about the same word: the entry, or else the words themselves."""
    return finding.entry or f"{finding.check}:{finding.text.casefold()}"


@lru_cache(maxsize=4096)
def hashed(words: str, salt: str) -> str:
    """A short hash of `words`, as 12 hexadecimal digits; `salt` is any text of at most 64 bytes."""
    return blake2b(words.encode("utf-8", "replace"), digest_size=6, key=salt.encode()).hexdigest()


def words_hash(finding: Finding, salt: str) -> str:
    """The hash of what was found, wherever it stands."""
    return hashed(f"{term_of(finding)}\n{finding.text.casefold()}", salt)


def marks_of(findings: Sequence[Finding], text: str, salt: str) -> Iterator[Mark]:
    """The mark of each of the findings of `text`, in text order."""
    seen: dict[Mark, int] = {}
    for finding in findings:
        before = text[max(0, finding.start - _REACH) : finding.start]
        mark = Mark(words_hash(finding, salt), *_around(before, text[finding.end : finding.end + _REACH], salt))
        nth = seen.get(mark, 0)
        seen[mark] = nth + 1
        yield mark._replace(nth=nth)


@lru_cache(maxsize=8192)
def _around(before: str, after: str, salt: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The hashes of the nearest words of two stretches; remembered, because an editor asks again at every key."""
    left, right = _WORD.findall(before.casefold())[: -_NEAR - 1 : -1], _WORD.findall(after.casefold())[:_NEAR]
    return tuple(hashed(word, salt) for word in left), tuple(hashed(word, salt) for word in right)
