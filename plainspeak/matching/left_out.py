"""Left out: entries that cover some words and are not in force, and the settings that keep them out."""

from __future__ import annotations

from typing import NamedTuple

from plainspeak.glossary.entry import Entry, Glossary
from plainspeak.glossary.standing import why_left_out
from plainspeak.matching.lookup import Lookup, Way
from plainspeak.matching.store import load_compiled
from plainspeak.settings import Settings

_SURE: frozenset[Way] = frozenset({"term", "spelling", "ending", "initials"})


class LeftOut(NamedTuple):
    """An entry that is not in force, and why, in words that go on after *but*."""

    entry: Entry
    why: str


def left_out(words: str, settings: Settings, in_force: Glossary) -> list[LeftOut]:
    """The entries for `words` of any layer that the settings keep out of force. Raises GlossaryError."""
    chosen = settings.glossary
    if not (chosen.files or chosen.families or chosen.off or chosen.left):
        return []
    known = {(entry.origin, entry.jargon) for entry in in_force.entries}
    everything = settings._replace(glossary=chosen._replace(files=(), families=(), off=(), left=()))
    answer = Lookup(*load_compiled(everything)).answer(words)
    if answer.way not in _SURE:
        return []
    out = [entry for entry in answer.entries if (entry.origin, entry.jargon) not in known]
    return [LeftOut(entry, why) for entry in out if (why := why_left_out(entry, settings))]
