"""A report on its way out: to a file, to a pipe, or to a terminal, which must not be led astray by it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from plainspeak.cli.streams import deliver, wants_colour
from plainspeak.errors import UsageError
from plainspeak.reports.printers import PRINTERS, print_report
from plainspeak.reports.report import Report
from plainspeak.reports.terminal import in_lines


def deliver_report(name: str, report: Report, output: str | None) -> None:
    """Print `report` in the format called `name` to the file `output`, or to standard output.

    Raises UsageError for bytes that would go to a terminal, before anything is checked, and DocumentError when the file
    cannot be saved.
    """
    deliver(_saved(name, report) if output else _shown(name, report), output)


def is_shown_in_pieces(name: str, output: str | None) -> bool:
    """Whether the report goes to a terminal in pieces of lines, so that nothing else may be written between them."""
    return name != "text" and not output and sys.stdout.isatty()


def _saved(name: str, report: Report) -> Iterator[str | bytes]:
    if mark := PRINTERS[name].file_mark:
        yield mark
    yield from print_report(name, report)


def _shown(name: str, report: Report) -> Iterable[str | bytes]:
    if name == "text":
        from plainspeak.reports.text import print_text

        return print_text(report, colour=wants_colour())
    if not sys.stdout.isatty():
        return print_report(name, report)
    if PRINTERS[name].binary:
        raise UsageError("A workbook cannot be shown here.", f"Save it: --output report{PRINTERS[name].suffixes[0]}")
    return (in_lines(str(part)) for part in print_report(name, report))
