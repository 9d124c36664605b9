"""Adjective phrases: which word takes -er and -est."""

from __future__ import annotations

from collections.abc import Sequence

_BEFORE_WHAT_FOLLOWS = frozenset({"to", "for", "of", "with", "at", "about", "in", "on", "than", "from", "by"})
_JOINERS = frozenset({"and", "or"})


def adjective_heads(words: Sequence[str]) -> tuple[int, ...]:
    """Where the heads stand: easy to read, clear and simple. None in other phrases, which are compared with *more*."""
    if len(words) == 1 or words[1].lower() in _BEFORE_WHAT_FOLLOWS:
        return (0,)
    adjectives = [at for at, word in enumerate(words) if word.lower() not in _JOINERS]
    gaps = range(len(words) - 1)
    joined = all(words[at].endswith(",") or at not in adjectives or at + 1 not in adjectives for at in gaps)
    return tuple(adjectives) if joined else ()
