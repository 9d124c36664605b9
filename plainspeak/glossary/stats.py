"""Statistics of a glossary: how many entries there are of each sort, who agreed them, and which are due for another look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from plainspeak.glossary.entry import FAMILIES, LEVELS, Entry
from plainspeak.glossary.search import is_agreed, is_review_due

NOBODY = "nobody yet"


class Stats(NamedTuple):
    """Counts by file, family, level and who agreed; and the entries that are due for review."""

    entries: int
    by_file: dict[str, int]
    by_family: dict[str, int]
    by_level: dict[str, int]
    by_agreed: dict[str, int]
    review_due: tuple[Entry, ...]


def statistics(entries: Iterable[Entry], today: date) -> Stats:
    """The statistics of some entries on a day."""
    entries = list(entries)
    families = Counter(entry.family for entry in entries)
    levels = Counter(entry.level for entry in entries)
    agreed = Counter(entry.agreed.by if entry.agreed and is_agreed(entry) else NOBODY for entry in entries)
    return Stats(
        len(entries),
        dict(sorted(Counter(PurePath(entry.origin.path).name for entry in entries).items())),
        {family: families[family] for family in FAMILIES if families[family]},
        {level: levels[level] for level in LEVELS if levels[level]},
        dict(agreed.most_common()),
        tuple(entry for entry in entries if is_review_due(entry, today)),
    )
