"""plainspeak glossary forms: show every form of a term that is found."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.cli.glossary.chosen import look_up
from plainspeak.cli.parser import Parser
from plainspeak.cli.streams import deliver
from plainspeak.glossary.card import heading
from plainspeak.glossary.entry import Entry
from plainspeak.matching.forms import forms_of
from plainspeak.matching.store import load_compiled
from plainspeak.settings import load_settings


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    parser = Parser(
        "glossary forms",
        ["WORDS"],
        "Show every form in which an entry is found. A space stands for a space, a hyphen or a line break, and\n"
        "capitals only count in initials.",
        "For example: plainspeak glossary forms utilise",
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the term, in any form")
    asked = " ".join(parser.read(words).words)
    glossary, lexicon = load_compiled(load_settings())
    deliver(["\n".join(map(_listed, look_up(asked, glossary, lexicon)))], None)
    return 0


def _listed(entry: Entry) -> str:
    return f"{heading(entry)}\n" + "".join(f"  {form.text}\n" for form in forms_of(entry))
