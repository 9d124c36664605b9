"""CSV: a table as text that any spreadsheet program opens, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

FILE_MARK = "\ufeff"
"""Excel only reads UTF-8 in a CSV file that begins with this mark."""

_DELIMITERS = ",;\t"


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV. Guard the cells first (`rows.guarded`)."""
    return "".join(csv_lines(header, rows))


def csv_lines(header: Sequence[object], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The same, row by row, each with its line end."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    for row in chain([header], rows):
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def read_csv(text: str) -> list[list[str]]:
    """The rows of a CSV file, whatever its program puts between cells: a comma, a semicolon or a tab.

    Raises csv.Error when the text is no table.
    """
    text = text.removeprefix(FILE_MARK)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
