"""The entry that a person names on the command line."""

from __future__ import annotations

from plainspeak.errors import UsageError
from plainspeak.glossary.entry import Entry, Glossary
from plainspeak.matching.lexicon import Lexicon
from plainspeak.matching.lookup import Lookup


def look_up(asked: str, glossary: Glossary, lexicon: Lexicon) -> list[Entry]:
    """The entries that have the words asked for as a term, in any form. Raises UsageError when there is none."""
    if not asked.strip():
        raise UsageError("Say which entry.", 'Give its term, for example: "service user".')
    answer = Lookup(glossary, lexicon).answer(asked)
    if answer.way in {"none", "parts", "see also"}:
        near = answer.entries[0].jargon if answer.entries else _nearest(asked, glossary)
        raise UsageError(f'No entry covers "{asked}".', f'Did you mean "{near}"?' if near else "")
    return list(answer.entries)


def _nearest(asked: str, glossary: Glossary) -> str:
    from plainspeak.glossary.search import find

    return next((hit.entry.jargon for hit in find(asked, glossary.entries, 1)), "")
