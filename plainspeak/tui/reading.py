"""Reading: how hard a draft is to read, before and now, and what made the difference."""

from __future__ import annotations

from typing import NamedTuple

from plainspeak.text.readability import MeasuredSentence, flesch_kincaid_grade, measured_sentences, reading_age

BINS: tuple[tuple[int, int], ...] = ((1, 10), (11, 15), (16, 20), (21, 25), (26, 35), (36, 9_999))
_MOST = 5
_LONG = 20  # words; a sentence up to this is not called long


class Reading(NamedTuple):
    """The sentences of a text, and what they come to; numbers are 0 where there are no words."""

    sentences: tuple[MeasuredSentence, ...]

    @property
    def words(self) -> int:
        """How many words there are."""
        return sum(one.words for one in self.sentences)

    @property
    def words_a_sentence(self) -> float:
        """How long a sentence is on average."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def syllables_a_word(self) -> float:
        """How long a word is on average."""
        return sum(one.syllables for one in self.sentences) / self.words if self.words else 0.0

    @property
    def age(self) -> int:
        """The age in years at which this is easy to read."""
        grade = flesch_kincaid_grade(self.words_a_sentence, self.syllables_a_word)
        return reading_age(grade) if self.sentences else 0

    def lengths(self) -> list[int]:
        """How many sentences fall into each of `BINS`."""
        return [sum(low <= one.words <= high for one in self.sentences) for low, high in BINS]

    def longest(self) -> list[MeasuredSentence]:
        """The longest sentences, if they are long, the longest first."""
        long = [one for one in self.sentences if one.words > _LONG]
        return sorted(long, key=lambda one: -one.words)[:_MOST]


def reading_of(text: str) -> Reading:
    """Measure a text."""
    return Reading(tuple(measured_sentences(text)))


def years_from(before: Reading, now: Reading) -> tuple[float, float]:
    """How many years of reading age the sentences, and the words, have added; less than 0 where they took some off."""
    by_sentences = flesch_kincaid_grade(now.words_a_sentence - before.words_a_sentence, 0)
    by_words = flesch_kincaid_grade(0, now.syllables_a_word - before.syllables_a_word)
    nothing = flesch_kincaid_grade(0, 0)
    return by_sentences - nothing, by_words - nothing
