from __future__ import annotations

import timeit
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.text.inflection import (
    Feature,
    all_forms,
    comparative,
    found_forms,
    inflect,
    is_mass,
    looks_plural,
    plural,
    superlative,
    verb_forms,
)

CASES = Path(__file__).parents[1] / "cases" / "words" / "inflected_forms.txt"
COLUMNS: dict[str, tuple[Feature, ...]] = {
    "verb": ("s", "past", "participle", "ing"),
    "noun": ("plural",),
    "adjective": ("comparative", "superlative"),
}
FEATURES: tuple[Feature, ...] = ("base", "s", "past", "participle", "ing", "plural", "comparative", "superlative")


def cases() -> list[tuple[str, Feature, str]]:
    rows = [line.split("  ") for line in CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    return [
        (base, feature, form)
        for kind_and_base, *forms in ([" ".join(row[:2]), *row[2:]] for row in cells)
        for kind, base in [kind_and_base.split(" ", 1)]
        for feature, form in zip(COLUMNS[kind], forms, strict=True)
    ]


@pytest.mark.parametrize(("base", "feature", "right"), cases())
def test_each_case_gets_its_form(base: str, feature: Feature, right: str) -> None:
    assert inflect(base, feature) in right.split("/")


@pytest.mark.parametrize(
    ("word", "feature", "forms"),
    [
        ("learn", "past", ("learned", "learnt")),
        ("focus", "past", ("focused", "focussed")),
        ("benefit", "participle", ("benefited", "benefitted")),
        ("travel", "past", ("travelled", "traveled")),
        ("label", "ing", ("labelling", "labeling")),
        ("control", "ing", ("controlling", "controling")),
        ("plan", "past", ("planned",)),
        ("age", "ing", ("ageing", "aging")),
        ("be", "past", ("was", "were")),
        ("criterion", "plural", ("criteria", "criterions")),
        ("index", "plural", ("indices", "indexes")),
        ("learning", "plural", ("learning", "learnings")),
        ("advice", "plural", ("advice",)),
        ("clear", "comparative", ("clearer",)),
    ],
)
def test_every_accepted_form_is_found_and_the_written_one_comes_first(
    word: str, feature: Feature, forms: tuple[str, ...]
) -> None:
    assert found_forms(word, feature) == forms
    assert inflect(word, feature) == forms[0]


def test_the_short_names_agree_with_inflect() -> None:
    assert verb_forms("write") == ("write", "writes", "wrote", "written", "writing")
    assert plural("body") == "bodies"
    assert comparative("clear") == "clearer"
    assert superlative("useful") == "most useful"


@pytest.mark.parametrize("noun", ["information", "advice", "support", "Housing", "co-production", "self-harm", "work"])
def test_nouns_without_a_plural(noun: str) -> None:
    assert is_mass(noun)
    assert plural(noun) == noun
    assert not looks_plural(noun)


@pytest.mark.parametrize("noun", ["meeting", "building", "staff", "service", "thing", "framework", "carer"])
def test_nouns_that_can_be_counted(noun: str) -> None:
    assert not is_mass(noun)


@pytest.mark.parametrize("word", ["services", "people", "Children", "criteria", "MPs", "EHCPs", "staff", "workers"])
def test_words_that_stand_for_several(word: str) -> None:
    assert looks_plural(word)
    assert plural(word) == word


@pytest.mark.parametrize(
    "word", ["process", "analysis", "status", "news", "NHS", "ICS", "carer's", "series", "means", "gas", "data", "S"]
)
def test_words_that_only_look_like_several(word: str) -> None:
    assert not looks_plural(word)


def test_all_forms_holds_what_a_word_could_be() -> None:
    assert all_forms("deliver") == {"deliver", "delivers", "delivered", "delivering"}
    assert {"plan", "plans", "planned", "planning"} <= all_forms("plan")
    assert {"clear", "clearer", "clearest", "cleared"} <= all_forms("clear")
    assert {"body", "bodies"} <= all_forms("body")


@given(st.text(max_size=30), st.sampled_from(FEATURES))
def test_any_word_has_a_form_and_a_base_is_itself(word: str, feature: Feature) -> None:
    assert inflect(word, "base") == word
    assert inflect(word, feature) or not word
    assert inflect(word, feature) in found_forms(word, feature)


@given(st.sampled_from([base for base, feature, _ in cases() if feature == "plural"]))
def test_a_plural_has_no_further_plural(noun: str) -> None:
    assert plural(plural(noun)) == plural(noun)


@given(st.from_regex(r"[a-z]{3,12}", fullmatch=True))
def test_a_first_capital_is_kept(word: str) -> None:
    assert inflect(word.capitalize(), "ing") == inflect(word, "ing").capitalize()


def test_a_form_asked_for_again_takes_under_a_microsecond() -> None:
    inflect("travel", "past")
    calls = 10_000
    best = min(timeit.repeat(lambda: inflect("travel", "past"), number=calls, repeat=5))
    assert best / calls < 1e-6
