"""Preview: a sentence as it is, and as it would be with other words in it."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from plainspeak.checking.finding import Finding, Suggestion
from plainspeak.text.span import Span
from plainspeak.tui.draft_check import CheckedDraft

_REACH = 1_500  # code points of a paragraph that are looked at on either side


class Sentence(NamedTuple):
    """A sentence of a draft, on one line, and the offset at which it starts in the draft."""

    text: str
    start: int


class Marked(NamedTuple):
    """A text and the stretch of it that matters; an empty stretch where words have gone."""

    text: str
    span: Span


def sentence_of(checked: CheckedDraft, finding: Finding) -> Sentence:
    """The sentence that a finding stands in, wide enough for every suggestion."""
    from plainspeak.text.sentences import sentences

    at = bisect_right(checked.paragraphs, finding.start, key=lambda paragraph: paragraph.start) - 1
    text, begin = checked.paragraphs[max(0, at)][:2]
    edges = [(one.start, one.end) for one in finding.suggestions]
    first = min([finding.start, *(start for start, _ in edges)]) - begin
    last = max([finding.end, *(end for _, end in edges)]) - begin
    start, end = max(0, first - _REACH), min(len(text), last + _REACH)
    for sentence in sentences(text, start, end):
        if sentence.start <= first and sentence.end > first:
            start = sentence.start
        if sentence.end >= last:
            end = max(sentence.end, last)
            break
    return Sentence(" ".join(text[start:end].split("\n")), begin + start)


def before(sentence: Sentence, finding: Finding) -> Marked:
    """The sentence as it stands, with the jargon marked."""
    return Marked(sentence.text, Span(finding.start, finding.end).moved(-sentence.start))


def after(sentence: Sentence, suggestion: Suggestion) -> Marked:
    """The sentence with the words put in, and those words marked."""
    start, end = suggestion.start - sentence.start, suggestion.end - sentence.start
    text = sentence.text[:start] + suggestion.text + sentence.text[end:]
    return Marked(text, Span(start, start + len(suggestion.text)))
