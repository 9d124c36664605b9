"""Standing: where an entry in force comes from, what it takes the place of, and why another is not in force."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from plainspeak.glossary.entry import Entry
from plainspeak.glossary.naming import term_key
from plainspeak.settings import Settings

_WHOSE = {"user": "your own glossary", "project": "this project's glossary"}


def origin_line(entry: Entry) -> str:
    """The file and line of an entry, and whose it is, in words."""
    origin = entry.origin
    if origin.layer == "shipped":
        return f"{PurePath(origin.path).name}, line {origin.line}, of the glossary that comes with plainspeak"
    return f"{origin.path}, line {origin.line} ({_WHOSE.get(origin.layer, 'a file that is not in force')})"


def overridden(entry: Entry, lower: Iterable[Entry]) -> list[Entry]:
    """The entries of `lower` layers that `entry` takes the place of: wholly, or one of their terms."""
    taken = {term_key(term, entry.kind) for term in entry.terms}
    return [
        other
        for other in lower
        if other.origin != entry.origin and any(term_key(term, other.kind) in taken for term in other.terms)
    ]


def terms_taken(entry: Entry, lower: Entry) -> list[str]:
    """The terms that `entry` takes from one of a lower layer; none when it takes the place of all of it."""
    theirs = {term_key(term, lower.kind): term for term in lower.terms}
    if term_key(entry.jargon, entry.kind) in theirs:
        return []
    keys = dict.fromkeys(term_key(term, entry.kind) for term in entry.also)
    return [theirs[key] for key in keys if key in theirs]


def why_left_out(entry: Entry, settings: Settings) -> str:
    """Every setting that keeps an entry of any layer out of force, with its place; "" when none does."""
    chosen = settings.glossary
    shipped = entry.origin.layer == "shipped"
    reasons = []
    if _names(chosen.off, entry):
        reasons.append(f"it is switched off by glossary.off ({settings.origin('glossary.off')})")
    if left := _names(chosen.left, entry):
        reasons.append(f"it is one of the words that you always leave ({settings.origin(f'glossary.left.{left}')})")
    if shipped and chosen.files and PurePath(entry.origin.path).stem not in chosen.files:
        reasons.append(f"its file is not one of the glossary.files ({settings.origin('glossary.files')})")
    if chosen.families and entry.family not in chosen.families:
        place = settings.origin("glossary.families")
        reasons.append(f"its family, {entry.family}, is not one of the glossary.families ({place})")
    return ", and ".join(reasons)


def _names(off: Iterable[str], entry: Entry) -> str:
    """Which of these words name the entry, by its id or one of its terms; "" when none does."""
    keys = {term_key(term, entry.kind) for term in entry.terms}
    return next((words for words in off if words == entry.id or term_key(words, entry.kind) in keys), "")
