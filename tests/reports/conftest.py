"""Findings to print, made by hand."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from plainspeak.checking.finding import Finding, Suggestion
from plainspeak.reports.report import DocumentReport, Report


def finding(text: str = "service users", **changes: object) -> Finding:
    """One finding, in the sentence "Ask the service users."."""
    swap = Suggestion("swap", "people", 8, 8 + len(text), safe=True)
    plain = Finding(
        check="jargon",
        entry=text.lower(),
        level="must",
        start=8,
        end=8 + len(text),
        line=3,
        column=9,
        end_line=3,
        end_column=9 + len(text),
        text=text,
        what_we_mean="People.",
        why="",
        question="",
        sentence=f"Ask the {text}.",
        suggestions=(swap,),
    )
    return plain._replace(**changes)


def report(*documents: DocumentReport) -> Report:
    return Report(iter(documents), "0.1.0", 7, "abc")


@pytest.fixture
def make() -> SimpleNamespace:
    """`make.finding(...)` and `make.report(...)`."""
    return SimpleNamespace(finding=finding, report=report)


@pytest.fixture
def line(make: SimpleNamespace) -> Callable[..., str]:
    """The line that the text report has for findings of one term."""
    from plainspeak.reports.text import print_text

    def of(*findings: Finding, **options: bool) -> str:
        document = DocumentReport("a.txt", "txt", findings)
        return next(print_text(make.report(document), **options)).removeprefix("a.txt:").removesuffix("\n")

    return of
