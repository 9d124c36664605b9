"""Speakers: who a text speaks to and for, and whether a wording speaks to and for the same."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence

_ADDRESSED = frozenset("you your yours yourself yourselves".split())
_SPEAKING = frozenset("we us our ours ourselves".split())


def changes_the_speaker(occurrence: Occurrence, wording: str) -> bool:
    """Whether a wording says *you* or *we* in a sentence that says so nowhere: *people may ask for help yourself*."""
    said = set(wording.lower().split())
    asked = [pronouns for pronouns in (_ADDRESSED, _SPEAKING) if not said.isdisjoint(pronouns)]
    if not asked:
        return False
    around = {word.lower() for word in occurrence.sentence.words}
    return any(map(around.isdisjoint, asked))
