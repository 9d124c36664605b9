"""A document's report as bytes: what a worker sends, what the cache keeps and what a run that was stopped goes on from.

It is a line with the document's path, then all the rest. Both are JSON: what comes from a file may be damaged or foreign,
and JSON can only ever be data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from plainspeak.checking.finding import Finding, LeftAlone
from plainspeak.reports.advice import MOST_WORDINGS
from plainspeak.reports.report import Detail, DocumentReport
from plainspeak.reports.terms import Term, term_of
from plainspeak.rewriting.suggestion import Suggestion

if TYPE_CHECKING:
    from plainspeak.text.readability import Readability


_TOGETHER = 500
_Row = tuple[object, ...]
"""A finding with its suggestions worked out, column by column."""


def pack(report: DocumentReport, *, brief: bool = False) -> bytes:
    """`report` as bytes. A `brief` one has of each term only the wordings that are shown, and not which of them are safe.

    Suggestions are worked out here, so leaving out those that nobody prints saves much of the work.
    """
    rows = _brief_rows if brief else _rows
    rest = ("", report.format, list(rows(report.findings)), *report[3:])
    return with_path(_ENCODER.encode(rest).encode(), report.path)


def _rows(findings: Iterable[Finding]) -> Iterator[_Row]:
    for finding in _one_by_one(findings):
        yield (*finding[:-2], tuple(finding.suggestions), finding.place)


def _one_by_one(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings. What is worked out of them is forgotten again, some hundreds at a time, for there may be a great many."""
    from plainspeak.rewriting.late_suggestions import set_aside

    seen: list[Finding] = []
    for finding in findings:
        yield finding
        seen.append(finding)
        if len(seen) == _TOGETHER:
            set_aside(one.suggestions for one in seen)
            seen.clear()


def _brief_rows(findings: Iterable[Finding]) -> Iterator[_Row]:
    """The findings, of which the first of each term has the wordings that reports show."""
    from plainspeak.rewriting.late_suggestions import brief_suggestions

    seen: set[Term] = set()
    for finding in _one_by_one(findings):
        term = term_of(finding)
        offered = () if term in seen else brief_suggestions(finding.suggestions, MOST_WORDINGS)
        seen.add(term)
        yield (*finding[:-2], tuple(offered), finding.place)


def with_path(rest: bytes, path: str) -> bytes:
    """What is packed without its path, as the report of the document at `path`."""
    return json.dumps(path).encode() + b"\n" + rest


def without_path(packed: bytes) -> bytes:
    """A packed report without the path of its document."""
    return packed.partition(b"\n")[2]


def unpack(data: bytes) -> DocumentReport:
    """The report that `pack` made bytes of. Raises ValueError, TypeError or KeyError when they are no such thing."""
    path, _, rest = data.partition(b"\n")
    report = DocumentReport._make(_as_tuple(value) for value in json.loads(rest))
    return report._replace(
        path=json.loads(path),
        findings=tuple(map(_finding, report.findings)),
        left_alone=tuple(map(LeftAlone._make, report.left_alone)),
        readability=_readability(report.readability),
        detail=_detail(report.detail),
    )


def _as_tuple(value: object) -> Any:  # noqa: ANN401 - the value of any field
    return tuple(value) if isinstance(value, list) else value


def _finding(row: Iterable[Any]) -> Finding:
    *columns, offered, place = row
    return Finding._make((*columns, tuple(map(Suggestion._make, offered)), place))


def _columns(readability: Readability) -> list[Any]:
    return [getattr(readability, name) for name in readability.__slots__]


_ENCODER = json.JSONEncoder(separators=(",", ":"), default=_columns)


def _detail(row: Any) -> Detail | None:  # noqa: ANN401 - as JSON has it
    if row is None:
        return None
    starts, *rest = row
    return Detail(tuple(starts), *map(_readability, rest))


def _readability(row: Any) -> Any:  # noqa: ANN401 - as JSON has it
    if row is None:
        return None
    from plainspeak.text.readability import Readability

    return Readability(*row)
