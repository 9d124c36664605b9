"""The text report: plain lines, one finding a line, to be read by a person, a screen reader or ``grep``.

A finding stands at its line and column, in a document with pages or paragraphs at those.

A term that comes up again in a document is not repeated: its first line says how many more there are, and where.
"""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.checking.finding import Finding
from plainspeak.glossary.entry import Level
from plainspeak.reports.advice import advice
from plainspeak.reports.counts import left_alone, totals
from plainspeak.reports.place import place_of, places_of
from plainspeak.reports.report import Report, Summary
from plainspeak.reports.terminal import on_one_line
from plainspeak.reports.terms import by_term

_MOST_LINES = 8
_COLOURS: dict[Level, str] = {"must": "\x1b[1;31m", "should": "\x1b[1;33m", "could": "\x1b[1;36m"}
_PLAIN = "\x1b[0m"


def print_text(report: Report, *, colour: bool = False) -> Iterator[str]:
    """The report as lines, each with its line end, document by document; the totals come last.

    Nothing where there was no document, or only one that could not be read: the program tells that itself. Where only
    what is new is wanted, what was left alone is not told: nobody knows whether it is new.

    `colour` paints the levels, which are always in words as well.
    """
    summary = Summary()
    for document in summary.of(report.documents):
        path = on_one_line(document.path)
        for findings in by_term(document.findings):
            yield f"{path}:{_where(findings[0])}: {_finding_line(findings, colour=colour)}\n"
        if document.left_alone and not report.only_new:
            yield f"{path}: left alone: {left_alone(document.left_alone)}\n"
    if summary.documents > summary.failed or summary.failed > 1:
        yield totals(summary, report) + "\n"


def _where(finding: Finding) -> str:
    """What editors and ``grep`` lead to, ``3:9``, or in a document with paragraphs `` page 2, paragraph 3``."""
    return f" {place_of(finding)}" if finding.place else f"{finding.line}:{finding.column}"


def _finding_line(findings: list[Finding], *, colour: bool) -> str:
    first = findings[0]
    level = f"{_COLOURS[first.level]}{first.level}{_PLAIN}" if colour else first.level
    meaning = f" ({on_one_line(first.what_we_mean)})" if first.what_we_mean else ""
    answer = advice(first)
    parts = [
        f'{level}: "{on_one_line(first.text)}"',
        f" – {answer}" if answer else "",
        meaning,
        f" – {_more(findings[1:])}" if findings[1:] else "",
    ]
    return "".join(parts)


def _more(findings: list[Finding]) -> str:
    return f"and {len(findings):,} more: {places_of(findings, _MOST_LINES)}"
