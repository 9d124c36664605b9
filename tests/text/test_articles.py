from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.text.articles import article_for

CASES = Path(__file__).parents[1] / "cases" / "words" / "articles.txt"
ROWS = [line.split(" ", 1) for line in CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize(("article", "words"), ROWS)
def test_each_case_gets_its_article(article: str, words: str) -> None:
    assert article_for(words) == article


@pytest.mark.parametrize(
    ("words", "spoken", "article"),
    [
        ("SAR", "", "an"),
        ("SAR", "sar", "a"),
        ("HMO", "aitch em oh", "an"),
        ("UCAS form", "you-cas", "a"),
        ("IAPT", "eye-apt", "an"),
        ("NELFT", "nelft", "a"),
    ],
)
def test_how_words_are_said_settles_it(words: str, spoken: str, article: str) -> None:
    assert article_for(words, spoken) == article


def test_nothing_to_say_takes_a() -> None:
    assert article_for("") == article_for("...") == "a"


@given(st.text(max_size=30))
def test_any_text_has_an_article(words: str) -> None:
    assert article_for(words) in ("a", "an")


@given(st.sampled_from([words for _, words in ROWS]), st.sampled_from(["‘", "“", "(", "*", "£"]))
def test_marks_before_a_word_are_not_heard(words: str, mark: str) -> None:
    assert article_for(mark + words) == article_for(words)
