"""plainspeak glossary show: show all that an entry holds."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.cli.glossary.chosen import show_looked_up
from plainspeak.cli.parser import Parser
from plainspeak.cli.streams import as_seen_from_here
from plainspeak.glossary.card import whole_card
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.standing import origin_line


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    parser = Parser(
        "glossary show",
        ["WORDS"],
        "Show all that an entry holds: its meaning, wordings, conditions, examples, who agreed it, and its file and line.",
        "For example: plainspeak glossary show service user\n\n"
        "The exit status is 0 when an entry has the words as a term, and 1 when none has.",
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the term, in any form")
    return show_looked_up(parser.read(words).words, _card)


def _card(entry: Entry) -> str:
    lines = [*whole_card(entry), f"From: {as_seen_from_here(origin_line(entry))}"]
    return "".join(f"{line}\n" for line in lines)
