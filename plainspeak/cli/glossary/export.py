"""plainspeak glossary export: the glossary as a spreadsheet, a page to print, or for other programs."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from plainspeak.cli.glossary.selection import add_selection_options, selected
from plainspeak.cli.glossary.wording import counted_entries
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.streams import deliver, tell
from plainspeak.documents.saving import save_bytes
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import Entry
from plainspeak.matching.store import load_compiled
from plainspeak.settings import load_settings

FORMATS = ("csv", "xlsx", "markdown", "html", "tbx", "vale")


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    if options.format is None:
        raise UsageError("Say in which format.", f"For example: --format html. There are: {', '.join(FORMATS)}.")
    glossary, _ = load_compiled(load_settings())
    entries = selected(glossary.entries, options)
    match options.format:
        case "vale":
            _save_style(entries, options.output)
        case "xlsx":
            _save_workbook(entries, options.output)
        case _:
            deliver(_text(entries, options), options.output)
    if options.output:
        tell(f"plainspeak: {counted_entries(len(entries))} saved in {options.output}.")
    return 0


def _parser() -> Parser:
    parser = Parser(
        "glossary export",
        ["--format FORMAT [--output FILE] [options]"],
        "Write the entries in force, or some of them: as a spreadsheet (csv, xlsx), as a jargon buster to read or print\n"
        "(markdown, html), for translators (tbx), or for the prose checker Vale (vale).",
        "For example: plainspeak glossary export --format html --family people --output people.html",
    )
    parser.add_argument(
        "--format", type=one_of("format", FORMATS), metavar="FORMAT", help=f"one of {', '.join(FORMATS)}"
    )
    parser.add_argument("--output", metavar="FILE", help="the file to save to; for vale a folder")
    parser.add_argument("--title", metavar="WORDS", help="the title of the jargon buster")
    add_selection_options(parser)
    return parser


def _text(entries: Sequence[Entry], options: Namespace) -> Iterator[str]:
    match options.format:
        case "csv":
            from plainspeak.glossary.exchange.csv_table import FILE_MARK, csv_text
            from plainspeak.glossary.exchange.rows import HEADER, row_of

            yield (FILE_MARK if options.output else "") + csv_text(HEADER, map(row_of, entries))
        case "tbx":
            from plainspeak.glossary.exchange.tbx import tbx

            yield from tbx(entries)
        case _:
            from plainspeak.glossary.exchange.jargon_buster import TITLE, html, markdown

            printed = html if options.format == "html" else markdown
            yield from printed(entries, options.title or TITLE)


def _save_workbook(entries: Sequence[Entry], output: str | None) -> None:
    from plainspeak.glossary.exchange.rows import HEADER, row_of
    from plainspeak.glossary.exchange.xlsx_writing import xlsx_bytes

    data = xlsx_bytes(HEADER, map(row_of, entries))
    if output:
        save_bytes(Path(output), data)
    elif sys.stdout.isatty():
        raise UsageError("A workbook cannot be shown here.", "Save it: --output glossary.xlsx")
    else:
        sys.stdout.buffer.write(data)


def _save_style(entries: Sequence[Entry], output: str | None) -> None:
    from plainspeak.glossary.exchange.vale import vale_files

    if not output:
        raise UsageError("A style for Vale is a folder of files.", "Say where to save it: --output FOLDER")
    for name, text in vale_files(entries).items():
        path = Path(output) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        save_bytes(path, text.encode("utf-8"))
