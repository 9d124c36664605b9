"""Steps: undo and redo for anything that does not change, but gives another in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Steps(Generic[T]):
    """What is so now, what was so before each step, and what was taken back (the latest of both last).

    The oldest of more than 1,000 steps is forgotten.
    """

    now: T
    past: tuple[T, ...] = ()
    future: tuple[T, ...] = ()

    def then(self, new: T) -> Steps[T]:
        """One step further; the same when nothing is changed by it."""
        if new == self.now:
            return self
        return Steps(new, (*self.past, self.now)[-_MOST:])

    def undo(self) -> Steps[T]:
        """One step back; the same at the start."""
        return Steps(self.past[-1], self.past[:-1], (*self.future, self.now)) if self.past else self

    def redo(self) -> Steps[T]:
        """The step that was last taken back, taken again; the same when there is none."""
        return Steps(self.future[-1], (*self.past, self.now), self.future[:-1]) if self.future else self
