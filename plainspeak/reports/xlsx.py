"""XLSX: one row for each finding, as an Excel workbook with a filter on every column."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from plainspeak.glossary.exchange.xlsx_writing import MOST_ROWS, xlsx_bytes
from plainspeak.reports.report import Report
from plainspeak.reports.table import COLUMNS, HEADER, Cells, row_of, rows

_MOST_FINDINGS = MOST_ROWS - 2  # besides the header, and a row that says what is left out


def print_xlsx(report: Report) -> Iterator[bytes]:
    """The workbook, in one piece."""
    widths = [column.width for column in COLUMNS]
    yield xlsx_bytes(HEADER, _as_many_as_fit(rows(report)), "Findings", widths)


def _as_many_as_fit(found: Iterator[Cells]) -> Iterator[Cells]:
    """As many rows as a sheet holds. The documents of the others are checked all the same, and the last row counts them."""
    yield from islice(found, _MOST_FINDINGS)
    if more := sum(1 for _ in found):
        yield row_of({"Words": "(left out)", "Why": f"There is no room for {more:,} more. A CSV file has all of them."})
