from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.text.inflection import Feature
from plainspeak.text.phrases import head_index, inflect_phrase, phrase_forms, phrase_number

CASES = Path(__file__).parents[1] / "cases" / "words" / "phrases.txt"
LINE = re.compile(r"(?P<kind>\w+) (?P<feature>\w+): (?P<phrase>.+) -> (?P<result>.+)")
KINDS = ("noun", "verb", "adjective", "adverb", "phrase", "name", "initials")
WORDS = (
    "person",
    "who",
    "uses",
    "and",
    "or",
    "plan",
    "of",
    "the",
    "a",
    "not",
    "better,",
    "working",
    "made",
    "in",
    "*help",
)
FEATURES: tuple[Feature, ...] = ("base", "s", "past", "participle", "ing", "plural", "comparative", "superlative")


def cases() -> list[tuple[str, ...]]:
    return [
        match.groups() for line in CASES.read_text(encoding="utf-8").splitlines() if (match := LINE.fullmatch(line))
    ]


def test_every_line_of_the_case_file_is_read() -> None:
    written = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert len(written) == len(cases()) > 80


@pytest.mark.parametrize(("kind", "feature", "phrase", "result"), cases())
def test_each_case_gets_its_form(kind: str, feature: Feature, phrase: str, result: str) -> None:
    assert inflect_phrase(phrase, kind, feature) == result


@pytest.mark.parametrize(
    ("phrase", "kind", "head"),
    [
        ("point of contact", "noun", "point"),
        ("care plan made for each person", "noun", "plan"),
        ("closely work together", "verb", "work"),
        ("closely work *together", "verb", "*together"),
        ("plan and run", "verb", "plan"),
        ("easy to read", "adjective", "easy"),
        ("what matters", "noun", "what"),
    ],
)
def test_head_index_points_at_the_head(phrase: str, kind: str, head: str) -> None:
    words = phrase.split()
    assert words[head_index(words, kind)] == head


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("result", "singular"),
        ("person who uses services", "singular"),
        ("series of meetings", "singular"),
        ("friend or relative", "singular"),
        ("NHS England", "singular"),
        ("meeting with staff", "singular"),
        ("special needs and disability worker", "singular"),
        ("education, health and care plan", "singular"),
        ("working group", "singular"),
        ("people who use services", "plural"),
        ("strengths", "plural"),
        ("charities and community groups", "plural"),
        ("ways of working", "plural"),
        ("staff", "plural"),
        ("GPs", "plural"),
        ("working hours", "plural"),
        ("training courses", "plural"),
        ("money", "mass"),
        ("help with care", "mass"),
        ("time and money", "mass"),
        ("working together as equals", "mass"),
        ("sharing skills", "mass"),
        ("decision making", "mass"),
        ("what matters most", "mass"),
        ("someone", "mass"),
        ("to be confirmed", "mass"),
    ],
)
def test_phrase_number(phrase: str, number: str) -> None:
    assert phrase_number(phrase) == number


def test_initials_and_names_are_nouns_and_other_kinds_are_singular() -> None:
    assert phrase_number("ICBs", "initials") == "plural"
    assert phrase_number("Housing Services", "name") == "plural"
    assert phrase_number("services", "verb") == "singular"


def test_phrase_forms_of_a_verb_are_its_five() -> None:
    assert phrase_forms("engage with", "verb") == {
        "base": ("engage with",),
        "s": ("engages with",),
        "past": ("engaged with",),
        "participle": ("engaged with",),
        "ing": ("engaging with",),
    }


def test_phrase_forms_hold_every_accepted_spelling() -> None:
    assert phrase_forms("focus on", "verb")["past"] == ("focused on", "focussed on")
    assert phrase_forms("be in receipt of", "verb")["base"] == (
        "be in receipt of",
        "are in receipt of",
        "am in receipt of",
    )
    assert phrase_forms("travel and learn", "verb")["past"] == (
        "travelled and learned",
        "travelled and learnt",
        "traveled and learned",
        "traveled and learnt",
    )


def test_phrase_forms_of_nouns_and_adjectives() -> None:
    assert phrase_forms("point of contact", "noun") == {"base": ("point of contact",), "plural": ("points of contact",)}
    assert phrase_forms("learning", "noun") == {"base": ("learning",), "plural": ("learnings",)}
    assert phrase_forms("advice", "noun") == {"base": ("advice",)}
    assert phrase_forms("robust", "adjective") == {"base": ("robust",)}
    assert phrase_forms("hard to reach", "adjective")["superlative"] == ("hardest to reach",)
    assert phrase_forms("in order to", "phrase") == {"base": ("in order to",)}


@given(
    st.lists(st.sampled_from(WORDS)),
    st.sampled_from(KINDS),
    st.sampled_from(FEATURES),
)
def test_any_words_have_a_form_without_stars_or_gaps(words: list[str], kind: str, feature: Feature) -> None:
    result = inflect_phrase(" ".join(words), kind, feature)
    assert "*" not in result
    assert result == " ".join(result.split())


@given(st.text(max_size=40), st.sampled_from(KINDS))
def test_any_text_has_forms_a_head_and_a_number(text: str, kind: str) -> None:
    assert "base" in phrase_forms(text, kind) or not text.strip(" *")
    assert 0 <= head_index(text.split(), kind) <= len(text.split())
    assert phrase_number(text, kind) in ("singular", "plural", "mass")
