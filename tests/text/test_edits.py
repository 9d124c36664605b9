"""Edits change what they cover and nothing else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.text.edits import Edit, apply_edits, composed, place_after, without_overlaps


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(min_size=1, max_size=80))
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places, st.text(max_size=5)), max_size=8))
    return text, [Edit(min(a, b), max(a, b), new) for a, b, new in pairs]


@given(texts_and_edits())
def test_text_outside_edits_is_untouched(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    kept = without_overlaps(edits)
    done = apply_edits(text, kept)
    old, new = 0, 0
    for edit in kept:
        size = edit.start - old
        assert done[new : new + size] == text[old : edit.start]
        new += size
        assert done[new : new + len(edit.replacement)] == edit.replacement
        old, new = edit.end, new + len(edit.replacement)
    assert done[new:] == text[old:]


@given(texts_and_edits())
def test_of_edits_that_overlap_the_first_given_stays(case: tuple[str, list[Edit]]) -> None:
    _, edits = case
    kept = without_overlaps(edits)
    assert all(before.end <= after.start for before, after in pairwise(kept))
    assert not edits or edits[0] in kept


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply_edits("abcdef", [Edit(0, 3, "x"), Edit(2, 4, "y")])


@given(texts_and_edits(), st.data())
def test_edits_after_edits_are_made_at_once(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    text, edits = case
    first = without_overlaps(edits)
    between = apply_edits(text, first)
    places = st.integers(0, len(between))
    pairs = data.draw(st.lists(st.tuples(places, places, st.text(max_size=5)), max_size=8))
    second = without_overlaps(Edit(min(a, b), max(a, b), new) for a, b, new in pairs)
    assert apply_edits(text, composed(text, first, second)) == apply_edits(between, second)


def test_places_after_edits() -> None:
    edits = [Edit(2, 4, "xyz"), Edit(6, 6, "!"), Edit(8, 9, "")]
    assert apply_edits("abcdefghij", edits) == "abxyzef!ghj"
    assert [place_after(place, edits) for place in (0, 2, 3, 4, 6, 7, 8, 9, 10)] == [0, 2, 2, 5, 7, 9, 10, 10, 11]
