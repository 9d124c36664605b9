from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.text.readability import Readability, flesch_kincaid_grade, readability
from plainspeak.text.syllables import syllables

CASES = Path(__file__).parents[1] / "cases" / "words" / "syllables.txt"
ROWS = [line.split() for line in CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
SPOKEN = [(word, int(count)) for count, *words in ROWS for word in words]

PLAIN = "We help you. You choose who comes to your home. You can change your mind at any time."
HEAVY = (
    "Individuals in receipt of commissioned services will be supported to co-produce a personalised, outcomes-focused "
    "plan, which facilitates the utilisation of community assets and maximises independence."
)


@pytest.mark.parametrize(("word", "count"), SPOKEN)
def test_each_word_has_its_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_formula_is_the_published_one() -> None:
    assert flesch_kincaid_grade(20, 1.5) == pytest.approx(9.91)


def test_short_words_and_sentences_read_young_and_long_ones_old() -> None:
    plain, heavy = readability(PLAIN), readability(HEAVY)
    assert (plain.sentences, plain.words, plain.words_per_sentence) == (3, 18, 6.0)
    assert plain.reading_age <= 7
    assert (heavy.sentences, heavy.words) == (1, 25)
    assert heavy.reading_age >= 22


def test_stops_inside_a_sentence_do_not_end_it() -> None:
    text = "Mr. Singh waited 3.5 hours, e.g. on the ward. Then J. Brown came."
    assert readability(text).sentences == 2


@pytest.mark.parametrize("text", ["", "   \n\n", "... --- !!!", "***"])
def test_a_text_without_words_is_all_noughts(text: str) -> None:
    assert readability(text) == Readability()


def test_marks_alone_are_no_sentence_and_a_heading_is_one() -> None:
    assert readability("Your plan\n\n***\n\nWe write it with you.").sentences == 2


@given(st.text(max_size=200))
def test_any_text_can_be_measured(text: str) -> None:
    result = readability(text)
    assert 0 <= result.sentences <= result.words
    assert result.reading_age == 0 or result.reading_age >= 5


@given(st.lists(st.sampled_from([word for word, _ in SPOKEN]), min_size=1, max_size=20))
def test_one_long_sentence_is_never_easier_than_two_halves(words: list[str]) -> None:
    whole = " ".join(words).capitalize() + "."
    twice = readability(f"{whole} {whole}")
    joined = readability(f"{whole[:-1]}, {whole}")
    assert joined.flesch_kincaid_grade >= twice.flesch_kincaid_grade
