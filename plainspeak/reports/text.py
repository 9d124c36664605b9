"""The text report: plain lines, one finding a line, to be read by a person, a screen reader or ``grep``.

A finding stands at its line and column, in a document with pages or paragraphs at those.

A term that comes up again in a document is not repeated: its first line says how many more there are, and where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from plainspeak.checking.finding import Finding, LeftAlone
from plainspeak.glossary.entry import Level
from plainspeak.reports.advice import advice
from plainspeak.reports.place import place_of, places_of
from plainspeak.reports.report import Report, Summary
from plainspeak.reports.terminal import on_one_line
from plainspeak.reports.terms import by_term

CUT_SHORT = "The check was stopped before it was complete: other documents are missing here."
_MOST_LINES = 8
_COLOURS: dict[Level, str] = {"must": "\x1b[1;31m", "should": "\x1b[1;33m", "could": "\x1b[1;36m"}
_PLAIN = "\x1b[0m"
_PLACES = {  # why a term was left alone: for one, for many
    "quotation": ("in a quotation", "in quotations"),
    "name": ("in a name", "in names"),
    "title": ("in a title", "in titles"),
    "address": ("in an address", "in addresses"),
    "link": ("in a link", "in links"),
    "code": ("in code", "in code"),
    "HTML": ("in HTML", "in HTML"),
    "front matter": ("in front matter", "in front matter"),
    "explained": ("explained in the text", "explained in the text"),
    "switched off": ("switched off", "switched off"),
    "as asked": ("as asked", "as asked"),
}


def print_text(report: Report, *, colour: bool = False) -> Iterator[str]:
    """The report as lines, each with its line end, document by document; the totals come last.

    Nothing where there was no document, or only one that could not be read: the program tells that itself.

    `colour` paints the levels, which are always in words as well.
    """
    summary = Summary()
    for document in summary.of(report.documents):
        path = on_one_line(document.path)
        for findings in by_term(document.findings):
            yield f"{path}:{_where(findings[0])}: {_finding_line(findings, colour=colour)}\n"
        if document.left_alone:
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


def left_alone(terms: Iterable[LeftAlone]) -> str:
    """Why terms were left alone, and how many for each reason: ``3 in quotations, 1 in code``."""
    counts = Counter(term.reason for term in terms)
    return ", ".join(f"{count:,} {_place(reason, count)}" for reason, count in counts.most_common())


def _place(reason: str, count: int) -> str:
    one, many = _PLACES.get(reason, (f"({on_one_line(reason)})",) * 2)
    return one if count == 1 else many


def totals(summary: Summary, report: Report) -> str:
    """The totals of a run that has come to its end, in a few sentences."""
    failed = f"{counted(summary.failed, 'document')} could not be read." if summary.failed else ""
    cut_short = CUT_SHORT if report.is_cut_short() else ""
    return " ".join(filter(None, (_found(summary, new="new " if report.only_new else ""), failed, cut_short)))


def _found(summary: Summary, new: str) -> str:
    if summary.failed and summary.failed == summary.documents:
        return ""
    documents = counted(summary.documents - summary.failed, "document")
    if summary.findings:
        levels = ", ".join(
            f"{number:,} {level}"
            for level, number in (("must", summary.must), ("should", summary.should), ("could", summary.could))
            if number
        )
        return f"{counted(summary.findings, f'{new}finding')} in {documents}: {levels}."
    return f"Nothing {new}found in {documents}."


def counted(number: int, noun: str) -> str:
    """'1 finding', '2 findings', '1,000 findings'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def times(count: int) -> str:
    """'once', 'twice', '3 times', '1,000 times'."""
    return {1: "once", 2: "twice"}.get(count) or f"{count:,} times"
