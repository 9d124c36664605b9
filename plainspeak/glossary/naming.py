"""Names: when two wordings are one term, and the id that an entry goes by."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from plainspeak.glossary.entry import KINDS, Entry
from plainspeak.text.lazy_pattern import lazy_pattern

_GAPS = lazy_pattern(r"[\s\-\u2010\u2011]+")
_NOT_IN_SLUG = lazy_pattern(r"[^\w]+")
_REMEMBERED = 16_384


@lru_cache(_REMEMBERED)
def term_key(term: str, kind: str) -> tuple[str, str]:
    """The same for two wordings of one kind that are one term: capitals, hyphens and spaces make no difference.

    Capitals do count in initials, so SEND is not send.
    """
    term = _GAPS.sub(" ", term.replace("’", "'")).strip()
    return (term if kind == "initials" else term.lower()), kind


@lru_cache(_REMEMBERED)
def slug(term: str) -> str:
    """A term as an id: small letters, digits and hyphens ('service-user')."""
    plain = unicodedata.normalize("NFKD", term.lower().replace("&", " and ").replace("'", "").replace("’", ""))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return _NOT_IN_SLUG.sub("-", plain).strip("-_") or "entry"


def with_ids(entries: Iterable[Entry], taken: Iterable[str] = ()) -> list[Entry]:
    """The entries in the same order, each with an id of its own that is not in `taken`.

    Of two entries with one slug the earlier kind in `KINDS` keeps it and the other's kind is added ('impact',
    'impact-verb'), so that an id does not depend on the order of entries or files.
    """
    entries = list(entries)
    used = set(taken)
    ids: dict[int, str] = {}
    order = sorted(range(len(entries)), key=lambda at: (KINDS.index(entries[at].kind), entries[at].jargon))
    for at in order:
        ids[at] = _free_id(entries[at], used)
        used.add(ids[at])
    return [entry if entry.id == ids[at] else entry._replace(id=ids[at]) for at, entry in enumerate(entries)]


def _free_id(entry: Entry, used: set[str]) -> str:
    plain = slug(entry.jargon)
    if plain not in used:
        return plain
    with_kind = f"{plain}-{entry.kind}"
    number, free = 2, with_kind
    while free in used:
        number, free = number + 1, f"{with_kind}-{number}"
    return free
