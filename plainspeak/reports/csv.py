"""CSV: one row for each finding, as text that any spreadsheet program opens."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.glossary.exchange.csv_table import csv_lines
from plainspeak.reports.report import Report
from plainspeak.reports.table import HEADER, rows


def print_csv(report: Report) -> Iterator[str]:
    """The table, row by row, each as soon as its document is checked."""
    return csv_lines(HEADER, rows(report))
