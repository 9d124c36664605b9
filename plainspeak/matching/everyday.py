"""Everyday: the forms of the entries that are only looked up, kept in the user's cache folder when somebody has looked a word up.

Checking a text needs none of them, and making them takes a fifth of a second.
"""

from __future__ import annotations

import json
from typing import Any

from plainspeak.glossary.entry import Glossary
from plainspeak.matching.kept_copy import keep_copy, program_state, read_copy
from plainspeak.matching.lexicon import FormTable, Lexicon, compile_lexicon
from plainspeak.settings import cache_folder

_KEEP = 4


def everyday_lexicon(glossary: Glossary) -> Lexicon:
    """The forms of the entries of a glossary that are only looked up; a glossary without a fingerprint is not kept."""
    if not glossary.fingerprint:
        return compile_lexicon(glossary.entries, only_looked_up=True)
    made_from = f"{glossary.fingerprint}-{program_state()}"
    path = cache_folder() / f"everyday-{made_from}.kept"
    kept = _unpacked(read_copy(path), made_from)
    if kept is None:
        kept = compile_lexicon(glossary.entries, only_looked_up=True)
        keep_copy(path, json.dumps([made_from, kept], ensure_ascii=False).encode(), _KEEP)
    return kept


def _unpacked(data: bytes | None, made_from: str) -> Lexicon | None:
    try:
        content: list[Any] = json.loads(data) if data else [""]
        if content[0] != made_from:
            return None
        folded, cased = (FormTable(*map(tuple, table)) for table in content[1])
        return Lexicon(folded, cased)
    except (ValueError, TypeError):
        return None
