from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.checking.places import Places


def test_lines_and_columns_count_from_one() -> None:
    places = Places("ab\ncd\n\nef")
    assert [places.of(at) for at in range(9)] == [
        (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (4, 1), (4, 2),
    ]  # fmt: skip


def test_the_end_of_the_text_has_a_place() -> None:
    assert Places("").of(0) == (1, 1)
    assert Places("ab\n").of(3) == (2, 1)


@given(st.text(alphabet="a\n\u00e9\r\u2028"), st.lists(st.integers(0, 40), max_size=5))
def test_places_agree_with_cutting_the_text(text: str, asked: list[int]) -> None:
    places = Places(text)
    for position in sorted(min(at, len(text)) for at in asked):
        before = text[:position].split("\n")
        assert places.of(position) == (len(before), len(before[-1]) + 1)
