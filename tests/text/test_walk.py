import pytest

from plainspeak.text.part_of_speech import reading_at
from plainspeak.text.parts import walk
from plainspeak.text.tokens import tokenise

SENTENCES = (
    "We plan to work with the people who run the plan.",
    "The staff who support her can support the family in their homes.",
    "It was made to last, and they last saw it being used by the team that made it.",
)


def readings() -> list[object]:
    walk._fronts.clear()
    lines = [[token.text for token in tokenise(sentence)] for sentence in SENTENCES]
    return [reading_at(words, index) for words in lines for index in range(len(words))]


def test_forgetting_fronts_on_the_way_changes_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    from plainspeak.text import part_of_speech

    usual = readings()
    part_of_speech._by_nearest.cache_clear()
    monkeypatch.setattr(walk, "_MOST_FRONTS", 2)
    assert readings() == usual
    assert len(walk._fronts) <= 2
