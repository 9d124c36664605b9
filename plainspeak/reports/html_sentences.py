"""The sentences of a document in which something was found, each with its words marked and what to do below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.reports.advice import advice
from plainspeak.reports.html_text import words
from plainspeak.reports.place import place_at_start
from plainspeak.reports.report import DocumentReport
from plainspeak.reports.terms import Term, by_term, term_of
from plainspeak.rewriting.apply import safe_edit, safe_edits
from plainspeak.text.edits import Edit, apply_edits

_LONGEST_SENTENCE = 1_000
_LONGEST_STRETCH = 320
"""Characters without a finding that are shown whole."""


class Marked(NamedTuple):
    """One sentence: the code point at which it starts, its text, and its findings in order."""

    start: int
    text: str
    findings: list[Finding]


def marked_sentences(document: DocumentReport) -> list[Marked]:
    """The sentences of `document` with findings, in text order."""
    starts = document.detail.sentence_starts if document.detail else [_likely_start(one) for one in document.findings]
    found: dict[tuple[int, str], Marked] = {}
    for start, finding in sorted(zip(starts, document.findings, strict=True), key=lambda pair: pair[1].start):
        found.setdefault((start, finding.sentence), Marked(start, finding.sentence, [])).findings.append(finding)
    return list(found.values())


def _likely_start(finding: Finding) -> int:
    return finding.start - max(0, finding.sentence.find(finding.text))


def sentence_items(document: DocumentReport, most: int) -> Iterator[str]:
    """The sentences as items of a list, not more than `most`. What a term means is told once in a document."""
    told: set[Term] = set()
    for sentence in marked_sentences(document)[:most]:
        yield "".join(_item(sentence, told))


def _item(sentence: Marked, told: set[Term]) -> Iterator[str]:
    """A sentence, what to do about its words, and how it reads then. What the page has told already it does not tell again."""
    yield f'<li>\n<p class="place">{words(place_at_start(sentence.findings[0]))}</p>\n'
    yield f'<p class="sentence" dir="auto">{"".join(_pieces(sentence))}</p>\n'
    after = _with_safe_swaps(sentence)
    if notes := "".join(_notes(sentence.findings, told, shown_after=bool(after))):
        yield f"<ul>\n{notes}</ul>\n"
    if after:
        yield f'<p class="after" dir="auto"><strong>With the safe swaps:</strong> {words(after)}</p>\n'
    yield "</li>\n"


def _pieces(sentence: Marked) -> Iterator[str]:
    """The sentence with every finding marked, in words as well as in colour."""
    done = 0
    for finding in sentence.findings:
        start, end = finding.start - sentence.start, finding.end - sentence.start
        if not done <= start < end <= len(sentence.text):
            continue
        yield words(_shortened(sentence.text[done:start], first=not done))
        level = f'<span class="level">({finding.level})</span>'
        yield f'<mark class="{finding.level}">{words(sentence.text[start:end])} {level}</mark>'
        done = end
    yield words(_shortened(sentence.text[done:], last=True))


def _with_safe_swaps(sentence: Marked) -> str:
    """The sentence once its safe swaps are made; "" where there are none, or it is long."""
    edits = [
        Edit(edit.start - sentence.start, edit.end - sentence.start, edit.replacement)
        for edit in safe_edits(finding.suggestions for finding in sentence.findings)
    ]
    inside = [edit for edit in edits if edit.start >= 0 and edit.end <= len(sentence.text)]
    return apply_edits(sentence.text, inside) if inside and len(sentence.text) <= _LONGEST_SENTENCE else ""


def _shortened(stretch: str, *, first: bool = False, last: bool = False) -> str:
    """A stretch without findings, cut where it is long: what stands beside a finding stays."""
    if len(stretch) <= _LONGEST_STRETCH:
        return stretch
    half = _LONGEST_STRETCH // 2
    before = "" if first else stretch[:half]
    after = "" if last else stretch[-half:]
    return f"{before} … {after}"


def _notes(findings: Sequence[Finding], told: set[Term], *, shown_after: bool) -> Iterator[str]:
    """What to do about each term of one sentence; nothing where that is told and is seen in the sentence as it reads then."""
    for finding, *_ in by_term(findings):
        term = term_of(finding)
        if term in told and shown_after and safe_edit(finding.suggestions):
            continue
        parts = [f"<strong>{words(finding.text)}</strong>"]
        if to_do := advice(finding):
            parts.append(f" – {words(to_do)}")
        if term not in told:
            parts.append(_meaning(finding))
        told.add(term)
        yield f"<li>{''.join(parts)}</li>\n"


def _meaning(finding: Finding) -> str:
    meaning = f"<br>What we mean: {words(finding.what_we_mean)}" if finding.what_we_mean else ""
    return f"{meaning}<br>Why: {words(finding.why)}" if finding.why else meaning
