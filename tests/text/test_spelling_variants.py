from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.text.spelling_variants import british_spelling, spelling_variants, without_accents

CASES = Path(__file__).parents[1] / "cases" / "words" / "spelling_variants.txt"
ROWS = [line.split(" ->") for line in CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize(("phrase", "others"), ROWS)
def test_each_case_has_these_spellings_and_no_more(phrase: str, others: str) -> None:
    expected = [other.strip() for other in others.split(",") if other.strip()]
    assert spelling_variants(phrase) == (phrase, *expected)


@given(st.text(max_size=40))
def test_the_wording_itself_comes_first_and_nothing_twice(phrase: str) -> None:
    variants = spelling_variants(phrase)
    assert variants[0] == phrase
    assert len(set(variants)) == len(variants)


@given(
    st.sampled_from([phrase for phrase, _ in ROWS if phrase not in {"licence", "practise", "practising", "dependant"}])
)
def test_spellings_lead_back_to_each_other(phrase: str) -> None:
    assert all(phrase in spelling_variants(variant) for variant in spelling_variants(phrase))


@pytest.mark.parametrize(
    ("word", "british"),
    [
        ("organizations", "organisations"),
        ("color", "colour"),
        ("unfavorable", "unfavourable"),
        ("councilor", "councillor"),
        ("colour", "colour"),
        ("prize", "prize"),
        ("practise", "practise"),
        ("house", "house"),
    ],
)
def test_the_british_spelling_is_told_apart(word: str, british: str) -> None:
    assert british_spelling(word) == british


@pytest.mark.parametrize(
    ("word", "plain"), [("café", "cafe"), ("cafe\u0301", "cafe"), ("naïve", "naive"), ("ward", "ward"), ("", "")]
)
def test_accents_are_taken_off(word: str, plain: str) -> None:
    assert without_accents(word) == plain
