"""plainspeak glossary show: show all that an entry holds."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.cli.glossary.chosen import look_up
from plainspeak.cli.parser import Parser
from plainspeak.cli.streams import as_seen_from_here, deliver
from plainspeak.glossary.card import whole_card
from plainspeak.glossary.standing import origin_line
from plainspeak.matching.store import load_compiled
from plainspeak.settings import load_settings


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    parser = Parser(
        "glossary show",
        ["WORDS"],
        "Show all that an entry holds: its meaning, wordings, conditions, examples, who agreed it, and its file and line.",
        "For example: plainspeak glossary show service user",
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the term, in any form")
    asked = " ".join(parser.read(words).words)
    glossary, lexicon = load_compiled(load_settings())
    cards = []
    for entry in look_up(asked, glossary, lexicon):
        lines = [*whole_card(entry), f"From: {as_seen_from_here(origin_line(entry))}"]
        cards.append("".join(f"{line}\n" for line in lines))
    deliver(["\n".join(cards)], None)
    return 0
