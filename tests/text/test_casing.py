from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.text.casing import copy_case, is_title_case, is_upper

CASES = Path(__file__).parents[1] / "cases" / "words" / "capitals.txt"
ROWS = [line.split(" | ") for line in CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize(("model", "words", "result"), ROWS)
def test_each_case_gets_its_capitals(model: str, words: str, result: str) -> None:
    assert copy_case(model, words) == result


def test_initials_are_no_reason_to_shout() -> None:
    assert copy_case("ICB", "local NHS board", initials=True) == "local NHS board"
    assert copy_case("ICB", "local NHS board") == "LOCAL NHS BOARD"


@pytest.mark.parametrize("title", ["Service Users", "Point of Contact", "NHS Trust", "Co-Production"])
def test_titles(title: str) -> None:
    assert is_title_case(title)


@pytest.mark.parametrize(
    "text", ["Service users", "service users", "Service", "NHS", "", "The of", "of Contact", "NHS staff"]
)
def test_what_is_no_title(text: str) -> None:
    assert not is_title_case(text)


@pytest.mark.parametrize(("text", "upper"), [("NHS", True), ("A&E", True), ("A", False), ("GPs", False), ("", False)])
def test_is_upper(text: str, upper: bool) -> None:
    assert is_upper(text) is upper


@given(st.text(max_size=30), st.text(alphabet=st.characters(codec="ascii"), max_size=30))
def test_only_capitals_change(model: str, words: str) -> None:
    assert copy_case(model, words).lower() == words.lower()


@given(st.from_regex(r"[a-z]+( [a-z]+)*", fullmatch=True), st.text(max_size=30))
def test_small_letters_leave_words_as_they_are(model: str, words: str) -> None:
    assert copy_case(model, words) == words
