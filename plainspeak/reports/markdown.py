"""Markdown: a summary, a table and a list for each document, for a comment on a pull request or a page of a wiki.

A comment on a pull request holds 65,536 characters, so the lists of documents end before; what is left out is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.glossary.exchange.jargon_buster import as_markdown
from plainspeak.reports.advice import advice
from plainspeak.reports.counts import counted, totals
from plainspeak.reports.density import is_jargon, per_thousand, shown_density
from plainspeak.reports.place import place_of, places_of
from plainspeak.reports.report import DocumentReport, Report, Summary
from plainspeak.reports.terminal import on_one_line
from plainspeak.reports.terms import by_term

_MOST_CHARACTERS = 50_000
_MOST_ROWS = 100
_MOST_PLACES = 8
_MENTION = re.compile(r"@(?=\w)")


class _Row(NamedTuple):
    """A document in the table."""

    density: float
    cells: tuple[str, ...]


def print_markdown(report: Report) -> Iterator[str]:
    """The report as Markdown."""
    summary = Summary()
    rows: list[_Row] = []
    lists: list[str] = []
    room = _MOST_CHARACTERS
    told = left_out = 0
    for document in summary.of(report.documents):
        if not (document.findings or document.error):
            continue
        told += 1
        rows = sorted([*rows, _row(document)], key=lambda row: -row.density)[:_MOST_ROWS]
        text = "".join(_document(document))
        if len(text) <= room:
            lists.append(text)
            room -= len(text)
        else:
            left_out += 1
    yield f"## Jargon report\n\n{_words(totals(summary, report))}\n"
    yield from _table(rows, told)
    yield from lists
    if left_out:
        yield f"\nThe findings of {counted(left_out, 'more document')} are left out here: there is no room for them.\n"


def _table(rows: Sequence[_Row], told: int) -> Iterator[str]:
    """The documents, of which `told` have something to tell, in figures."""
    if rows:
        yield "\n| Document | Must | Should | Could | Words | Per 1,000 words |\n| --- | ---: | ---: | ---: | ---: | ---: |\n"
        yield from (f"| {' | '.join(row.cells)} |\n" for row in rows)
    if more := told - len(rows):
        yield f"\n{counted(more, 'more document')} with less jargon in 1,000 words left out of this table.\n"


def _row(document: DocumentReport) -> _Row:
    counts = Summary()
    counts.add(document)
    density = per_thousand(sum(map(is_jargon, document.findings)), document.readability)
    numbers = [str(counts.must), str(counts.should), str(counts.could), f"{document.words:,}", shown_density(density)]
    return _Row(density or 0.0, (_words(document.path), *numbers))


def _document(document: DocumentReport) -> Iterator[str]:
    yield f"\n### {_words(document.path)}\n\n"
    if document.error:
        yield f"Not checked: {_words(document.error)}\n"
    for findings in by_term(document.findings):
        yield _item(findings)


def _item(findings: Sequence[Finding]) -> str:
    first = findings[0]
    to_do = advice(first)
    more = f", and {len(findings) - 1:,} more: {places_of(findings[1:], _MOST_PLACES)}" if findings[1:] else ""
    parts = [
        f'**{first.level}**: "{_words(first.text)}"',
        f" – {_words(to_do)}" if to_do else "",
        f" ({_words(first.what_we_mean)})" if first.what_we_mean else "",
        f" – {_words(place_of(first))}{more}",
    ]
    return f"- {''.join(parts)}\n"


def _words(text: str) -> str:
    """Text that stays text, and calls nobody by name (@…)."""
    return _MENTION.sub("@<!-- -->", as_markdown(on_one_line(text)))
