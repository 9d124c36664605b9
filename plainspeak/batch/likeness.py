"""Likeness: which findings of a document are those of an earlier run, by their traces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_SIDES = (1, 2, 3)
"""Where in a trace the digests with the words beside a finding stand; the surest comes first."""


def new_among(now: Sequence[str], known: Sequence[str]) -> list[int]:
    """Which of the traces of a document, by their place in the row, tell of a finding that is not among those `known`.

    First those go that are known to the letter, then those of the same words whose sentence has been changed around them.
    Each that is known stands for one.
    """
    left = {_identity(trace): trace for trace in known}
    fresh = [at for at, trace in enumerate(now) if left.pop(_identity(trace), None) is None]
    for side in _SIDES:
        fresh = _without_likes(fresh, now, left, side)
    return fresh


def _without_likes(fresh: list[int], now: Sequence[str], left: dict[str, str], side: int) -> list[int]:
    """Those that have no like on this side among those `left`; the like of each other one is taken out of them."""
    there: dict[str, list[str]] = {}
    for identity, trace in left.items():
        there.setdefault(_beside(trace, side), []).append(identity)
    there.pop("", None)
    without = []
    for at in fresh:
        if alike := there.get(_beside(now[at], side)):
            del left[alike.pop()]
        else:
            without.append(at)
    return without


class Moved:
    """The traces of documents that are not there any more, each of which may have come again once, under another name."""

    def __init__(self, documents: dict[str, str]) -> None:
        self._documents = dict(documents)
        self._by_identity: dict[str, list[str]] = {}
        for name, known in documents.items():
            for trace in known.split():
                self._by_identity.setdefault(_identity(trace), []).append(name)

    def like(self, now: Sequence[str]) -> list[str]:
        """The traces of the one that shares most with these, if that is at least half of them; nothing where there is none."""
        names = (name for trace in now for name in self._by_identity.get(_identity(trace), ()))
        for name, count in Counter(name for name in names if name in self._documents).most_common(1):
            known = self._documents[name].split()
            if 2 * count >= max(len(known), len(now)):
                del self._documents[name]
                return known
        return []


def _identity(trace: str) -> str:
    return trace.partition("/")[0]


def _beside(trace: str, side: int) -> str:
    return "".join(trace.split("/")[side : side + 1])
