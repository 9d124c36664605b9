"""What is said of an entry that the settings keep out of force."""

from __future__ import annotations

from plainspeak.cli.streams import as_seen_from_here
from plainspeak.glossary.standing import origin_line
from plainspeak.matching.left_out import LeftOut


def told_left_out(out: LeftOut) -> str:
    """A sentence that says where an entry stands and which setting keeps it out of force."""
    place = origin_line(out.entry)
    return f'There is an entry for "{out.entry.jargon}" in {as_seen_from_here(f"{place}, but {out.why}.")}'
