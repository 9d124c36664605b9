"""The report as a table: one row for each finding, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.glossary.exchange.rows import guarded
from plainspeak.reports.advice import wordings
from plainspeak.reports.place import place_of
from plainspeak.reports.report import Report
from plainspeak.reports.terminal import on_one_line
from plainspeak.rewriting.apply import safe_edit


class Column(NamedTuple):
    """A column: its heading, and how wide it is in characters."""

    heading: str
    width: int


COLUMNS = (
    Column("Document", 32),
    Column("Place", 28),
    Column("Page", 8),
    Column("Line", 8),
    Column("Column", 8),
    Column("Level", 10),
    Column("Words", 28),
    Column("Say instead", 40),
    Column("Safe swap", 10),
    Column("Ask yourself", 32),
    Column("What we mean", 48),
    Column("Why", 40),
    Column("Sentence", 60),
    Column("Check", 10),
    Column("Entry", 24),
)
HEADER = tuple(column.heading for column in COLUMNS)
_BETWEEN = "; or: "

Cells = tuple[str | int, ...]
"""A row, in the order of `COLUMNS`."""


def rows(report: Report) -> Iterator[Cells]:
    """The rows, in the order of `COLUMNS`. No cell is taken for a formula; each is on one line.

    A document that could not be read has one row, which says why.
    """
    for document in report.documents:
        if document.error:
            failure = {"Document": document.path, "Words": "(could not be read)", "Why": document.error}
            yield row_of({**failure, "Check": "error"})
        for finding in document.findings:
            yield tuple(_cell(value) for value in _values(document.path, finding))


def row_of(said: dict[str, str]) -> Cells:
    """A row with no finding that says something under some of the headings."""
    return tuple(_cell(said.get(heading, "")) for heading in HEADER)


def _values(path: str, finding: Finding) -> Cells:
    place = finding.place or {}
    in_text = not finding.place
    return (
        path,
        place_of(finding),
        place.get("page", place.get("slide", place.get("chapter", ""))),
        finding.line if in_text else "",
        finding.column if in_text else "",
        finding.level,
        finding.text,
        _BETWEEN.join(wordings(finding)),
        "yes" if safe_edit(finding.suggestions) else "no",
        finding.question,
        finding.what_we_mean,
        finding.why,
        finding.sentence,
        finding.check,
        finding.entry,
    )


def _cell(value: str | int) -> str | int:
    return value if isinstance(value, int) else guarded(on_one_line(value))
