"""Glossary filter: which entries the glossary screen shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from plainspeak.glossary.entry import FAMILIES, LEVELS, Entry
from plainspeak.glossary.search import is_agreed, is_review_due

AGREED, NOT_AGREED, REVIEW_DUE = "agreed", "not agreed yet", "to be looked at again"


class GlossaryFilter(NamedTuple):
    """What entries must be to be shown; "" where that does not matter."""

    level: str = ""
    family: str = ""
    file: str = ""
    agreed: str = ""

    def select(self, entries: Iterable[Entry], today: date | None = None) -> list[Entry]:
        """The entries that pass."""
        return [entry for entry in entries if self._passes(entry, today)]

    def _passes(self, entry: Entry, today: date | None) -> bool:
        return (
            self.level in ("", entry.level)
            and self.family in ("", entry.family)
            and self.file in ("", file_of(entry))
            and _has_standing(entry, self.agreed, today)
        )

    def in_words(self) -> str:
        """What is asked for, in a few words; "" when that is everything."""
        return " \u00b7 ".join(value for value in self if value)


def _has_standing(entry: Entry, wanted: str, today: date | None) -> bool:
    if wanted == AGREED:
        return is_agreed(entry)
    if wanted == NOT_AGREED:
        return not is_agreed(entry)
    return wanted != REVIEW_DUE or is_review_due(entry, today or date.today())


def file_of(entry: Entry) -> str:
    """The name of the file that an entry stands in."""
    return PurePath(entry.origin.path).name


def choices(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """What can be asked for, for each part of a filter, among these entries."""
    entries = list(entries)
    families = {entry.family for entry in entries}
    return {
        "level": LEVELS,
        "family": tuple(name for name in FAMILIES if name in families),
        "file": tuple(sorted({file_of(entry) for entry in entries if file_of(entry)})),
        "agreed": (AGREED, NOT_AGREED, REVIEW_DUE),
    }
