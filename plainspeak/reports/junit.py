"""JUnit: each document a test suite and each finding a test that failed, for build servers that show tests.

A term that comes up again is one test with all its places. A document in which nothing was found is a test that passed, and
one that could not be read is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from plainspeak.checking.finding import Finding
from plainspeak.reports.advice import advice, message
from plainspeak.reports.place import place_of
from plainspeak.reports.report import DocumentReport, Report
from plainspeak.reports.terminal import on_one_line
from plainspeak.reports.terms import by_term


def print_junit(report: Report) -> Iterator[str]:
    """The report as XML, suite by suite."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="plainspeak">\n'
    for document in report.documents:
        yield from _suite(document)
    yield "</testsuites>\n"


def _suite(document: DocumentReport) -> Iterator[str]:
    terms = by_term(document.findings)
    name = _attribute(document.path)
    errors = int(bool(document.error))
    yield (
        f'<testsuite name={name} tests="{len(terms) or 1}" failures="{len(terms)}" errors="{errors}" skipped="0" time="0">\n'
    )
    if document.error:
        words = _attribute(document.error)
        yield f'<testcase classname={name} name="can be read" time="0"><error message={words} type="document"/></testcase>\n'
    elif not terms:
        yield f'<testcase classname={name} name="has no jargon" time="0"/>\n'
    for findings in terms:
        yield _case(document.path, findings)
    yield "</testsuite>\n"


def _case(path: str, findings: Sequence[Finding]) -> str:
    first = findings[0]
    called = on_one_line(first.text) if first.check == "jargon" else f"{on_one_line(first.text)} ({first.check})"
    to_do = advice(first) or "change it, or say what it means"
    places = "\n".join(f"{on_one_line(path)}: {place_of(one)}: {on_one_line(one.sentence)}" for one in findings)
    return (
        f'<testcase classname={_attribute(path)} name={_attribute(called)} time="0">'
        f"<failure message={_attribute(to_do)} type={_attribute(first.level)}>"
        f"{escape(message(first))}\n{escape(places)}</failure></testcase>\n"
    )


def _attribute(words: str) -> str:
    return quoteattr(on_one_line(words))
