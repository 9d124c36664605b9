import pytest

from plainspeak.text.part_of_speech import Reading, Readings, reading_at
from plainspeak.text.parts import places
from plainspeak.text.tokens import tokenise

SENTENCES = (
    "We plan to work with the people who run the plan.",
    "The staff who support her can support the family in their homes.",
    "It was made to last, and they last saw it being used by the team that made it.",
    "The plan (which we like) helps each month to support (a) the team, (b) the work and no longer only the run.",
)
WORDS = [[token.text for token in tokenise(sentence)] for sentence in SENTENCES]


def readings() -> list[Reading]:
    return [reading_at(words, index) for words in WORDS for index in range(len(words))]


def test_forgetting_words_on_the_way_changes_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = readings()
    places._wherever.clear()
    monkeypatch.setattr(places, "_KEPT", 2)
    assert readings() == usual
    assert len(places._wherever) <= 2


@pytest.mark.parametrize("words", WORDS)
def test_a_word_is_read_alike_whatever_was_asked_before(words: list[str]) -> None:
    backwards = Readings(words)
    asked = [backwards.of(index, index) for index in reversed(range(len(words)))]
    assert asked[::-1] == [reading_at(words, index) for index in range(len(words))]
