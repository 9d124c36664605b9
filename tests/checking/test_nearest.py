from hypothesis import given
from hypothesis import strategies as st

from plainspeak.checking.nearest import Choices, Near, near_words, steps_between

WORDS = st.text("abcd", min_size=1, max_size=7)


@given(st.lists(WORDS, unique=True), WORDS, st.integers(1, 3))
def test_choices_near_are_those_one_step_away_or_with_the_same_first_letter(
    words: list[str], word: str, most: int
) -> None:
    everything = sorted(Near(steps_between(word, other), other) for other in words)
    wanted = [near for near in everything if near.steps <= most and (near.steps <= 1 or near.word[0] == word[0])]
    assert Choices(words).near(word, most) == wanted


@given(st.lists(WORDS, unique=True), WORDS, st.integers(1, 3))
def test_near_words_are_those_within_reach(words: list[str], word: str, most: int) -> None:
    assert {near.word for near in near_words(word, words, most)} == {
        other for other in words if steps_between(word, other) <= most
    }
