"""XLSX: one row for each finding, as an Excel workbook with a filter on every column."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.glossary.exchange.xlsx_writing import xlsx_bytes
from plainspeak.reports.report import Report
from plainspeak.reports.table import COLUMNS, HEADER, rows


def print_xlsx(report: Report) -> Iterator[bytes]:
    """The workbook, in one piece."""
    yield xlsx_bytes(HEADER, rows(report), "Findings", [column.width for column in COLUMNS])
