"""CSV: a table as text that any spreadsheet program opens, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_DELIMITERS = ",;\t"


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV. Guard the cells first (`rows.guarded`)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def read_csv(text: str) -> list[list[str]]:
    """The rows of a CSV file, whatever its program puts between cells: a comma, a semicolon or a tab.

    Raises csv.Error when the text is no table.
    """
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
