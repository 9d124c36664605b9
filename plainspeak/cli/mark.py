"""plainspeak mark: a copy of a document with what is found shown in it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from plainspeak.checking.checker import Checker
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.same_file import is_same_file
from plainspeak.cli.streams import tell
from plainspeak.documents.beside import beside, with_instructions
from plainspeak.documents.document import Document
from plainspeak.documents.marking import MARKED_SUFFIXES, Marked, Proposal, Wishes, mark, proposal, refuse_name
from plainspeak.documents.plain_text import read_bytes
from plainspeak.documents.reader import format_of, read_bytes_as_document
from plainspeak.documents.saving import save_bytes
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import LEVELS, Level
from plainspeak.reports.counts import counted
from plainspeak.settings import load_settings
from plainspeak.text.protected import Mask


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    _refuse_nonsense(options)
    settings = load_settings()
    path, output = options.path[0], options.output
    data = read_bytes(Path(path))
    refuse_name(data, path, output)
    checker = Checker.load(settings)
    level = cast("Level", options.level or settings.level)
    wishes = Wishes(cast("Level", options.level or LEVELS[-1]), level, options.all_swaps)
    leave = read_bytes_as_document(data, path).leave if format_of(data, path) == "html" else ()

    def propose(text: str, masks: Sequence[Mask]) -> Proposal:
        asked = with_instructions(Document(path, "", text, tuple(masks), leave=leave), beside(path))
        return proposal(checker, text, asked.masks, asked.leave, wishes)

    marked = mark(data, path, propose)
    save_bytes(Path(output), marked.data)
    tell(f"plainspeak: {output} is the marked copy: {_said(marked)}. {path} stays as it is.")
    return 0


def _parser() -> Parser:
    parser = Parser(
        "mark",
        ["FILE -o COPY [options]"],
        "Make a copy of a document in which what is found is shown: in Word and OpenDocument\n"
        "texts as tracked changes and comments, in PDF as highlights with notes, in web pages\n"
        "as marks with a list of notes at the end. The copy of anything else is a web page too.",
        "A tracked change is a swap that is safe with nobody looking: accept all, and you have the\n"
        "text of plainspeak rewrite. All other words to write instead stand in the comments.\n\n"
        "The exit status is 0 when all is well, 2 when the command, a setting or the glossary is\n"
        "wrong, and 3 when a file could not be read or saved.",
    )
    parser.add_argument("path", nargs="*", metavar="FILE", help="what to mark; it stays as it is")
    parser.add_argument("-o", "--output", metavar="COPY", help="save the marked copy in this file")
    parser.add_argument(
        "--level",
        type=one_of("level", LEVELS),
        metavar="LEVEL",
        help="mark this level and those above it: must, should or could (default: should, and the safe swaps of could)",
    )
    parser.add_argument(
        "--all-swaps",
        action="store_true",
        help="make a tracked change of the first words to write instead everywhere; read each before you accept it",
    )
    return parser


def _refuse_nonsense(options: Namespace) -> None:
    if len(options.path) != 1:
        raise UsageError("Mark one file at a time." if options.path else "Say which file to mark.")
    path = options.path[0]
    if not options.output:
        itself = Path(path).suffix.lower() in MARKED_SUFFIXES
        copy = Path(path) if itself else Path(path).with_suffix(".html")
        raise UsageError(
            "Say where to save the marked copy.", f"For example: plainspeak mark {path} -o marked-{copy.name}"
        )
    if is_same_file(path, options.output):
        raise UsageError(f"{options.output} is the file itself, which is never changed.", "Give the copy another name.")


def _said(marked: Marked) -> str:
    parts = [
        counted(marked.changes, "change") if marked.changes else "",
        counted(marked.notes, "note"),
        f"{counted(marked.left_out, 'finding')} could not be shown" if marked.left_out else "",
    ]
    return ", ".join(filter(None, parts))
