from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.text.part_of_speech import Reading, reading_at, reading_of_phrase, readings
from plainspeak.text.tokens import tokenise

CASES = Path(__file__).parents[1] / "cases" / "parts_of_speech"
PRESENT = ("base", "present", "s")


class Case(NamedTuple):
    letter: str
    sentence: str
    words: list[str]
    first: int
    last: int

    def reading(self) -> Reading:
        if self.first == self.last:
            return reading_at(self.words, self.first)
        return reading_of_phrase(self.words, self.first, self.last)

    def is_met_by(self, reading: Reading) -> bool:
        part, feature, _ = reading
        return {
            "N": part == "noun",
            "V": part == "verb" and feature in PRESENT,
            "D": part == "verb" and feature == "past",
            "P": part == "verb" and feature == "participle",
            "G": part == "verb" and feature == "ing",
            "I": part == "noun" and feature == "ing",
            "A": part == "adjective",
            "R": part == "adverb",
        }[self.letter]


def cases(name: str) -> list[Case]:
    lines = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [case(line) for line in lines if line and not line.startswith("#")]


def case(line: str) -> Case:
    letter, _, marked = line.partition(" ")
    before, _, rest = marked.partition("[")
    asked, _, after = rest.partition("]")
    tokens = tokenise(before + asked + after)
    inside = [i for i, token in enumerate(tokens) if len(before) <= token.start < len(before) + len(asked)]
    return Case(letter, marked, [token.text for token in tokens], inside[0], inside[-1])


@pytest.mark.parametrize("name", ["pairs", "more"])
def test_most_words_are_read_rightly(name: str) -> None:
    every = cases(name)
    missed = [(case, case.reading()) for case in every if not case.is_met_by(case.reading())]
    listing = "\n".join(f"{case.letter} {case.sentence}  was read as {reading}" for case, reading in missed)
    print(listing)
    assert len(missed) <= 0.03 * len(every), listing


@pytest.mark.parametrize("name", ["pairs", "more"])
def test_sure_readings_are_right(name: str) -> None:
    every = cases(name)
    sure = [(case, case.reading()) for case in every if case.reading().sure]
    wrong = [f"{case.letter} {case.sentence}  was read as {got}" for case, got in sure if not case.is_met_by(got)]
    assert len(wrong) <= 0.01 * len(sure), "\n".join(wrong)
    assert len(sure) >= 0.8 * len(every)


words = st.lists(
    st.sampled_from("the plan we review to and , . will who commissioned It’s access '".split())
    | st.text(min_size=1, max_size=8),
    max_size=12,
)


@given(words)
def test_every_word_has_a_reading(sentence: list[str]) -> None:
    assert len(readings(sentence)) == len(sentence)
    for index in range(len(sentence)):
        assert reading_at(sentence, index).part
