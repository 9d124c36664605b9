from __future__ import annotations

import pytest

from plainspeak.text.part_of_speech import _ANSWERS, readings
from plainspeak.text.possible_parts import _PART_OF_USE, possible_parts
from plainspeak.text.tokens import tokenise


def test_every_use_stands_under_its_part() -> None:
    assert {use: part for use, (part, _) in _ANSWERS.items()} == _PART_OF_USE


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("and", {"conjunction"}),
        ("plan", {"noun", "verb"}),
        ("we've", {"pronoun"}),
        ("to", {"to", "preposition"}),
        (",", {"punctuation"}),
    ],
)
def test_what_a_word_can_be(word: str, parts: set[str]) -> None:
    assert possible_parts(word) == parts


@pytest.mark.parametrize(
    "text",
    [
        "We've planned to meet the Council's team, and they'll lead 11 of us to it; carers' views count too.",
        "Please access the right support: outcomes matter (NHS staff said so) more than who's leading.",
        "Leading people with lived experience, TO whom the ICB listens, can't wait for 1,000 co-produced plans!",
    ],
)
def test_no_word_is_read_as_what_it_cannot_be(text: str) -> None:
    words = [token.text for token in tokenise(text)]
    for word, reading in zip(words, readings(words), strict=True):
        assert reading.part in possible_parts(word)
