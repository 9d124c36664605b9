"""First use: the meaning of a term added in brackets behind it."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.suggestion import Suggestion


def explanation(occurrence: Occurrence) -> Suggestion | None:
    """The term followed by its short meaning in brackets, or None where brackets or an apostrophe follow already."""
    gloss = occurrence.entry.gloss
    following = occurrence.sentence.text[occurrence.span.end : occurrence.span.end + 2]
    if not gloss or following.lstrip()[:1] == "(" or following[:1] in {"'", "\u2019", "-"}:
        return None
    return Suggestion("explain", f"{occurrence.text} ({gloss})", *occurrence.span)
