"""Late suggestions: what to offer for an occurrence, worked out when somebody looks.

Suggestions take half of the time of a check. The app shows those of one finding, the text report a few for the first of its
kind, and a report at the level *must* none of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.suggest import suggestions
from plainspeak.rewriting.suggestion import Suggestion
from plainspeak.text.lazy_attribute import forget_lazy, lazy_attribute


class LateSuggestions(Sequence[Suggestion]):
    """The suggestions for `occurrence`, best first, each moved `by` code points. Reads, compares and pickles as a tuple."""

    def __init__(self, occurrence: Occurrence, by: int = 0) -> None:
        self._occurrence = occurrence
        self._by = by

    @lazy_attribute
    def _made(self) -> tuple[Suggestion, ...]:
        return _moved(suggestions(self._occurrence), self._by)

    def moved(self, by: int) -> LateSuggestions:
        """The same, moved by so many code points more."""
        return LateSuggestions(self._occurrence, self._by + by)

    def briefly(self, most: int) -> tuple[Suggestion, ...]:
        """What to offer, with `most` swaps at most, and without asking whether they are safe, so that none says it is.

        To be sure of a swap takes longer than to make it: the sentence has to be read around it.
        """
        return _moved(suggestions(self._occurrence.in_doubt(), most), self._by)

    def set_aside(self) -> None:
        """Forget what has been worked out of the place, to save room; it is worked out again when somebody looks."""
        for part in (self, self._occurrence, self._occurrence.sentence, self._occurrence.paragraph):
            forget_lazy(part)

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Suggestion: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Suggestion, ...]: ...
    def __getitem__(self, index: int | slice) -> Suggestion | tuple[Suggestion, ...]:
        return self._made[index]

    def __iter__(self) -> Iterator[Suggestion]:
        return iter(self._made)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._made == tuple(other)

    def __hash__(self) -> int:
        return hash(self._made)

    def __repr__(self) -> str:
        return repr(self._made)

    def __reduce__(self) -> tuple[type[tuple[Suggestion, ...]], tuple[tuple[Suggestion, ...]]]:
        return tuple, (self._made,)


def brief_suggestions(offered: Sequence[Suggestion], most: int) -> Sequence[Suggestion]:
    """Suggestions for somebody who looks at `most` swaps, and not whether they are safe."""
    return offered.briefly(most) if isinstance(offered, LateSuggestions) else offered


def set_aside(offered: Iterable[Sequence[Suggestion]]) -> None:
    """Forget what has been worked out of the places of these suggestions; it is worked out again when somebody looks."""
    for one in offered:
        if isinstance(one, LateSuggestions):
            one.set_aside()


def moved_suggestions(offered: Sequence[Suggestion], by: int) -> Sequence[Suggestion]:
    """The same suggestions, `by` code points further on; those that are not made yet stay so."""
    return offered.moved(by) if isinstance(offered, LateSuggestions) else _moved(tuple(offered), by)


def _moved(offered: tuple[Suggestion, ...], by: int) -> tuple[Suggestion, ...]:
    return tuple(one._replace(start=one.start + by, end=one.end + by) for one in offered) if by else offered
