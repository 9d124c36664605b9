"""plainspeak rewrite: swap jargon for plain words where that is safe with nobody looking."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from plainspeak.checking.checker import Checker
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.same_file import is_same_file
from plainspeak.cli.streams import deliver, standard_input, tell
from plainspeak.documents.document import Document
from plainspeak.documents.fixed import apart_from_fixed
from plainspeak.documents.marking import MARKED_FORMATS
from plainspeak.documents.plain_text import TextFile, save_text
from plainspeak.documents.reader import STANDARD_INPUT, masks_of, read, read_standard_input
from plainspeak.documents.saving import copy_beside
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import LEVELS, Level
from plainspeak.reports.terminal import in_lines
from plainspeak.settings import load_settings
from plainspeak.text.edits import apply_edits
from plainspeak.text.protected import Mask

_TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown", "")


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    _refuse_nonsense(options)
    settings = load_settings()
    path = options.path[0]
    document = read_standard_input(standard_input()) if path == STANDARD_INPUT else read(path)
    file = document.file or _as_text(document, options)
    for notice in document.notices:
        tell(f"plainspeak: {path}: {notice}")
    text = _rewritten(document, Checker.load(settings), cast("Level", options.level or LEVELS[-1]))
    if options.in_place:
        _save_in_place(document, file, text)
    elif options.output:
        _tell_notices(options.output, save_text(Path(options.output), text, file))
    elif options.diff:
        _show_diff(document, text)
    else:
        _show(text if document.file else f"{text}\n")
    return 0


def _parser() -> Parser:
    parser = Parser(
        "rewrite",
        ["FILE [options]", "- [options]    (text that is piped in)"],
        "Swap jargon for plain words where the words around fit too. The new text is\n"
        "shown; the file stays as it is, unless you say --in-place. Of a Word file, a PDF and the\n"
        "like it is the text alone; plainspeak mark puts the swaps into a copy of the file itself.",
        "The exit status is 0 when all is well, 2 when the command, a setting or the glossary is\n"
        "wrong, and 3 when the file could not be read or saved.",
    )
    parser.add_argument("path", nargs="*", metavar="FILE", help="what to rewrite; - is text that is piped in")
    parser.add_argument(
        "--level",
        type=one_of("level", LEVELS),
        metavar="LEVEL",
        help="make the swaps of this level and those above it: must, should or could (default: could, which is all)",
    )
    parser.add_argument("--diff", action="store_true", help="show only the lines that would change, before and after")
    parser.add_argument("--output", metavar="OTHER", help="save the new text in the file OTHER")
    parser.add_argument(
        "--in-place", action="store_true", help="change the file itself, and keep the text as it was in FILE.bak"
    )
    return parser


def _refuse_nonsense(options: Namespace) -> None:
    ways = [name for name in ("diff", "output", "in_place") if getattr(options, name)]
    if len(ways) > 1:
        first, second = (f"--{name.replace('_', '-')}" for name in ways[:2])
        raise UsageError(f"{first} and {second} do not go together.", "Choose one of them.")
    if len(options.path) != 1:
        raise UsageError(
            "Rewrite one file at a time."
            if options.path
            else "Say what to rewrite: a file, or - for text that is piped in."
        )
    path = options.path[0]
    if path == STANDARD_INPUT and options.in_place:
        raise UsageError("Text that is piped in has no file to change in place.", "Use --output FILE.")
    if options.output and path != STANDARD_INPUT and is_same_file(path, options.output):
        raise UsageError(f"--output {options.output} is the file itself.", "Use --in-place, which keeps a backup.")


def _rewritten(document: Document, checker: Checker, level: Level) -> str:
    if document.file is None:
        edits = checker.rewritten(document.text, document.masks, document.leave, level).edits
        return apply_edits(document.text, apart_from_fixed(edits, document.fixed))
    return checker.rewrite(document.text, _masks_for(document), document.leave, level)


def _masks_for(document: Document) -> Callable[[str], list[Mask]]:
    """What finds the masks in the text as it is rewritten; all of it where the file beside says off."""
    whole = [mask.reason for mask in document.masks if (mask.start, mask.end) == (0, len(document.text))]
    return lambda text: [*masks_of(document.path)(text), *(Mask(0, len(text), reason) for reason in whole)]


def _as_text(document: Document, options: Namespace) -> TextFile:
    """The text of a document that holds more than text. Raises UsageError where the document itself would have to be written."""
    is_text = not options.output or Path(options.output).suffix.lower() in _TEXT_SUFFIXES
    if options.in_place or not is_text:
        raise UsageError(
            f"{document.path} holds more than plain text, and only its text can be rewritten.",
            f"To see the swaps in a copy of it: plainspeak mark {document.path} -o COPY."
            if document.format in MARKED_FORMATS
            else "Give --output a name that ends in .txt.",
        )
    return TextFile(document.text)


def _save_in_place(document: Document, file: TextFile, text: str) -> None:
    if text == document.text:
        tell(f"plainspeak: Nothing to swap in {document.path}. It stays as it is.")
        return
    path = Path(document.path)
    backup = copy_beside(path)
    _tell_notices(document.path, save_text(path, text, file))
    tell(f"plainspeak: {document.path} is rewritten. The text as it was is in {backup}.")


def _tell_notices(path: str, notices: Sequence[str]) -> None:
    for notice in notices:
        tell(f"plainspeak: {path}: {notice}")


def _show_diff(document: Document, text: str) -> None:
    from plainspeak.reports.diff import unified_diff

    for line in unified_diff(document.path, document.text, text):
        _show(line)


def _show(text: str) -> None:
    """Write `text` to standard output: as it is, or to a terminal with control characters written out."""
    deliver([in_lines(text) if sys.stdout.isatty() else text], None)
