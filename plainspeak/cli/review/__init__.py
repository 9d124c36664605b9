"""plainspeak review: go through a file question by question, in plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.review.answers import table_of_answers
from plainspeak.cli.review.draft import Draft
from plainspeak.cli.review.session import Session
from plainspeak.cli.streams import tell
from plainspeak.documents.reader import STANDARD_INPUT
from plainspeak.errors import UsageError
from plainspeak.settings import LEVELS


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    if len(options.path) != 1 or options.path[0] == STANDARD_INPUT:
        raise UsageError("Name one file to go through.", "For example: plainspeak review letter.txt")
    draft = Draft.open(options.path[0], options.level, unsaved=options.unsaved)
    for notice in draft.notices:
        tell(f"plainspeak: {options.path[0]}: {notice}")
    Session(draft).go()
    return 0


def _parser() -> Parser:
    parser = Parser(
        "review",
        ["FILE [options]"],
        "Go through a file question by question: what the jargon is, what we mean by it, and what\n"
        "to say instead. Each question is a few plain lines, so it works in any terminal, with a\n"
        "screen reader, and with answers from a file: plainspeak review letter.txt < answers.txt\n\n"
        "Nothing is saved in the file until you say so. What you decide is remembered, so you can\n"
        "stop at any time and go on later.",
        f"Answers:\n{table_of_answers()}",
    )
    parser.add_argument("path", nargs="*", metavar="FILE", help="the file to go through")
    parser.add_argument(
        "--level",
        type=one_of("level", LEVELS),
        default=LEVELS[-1],
        metavar="LEVEL",
        help="ask about this level and above: must, should or could (default: could)",
    )
    parser.add_argument(
        "--unsaved",
        action="store_true",
        help="go through the draft of FILE that was left unsaved in the app, instead of the file",
    )
    return parser
