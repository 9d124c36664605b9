"""plainspeak glossary find: find entries by their terms, meanings and wordings."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.cli.glossary.wording import SOMETHING_FOUND, entry_line
from plainspeak.cli.parser import Parser
from plainspeak.cli.streams import deliver, tell
from plainspeak.errors import UsageError
from plainspeak.glossary.search import Hit, find
from plainspeak.matching.store import load_compiled
from plainspeak.settings import load_settings


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    parser = Parser(
        "glossary find",
        ["WORDS"],
        "Find entries whose terms, meanings or plain wordings are like the words that you give, the nearest first.",
        "For example: plainspeak glossary find working together\n\n"
        "The exit status is 0 when something is found, and 1 when nothing is.",
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="what to look for; spelling need not be right")
    asked = " ".join(parser.read(words).words)
    if not asked.strip():
        raise UsageError("Say what to look for.", "For example: plainspeak glossary find working together")
    glossary, _ = load_compiled(load_settings())
    hits = find(asked, glossary.entries)
    if not hits:
        tell(f'plainspeak: Nothing in the glossary is like "{asked}".')
        return SOMETHING_FOUND
    deliver(map(_line, hits), None)
    return 0


def _line(hit: Hit) -> str:
    """The entry, and below it the words that are like those asked for, unless they are the term itself."""
    return entry_line(hit.entry) + ("" if hit.text == hit.entry.jargon else f"  {hit.where}: {hit.text}\n")
