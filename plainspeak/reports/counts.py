"""Counts in words, as every report has them: the totals of a run, why terms were left alone, how many and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plainspeak.checking.finding import LeftAlone
from plainspeak.reports.report import Report, Summary
from plainspeak.reports.terminal import on_one_line

CUT_SHORT = "The check was stopped before it was complete: other documents are missing here."
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
