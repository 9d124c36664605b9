"""plainspeak glossary forms: show every form of a term that is found."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.cli.glossary.chosen import show_looked_up
from plainspeak.cli.parser import Parser
from plainspeak.glossary.card import heading
from plainspeak.glossary.entry import Entry
from plainspeak.matching.forms import forms_of


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    parser = Parser(
        "glossary forms",
        ["WORDS"],
        "Show every form in which an entry is found. A space stands for a space, a hyphen or a line break, and\n"
        "capitals only count in initials.",
        "For example: plainspeak glossary forms utilise\n\n"
        "The exit status is 0 when an entry has the words as a term, and 1 when none has.",
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the term, in any form")
    return show_looked_up(parser.read(words).words, _listed)


def _listed(entry: Entry) -> str:
    return f"{heading(entry)}\n" + "".join(f"  {form.text}\n" for form in forms_of(entry))
