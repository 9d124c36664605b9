"""Readability: how long the sentences and words of a text are, and for what age that makes easy reading."""

from __future__ import annotations

from dataclasses import dataclass

from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.sentences import sentences
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
    lengths = []
    spoken = 0
    for span in sentences(text):
        words = _WORD.findall(text, span.start, span.end)
        if words:
            lengths.append(len(words))
            spoken += sum(map(syllables, words))
    if not lengths:
        return Readability()
    total = sum(lengths)
    grade = flesch_kincaid_grade(total / len(lengths), spoken / total)
    return Readability(
        sentences=len(lengths),
        words=total,
        words_per_sentence=round(total / len(lengths), 1),
        flesch_kincaid_grade=round(grade, 1),
        reading_age=max(_YOUNGEST, round(grade + _AGE_AT_GRADE_0)),
    )


def flesch_kincaid_grade(words_per_sentence: float, syllables_per_word: float) -> float:
    """The grade by the formula of Kincaid, Fishburne, Rogers and Chissom (1975), Research Branch Report 8-75."""
    return 0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59
