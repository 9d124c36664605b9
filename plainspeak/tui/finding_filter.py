"""Finding filter: which of the findings a person wants to see just now."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.glossary.entry import LEVELS, Entry, Level

EntryOf = Callable[[str], Entry | None]
"""Finds a glossary entry by its id."""

LEVEL_CHOICES: tuple[tuple[Level, ...], ...] = (LEVELS, ("must", "should"), ("must",), ("should",), ("could",))


class FindingFilter(NamedTuple):
    """Shows what has one of these levels and belongs to this family; "" stands for every family."""

    levels: tuple[Level, ...] = LEVELS
    family: str = ""

    def __bool__(self) -> bool:
        return self != FindingFilter()

    def admits(self, finding: Finding, family: str) -> bool:
        """Whether a finding of this family is shown."""
        return finding.level in self.levels and self.family in ("", family)

    def in_words(self) -> str:
        """What is shown, such as ``must and should, office``; "" when everything is."""
        levels = "" if self.levels == LEVELS else " and ".join(self.levels)
        return ", ".join(part for part in (levels, self.family) if part)


def family_of(finding: Finding, entry_of: EntryOf) -> str:
    """The family of what was found; what no entry stands behind belongs to the check that found it."""
    entry = entry_of(finding.entry) if finding.entry else None
    if entry:
        return entry.family
    return "initials" if finding.check == "acronym" else finding.check
