"""The charts of the HTML report: lists with a bar and its figure in words, which a screen reader reads as lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.glossary.entry import LEVELS, Level
from plainspeak.reports.counts import counted, times
from plainspeak.reports.density import shown_density
from plainspeak.reports.html_text import name, number, words
from plainspeak.reports.overview import Overview, Row, TermTotal
from plainspeak.text.readability import Readability

_FIRST_DOCUMENTS = 15
_MOST_TERMS = 15
_FEW_TERMS = 5
"""How many are shown even where they come up once."""
_MOST_DOCUMENTS = 2_000


def documents_chart(overview: Overview, shown: set[int]) -> Iterator[str]:
    """Jargon in 1,000 words by document. Documents whose number is in `shown` have a section to go to."""
    rows = overview.densest()
    longest = max((row.density for row in rows), default=0.0)
    yield from _documents(rows[:_FIRST_DOCUMENTS], longest, shown)
    if rest := rows[_FIRST_DOCUMENTS:_MOST_DOCUMENTS]:
        yield f"<details>\n<summary>{_the_other(len(rest))}</summary>\n"
        yield from _documents(rest, longest, shown)
        yield "</details>\n"
    if len(rows) > _MOST_DOCUMENTS:
        yield f"<p>{counted(len(rows) - _MOST_DOCUMENTS, 'document')} with less jargon left out here.</p>\n"


def _the_other(documents: int) -> str:
    return "The other document" if documents == 1 else f"The other {documents:,} documents"


def _documents(rows: Sequence[Row], longest: float, shown: set[int]) -> Iterator[str]:
    yield '<ol class="bars" role="list">\n'
    for row in rows:
        value = f"{shown_density(row.density)} in 1,000 words"
        yield f'<li>\n<div class="row"><span class="name">{linked(row, shown)}</span> <span class="value">{value}</span></div>\n'
        if longest:
            yield _stacked(row.counts, row.density / longest)
        yield f'<p class="soft">{row_facts(row)}</p>\n</li>\n'
    yield "</ol>\n"


def linked(row: Row, shown: set[int]) -> str:
    """The name of a document, which leads to its section where it has one."""
    called = name(row.path)
    return f'<a href="#document-{row.number}">{called}</a>' if row.number in shown else called


def terms_chart(overview: Overview) -> Iterator[str]:
    """The terms that come up most often, with what we mean and what to say instead."""
    terms = overview.commonest(_MOST_TERMS)
    terms = terms[: max(_FEW_TERMS, sum(term.times > 1 for term in terms))]
    yield '<ol class="bars" role="list">\n'
    for term in terms:
        value = f"{times(term.times)}{_in_documents(term, overview)}"
        yield f'<li class="{term.level}">\n<div class="row"><span class="name">{name(term.words)} ({term.level})</span> '
        yield f'<span class="value">{value}</span></div>\n{_bar(term.times / terms[0].times)}'
        yield from _term_lines(term)
        yield "</li>\n"
    yield "</ol>\n"


def _term_lines(term: TermTotal) -> Iterator[str]:
    if term.meaning:
        yield f"<p>What we mean: {words(term.meaning)}</p>\n"
    if term.wordings:
        yield f"<p>Say: <strong>{words('; or: '.join(term.wordings))}</strong></p>\n"
    elif term.question:
        yield f"<p>Ask yourself: {words(term.question)}</p>\n"
    elif term.meaning:
        yield "<p>Say what it means where it first stands.</p>\n"


def _in_documents(term: TermTotal, overview: Overview) -> str:
    return f" in {counted(term.documents, 'document')}" if len(overview.rows) > 1 else ""


def row_facts(row: Row) -> str:
    """The figures of one document in words."""
    levels = ", ".join(f"{number(row.counts[level])} {level}" for level in LEVELS if row.counts[level])
    facts = [levels or "nothing found"]
    if row.before:
        facts.append(counted(row.before.words, "word"))
        facts.append(_age(row.before, row.after))
    return "; ".join(facts)


def _age(before: Readability, after: Readability | None) -> str:
    if not after or after.reading_age == before.reading_age:
        return f"reading age {before.reading_age}"
    return f"reading age {before.reading_age}, and {after.reading_age} with the safe swaps made"


def _stacked(counts: dict[Level, int], share: float) -> str:
    """A bar that is `share` of the whole width, parted by level."""
    total = sum(counts.values())
    at, rects = 0.0, ""
    for level in LEVELS:
        width = 100 * share * counts[level] / total if total else 0.0
        if width:
            rects += f'<rect class="{level}" x="{at:.2f}%" width="{width:.2f}%" height="100%"/>'
        at += width
    return f'<svg aria-hidden="true" focusable="false">{rects}</svg>\n'


def _bar(share: float) -> str:
    return f'<svg aria-hidden="true" focusable="false"><rect width="{100 * share:.2f}%" height="100%"/></svg>\n'
