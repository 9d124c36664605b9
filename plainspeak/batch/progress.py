"""How far a batch is, and what it has not looked at."""

from __future__ import annotations

from typing import NamedTuple


class Progress(NamedTuple):
    """How far a batch is. `total` is None until the documents are counted; `pages` are those of documents that have pages.

    `ready` are those of the documents `done` of which the report was there already, so that they took no time.
    """

    done: int = 0
    total: int | None = None
    failed: int = 0
    findings: int = 0
    pages: int = 0
    seconds: float = 0.0
    ready: int = 0

    @property
    def seconds_left(self) -> float | None:
        """How many seconds the rest may take, or None while nobody can tell."""
        checked = self.done - self.ready
        if self.total is None or not checked:
            return None
        return self.seconds / checked * max(0, self.total - self.done)


class PassedOver(NamedTuple):
    """Documents in folders that are left out because nothing here reads their format: how many, and the first."""

    files: int = 0
    first: str = ""
