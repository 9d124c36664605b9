"""Speakers: who a text speaks to, and whether a wording speaks to the same."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence

_ADDRESSED = frozenset("you your yours yourself yourselves".split())


def addresses_somebody_else(occurrence: Occurrence, wording: str) -> bool:
    """Whether a wording says *you* in a sentence that says so nowhere: *people may ask for help yourself*.

    *We* and *our* are left as they are: in an organisation's own glossary they are its own words for itself.
    """
    if _ADDRESSED.isdisjoint(wording.lower().split()):
        return False
    return _ADDRESSED.isdisjoint(word.lower() for word in occurrence.sentence.words)
