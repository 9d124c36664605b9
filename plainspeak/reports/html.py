"""HTML: the report as one page for those who decide what to do first.

Everything is in the page: no script, nothing that is fetched, charts as lists with figures in words. Documents are rendered
as they come, and only what is shown of them is kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date
from heapq import heappush, heappushpop
from typing import NamedTuple

from plainspeak.glossary.entry import LEVELS
from plainspeak.reports.counts import CUT_SHORT, counted, left_alone
from plainspeak.reports.density import shown_density
from plainspeak.reports.first_steps import first_steps
from plainspeak.reports.html_charts import documents_chart, linked, row_facts, terms_chart
from plainspeak.reports.html_sentences import marked_sentences, sentence_items
from plainspeak.reports.html_style import PAPER, PRINT, REPORT
from plainspeak.reports.html_text import name, number, page_top, words
from plainspeak.reports.overview import Overview, Row, mean
from plainspeak.reports.report import DocumentReport, Report, Summary

_MOST_SECTIONS = 300
_MOST_SENTENCES = 200
"""Of one document; fewer where there are many documents, so that a page holds about `_ALL_SENTENCES`."""
_FEWEST_SENTENCES = 20
_ALL_SENTENCES = 4_000
_BETWEEN = "\0"
_MOST_OPEN = 5
"""In a report of up to so many documents with findings, their sentences are unfolded from the start."""

_MANY = 3
"""From so many documents on, a page begins with links to its parts."""
_FIRST, _BY_DOCUMENT, _TERMS = "What to do first", "Jargon by document", "What comes up most often"
_SENTENCES, _NOT_READ, _HOW = "Sentence by sentence", "Not read", "How to read this report"
_LEVELS = {
    "must": "Most people outside would not understand it, or it puts a label on people.",
    "should": "A formal or office word with a plainer one.",
    "could": "Most people understand it, but there is a plainer word.",
}


class _Section(NamedTuple):
    """The sentences of one document, packed; those with the most findings that must change are the greatest.

    `items` are the sentences that may be shown, `sentences` is how many there are.
    """

    weight: tuple[int, ...]
    number: int
    sentences: int
    items: bytes
    left_alone: str

    def shown(self, most: int, *, opened: bool) -> Iterator[str]:
        """The sentences to unfold, not more than `most` of them."""
        items = zlib.decompress(self.items).decode("utf-8", "surrogatepass").split(_BETWEEN)[:most]
        yield f"<details{' open' if opened else ''}>\n<summary>{counted(self.sentences, 'sentence')} to look at</summary>\n"
        yield f'<ol class="sentences" role="list">\n{"".join(items)}</ol>\n'
        if more := self.sentences - len(items):
            yield f"<p>{counted(more, 'more sentence')} {'is' if more == 1 else 'are'} left out here. "
            yield "A workbook (--format xlsx) has all of them.</p>\n"
        if self.left_alone:
            yield f'<p class="soft">Found and left alone: {self.left_alone}.</p>\n'
        yield "</details>\n"


class _Sections:
    """The sentences of the documents with the most to change, as many as a page holds. They are kept packed: they are long."""

    def __init__(self) -> None:
        self._heap: list[_Section] = []

    def add(self, document: DocumentReport, row: Row) -> None:
        """Keep the sentences of one more document, if it belongs to those with the most to change."""
        weight = (*(row.counts[level] for level in LEVELS), -row.number)
        if not document.findings or (len(self._heap) == _MOST_SECTIONS and weight < self._heap[0].weight):
            return
        items = _BETWEEN.join(sentence_items(document, _MOST_SENTENCES)).encode("utf-8", "surrogatepass")
        sentences = len(marked_sentences(document))
        alone = words(left_alone(document.left_alone))
        section = _Section(weight, row.number, sentences, zlib.compress(items, 1), alone)
        (heappushpop if len(self._heap) == _MOST_SECTIONS else heappush)(self._heap, section)

    def by_number(self) -> dict[int, _Section]:
        """The sections by the numbers of their documents."""
        return {section.number: section for section in self._heap}


def print_html(report: Report, today: date | None = None) -> Iterator[str]:
    """The report as one HTML page, which says that it was made `today`."""
    overview = Overview()
    kept = _Sections()
    for document in report.documents:
        overview.add(document)
        if not document.error:
            kept.add(document, overview.rows[-1])
    sections = kept.by_number()
    yield from _top(overview, report, today or date.today())
    yield from _contents(overview)
    yield "<main>\n"
    yield from _steps(overview, set(sections))
    yield from _charts(overview, set(sections))
    yield from _documents(overview, sections)
    yield from _failures(overview)
    yield from _explanation()
    yield f"</main>\n<footer>\n<p>Made by plainspeak {words(report.version)}. "
    yield "This page needs no network and runs no script.</p>\n</footer>\n</body>\n</html>\n"


def _top(overview: Overview, report: Report, today: date) -> Iterator[str]:
    one = overview.rows[0].path if overview.summary.documents == 1 and overview.rows else ""
    about = one or counted(overview.summary.documents, "document")
    yield page_top(f"Jargon report: {about}", PAPER + REPORT + PRINT)
    yield '<a class="skip" href="#first">To what to do first</a>\n<header>\n<h1>Jargon report</h1>\n'
    yield f'<p class="soft">{name(about) if one else about}, {today.day} {today:%B %Y}</p>\n'
    yield f'<p class="lead">{_verdict(overview)}</p>\n'
    if report.is_cut_short():
        yield f"<p><strong>{CUT_SHORT}</strong></p>\n"
    if report.only_new:
        yield "<p>This shows only what is new since the last time, and counts nothing else.</p>\n"
    yield from _figures(overview)
    yield "</header>\n"


def _verdict(overview: Overview) -> str:
    found = overview.summary.findings
    with_findings = sum(1 for row in overview.rows if any(row.counts.values()))
    read = len(overview.rows)
    if not read:
        return "No document could be read." if overview.failed else "There was nothing to check."
    if not found:
        where = "" if read == 1 else f" in {number(read)} documents"
        return f"Nothing found{where} that readers may stumble over."
    where = "" if read == 1 else f", in {_share(with_findings, read)}"
    return f"Readers may stumble over words and phrases in {counted(found, 'place')}{where}."


def _share(some: int, documents: int) -> str:
    """``both documents``, ``all 300 documents``, ``12 of 300 documents``."""
    if some < documents:
        return f"{some:,} of {documents:,} documents"
    return "both documents" if documents == 2 else f"all {documents:,} documents"  # noqa: PLR2004 - so it is


def _figures(overview: Overview) -> Iterator[str]:
    if not overview.rows:
        return
    yield '<dl class="figures">\n'
    yield _figure("Words read", number(overview.summary.words))
    yield _figure(
        "Jargon in 1,000 words",
        shown_density(overview.density()),
        f"{shown_density(overview.density_after())} with the safe swaps made" if overview.safe else "",
    )
    yield _measured("Reading age in years", overview, "reading_age")
    yield _measured("Words in a sentence", overview, "words_per_sentence", 1)
    yield "</dl>\n"
    yield from _levels(overview.summary)


def _levels(summary: Summary) -> Iterator[str]:
    counts = {"must": summary.must, "should": summary.should, "could": summary.could}
    yield '<ul class="levels" role="list">\n' if summary.findings else ""
    for level, count in counts.items():
        if count:
            key = f'<span class="key {level}" aria-hidden="true"></span>'
            yield f"<li>{key}<strong>{number(count)} {level} change.</strong> {_LEVELS[level]}</li>\n"
    yield "</ul>\n" if summary.findings else ""


def _figure(called: str, value: str, more: str = "") -> str:
    second = f"<dd>{more}</dd>" if more else ""
    return f"<div><dt>{called}</dt><dd>{value}</dd>{second}</div>\n"


def _measured(called: str, overview: Overview, measure: str, places: int = 0) -> str:
    """A measure of readability, before and after."""
    before = number(mean((row.before for row in overview.rows), measure), places)
    after = number(mean((row.after for row in overview.rows), measure), places)
    then = f"{after if after != before else 'the same'} with the safe swaps made" if overview.safe else ""
    return _figure(called, before, then)


def _contents(overview: Overview) -> Iterator[str]:
    """Links to the parts of a page about many documents."""
    if len(overview.rows) < _MANY:
        return
    parts = {"first": _FIRST, "documents": _BY_DOCUMENT}
    parts |= {"terms": _TERMS, "sentences": _SENTENCES} if overview.jargon else {}
    parts |= {"failed": _NOT_READ} if overview.failed else {}
    links = "".join(f'<li><a href="#{place}">{called}</a></li>\n' for place, called in {**parts, "how": _HOW}.items())
    yield f'<nav aria-label="On this page">\n<ul role="list">\n{links}</ul>\n</nav>\n'


def _steps(overview: Overview, shown: set[int]) -> Iterator[str]:
    """What to do first. Documents whose number is in `shown` have a section to go to."""
    steps = list(first_steps(overview))
    yield f'<h2 id="first">{_FIRST}</h2>\n'
    if not steps:
        yield "<p>Nothing: no jargon was found.</p>\n"
        return
    yield '<ol class="steps">\n'
    for step in steps:
        named = "; ".join(f"{linked(row, shown)} ({counted(row.jargon, 'place')})" for row in step.documents)
        yield f"<li><p><strong>{words(step.to_do)}</strong></p>\n<p>{f'{named}.' if named else words(step.how)}</p>\n"
        yield from (f"<p>{use}: <code>{words(command)}</code></p>\n" for use, command in step.commands)
        yield "</li>\n"
    yield "</ol>\n"


def _charts(overview: Overview, shown: set[int]) -> Iterator[str]:
    if len(overview.rows) > 1:
        yield f'<h2 id="documents">{_BY_DOCUMENT}</h2>\n'
        yield "<p>How much jargon there is in each 1,000 words, so that a letter and a long report can be compared.</p>\n"
        yield from documents_chart(overview, shown)
    if overview.jargon:
        yield f'<h2 id="terms">{_TERMS}</h2>\n'
        yield from terms_chart(overview)


def _documents(overview: Overview, sections: dict[int, _Section]) -> Iterator[str]:
    if not sections:
        return
    yield f'<h2 id="sentences">{_SENTENCES}</h2>\n'
    opened = len(sections) <= _MOST_OPEN
    if not opened:
        yield "<p>Unfold a document to see its sentences. What is folded is not printed.</p>\n"
    most = min(_MOST_SENTENCES, max(_FEWEST_SENTENCES, _ALL_SENTENCES // len(sections)))
    for row in overview.densest():
        if row.number in sections:
            yield f'<section>\n<h3 id="document-{row.number}">{name(row.path)}</h3>\n'
            yield f'<p class="facts">{shown_density(row.density)} pieces of jargon in 1,000 words; {row_facts(row)}</p>\n'
            yield from sections[row.number].shown(most, opened=opened)
            yield "</section>\n"
    if left_out := sum(1 for row in overview.rows if any(row.counts.values())) - len(sections):
        yield f"<p>The sentences of {counted(left_out, 'document')} are left out here, so that the page stays small. "
        yield "A workbook (--format xlsx) has all of them.</p>\n"


def _failures(overview: Overview) -> Iterator[str]:
    if not overview.failed:
        return
    yield f'<h2 id="failed">{_NOT_READ}</h2>\n<ul>\n'
    yield from (f"<li>{name(path)}: {words(error)}</li>\n" for path, error in overview.failed)
    yield "</ul>\n"


def _explanation() -> Iterator[str]:
    yield f'<h2 id="how">{_HOW}</h2>\n<dl class="terms">\n'
    yield from (f"<dt>{level.capitalize()}</dt>\n<dd>{words(meaning)}</dd>\n" for level, meaning in _LEVELS.items())
    yield (
        "<dt>Safe swaps</dt>\n<dd>Swaps after which the sentence is surely right, whoever looks at it. "
        "All others need a person who knows what is meant.</dd>\n"
        "<dt>Reading age</dt>\n<dd>The age at which most people can read a text, worked out from the length of its sentences "
        "and words by the formula of Flesch and Kincaid. It does not know which words people know: plain words can be longer "
        "than jargon, and are better all the same.</dd>\n</dl>\n"
    )
