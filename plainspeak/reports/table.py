"""The report as a table: one row for each finding, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.glossary.exchange.rows import guarded
from plainspeak.reports.advice import wordings
from plainspeak.reports.place import place_of
from plainspeak.reports.report import DocumentReport, Report
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


def rows(report: Report) -> Iterator[tuple[str | int, ...]]:
    """The rows, in the order of `COLUMNS`. No cell is taken for a formula; each is on one line.

    A document that could not be read has one row, which says why.
    """
    for document in report.documents:
        if document.error:
            yield tuple(_cell(value) for value in _values_of_failure(document))
        for finding in document.findings:
            yield tuple(_cell(value) for value in _values(document.path, finding))


def _values_of_failure(document: DocumentReport) -> tuple[str, ...]:
    said = {"Document": document.path, "Words": "(could not be read)", "Why": document.error, "Check": "error"}
    return tuple(said.get(heading, "") for heading in HEADER)


def _values(path: str, finding: Finding) -> tuple[str | int, ...]:
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
