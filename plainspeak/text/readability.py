"""Readability: how long the sentences and words of a text are, and for what age that makes easy reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.sentences import sentences
from plainspeak.text.span import Span
from plainspeak.text.syllables import syllables

_WORD = lazy_pattern(r"[^\W_]+(?:['\u2019.,@\-\u2010\u2011][^\W_]+)*")
_AGE_AT_GRADE_0 = 5
_YOUNGEST = 5


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard a text is to read. A text without words has 0 in every field.

    `words_per_sentence` and `flesch_kincaid_grade` are rounded to one decimal place. The grade is a school year of the
    United States; `reading_age` is the age in years that goes with it.
    """

    sentences: int = 0
    words: int = 0
    words_per_sentence: float = 0.0
    flesch_kincaid_grade: float = 0.0
    reading_age: int = 0


def readability(text: str) -> Readability:
    """Measure `text`. Headings and list items count as sentences, a word with hyphens as one word."""
    measured = list(measured_sentences(text))
    if not measured:
        return Readability()
    total = sum(one.words for one in measured)
    spoken = sum(one.syllables for one in measured)
    grade = flesch_kincaid_grade(total / len(measured), spoken / total)
    return Readability(
        sentences=len(measured),
        words=total,
        words_per_sentence=round(total / len(measured), 1),
        flesch_kincaid_grade=round(grade, 1),
        reading_age=reading_age(grade),
    )


class MeasuredSentence(NamedTuple):
    """Where a sentence stands, and how many words and syllables it has; there is at least one word."""

    span: Span
    words: int
    syllables: int


def measured_sentences(text: str) -> Iterator[MeasuredSentence]:
    """The sentences of `text` that have words in them, measured, in order."""
    for span in sentences(text):
        words = _WORD.findall(text, span.start, span.end)
        if words:
            yield MeasuredSentence(span, len(words), sum(map(syllables, words)))


def reading_age(grade: float) -> int:
    """The age in years that goes with a grade."""
    return max(_YOUNGEST, round(grade + _AGE_AT_GRADE_0))


def flesch_kincaid_grade(words_per_sentence: float, syllables_per_word: float) -> float:
    """The grade by the formula of Kincaid, Fishburne, Rogers and Chissom (1975), Research Branch Report 8-75."""
    return 0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59
