"""Printers: the formats that a report comes in, each with the one function that prints it.

A printer takes a report and gives its pieces, text or bytes, as soon as it can. Only the printer asked for is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plainspeak.reports.report import Report


class Printer(NamedTuple):
    """One format. `module` of this folder holds ``print_NAME``; `does` says what the format is for in a few words.

    `measures` tells that it shows how hard a text is to read, `detailed` that it needs the detail of each document, `brief`
    that of a term it shows the wordings of `advice` once in a document, and not which of them are safe.
    `suffixes` are the ends of file names that mean this format. Excel takes a CSV file for UTF-8 only when it begins
    with `file_mark`, which no other program needs.
    """

    does: str
    suffixes: tuple[str, ...] = ()
    measures: bool = False
    detailed: bool = False
    brief: bool = False
    binary: bool = False
    file_mark: str = ""


PRINTERS = {
    "text": Printer("lines for people", (".txt",), brief=True),
    "json": Printer("for programs", (".json",), measures=True),
    "jsonl": Printer("the same, one document a line", (".jsonl", ".ndjson"), measures=True),
    "csv": Printer("a table", (".csv",), file_mark="\ufeff"),
    "xlsx": Printer("an Excel workbook", (".xlsx",), binary=True),
    "markdown": Printer("for a pull request or a wiki", (".md", ".markdown"), measures=True, brief=True),
    "html": Printer("a page to read or print", (".html", ".htm"), measures=True, detailed=True),
    "sarif": Printer("for code scanning", (".sarif",)),
    "github": Printer("annotations of a GitHub run"),
    "junit": Printer("for build servers", (".xml",), brief=True),
}
"""Every format by its name."""


def print_report(name: str, report: Report) -> Iterator[str] | Iterator[bytes]:
    """The report in the format called `name`, piece by piece."""
    module = import_module(f"plainspeak.reports.{name}")
    printed: Iterator[str] | Iterator[bytes] = getattr(module, f"print_{name}")(report)
    return printed


def format_for(output: str | None) -> str:
    """The format that the name of a file to save to asks for: "html" for page.html, and "text" where it asks for none."""
    suffix = PurePath(output or "").suffix.lower()
    return next((name for name, printer in PRINTERS.items() if suffix in printer.suffixes), "text")
