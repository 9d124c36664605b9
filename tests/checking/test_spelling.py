"""Words that may be misspelt are asked about; words that are right never are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.checking.checker import Checker
from plainspeak.checking.finding import Finding
from plainspeak.checking.options import Options
from plainspeak.checking.spelling import QUESTION
from plainspeak.glossary.entry import Entry, Glossary
from plainspeak.settings import Settings

CASES = Path(__file__).parents[1] / "cases" / "spelling"


def lines(name: str) -> list[str]:
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8").replace("{soft hyphen}", "\u00ad")
    return [line for line in text.splitlines() if line and line[0] != "#"]


def slips(checker: Checker, text: str) -> list[Finding]:
    return [finding for finding in checker.check(text).findings if finding.check == "spelling"]


@pytest.fixture(scope="session")
def speller(own_home: None) -> Checker:
    return Checker.load(Settings(spelling=True))


@pytest.fixture(scope="module")
def bare() -> Checker:
    """A checker with next to no glossary."""
    entry = Entry("coprolalalia", "coprolalalia", "noun", "should", "care", "A made-up word.")
    return Checker(Glossary([entry]), options=Options(spelling=True))


@pytest.mark.parametrize("text", lines("right"))
def test_a_right_word_is_not_asked_about(speller: Checker, text: str) -> None:
    assert [finding.text for finding in slips(speller, text)] == []


@pytest.mark.parametrize(("text", "expected"), [line.split(" -> ") for line in lines("slips")])
def test_a_slip_is_asked_about_with_the_likeliest_word_first(speller: Checker, text: str, expected: str) -> None:
    found = [f"{finding.text} : {finding.suggestions[0].text}" for finding in slips(speller, text)]
    assert ", ".join(found) == expected


def test_a_finding_says_what_and_where(bare: Checker) -> None:
    text = "One.\n\nIt is a seperate thing."
    (finding,) = bare.check(text).findings
    assert (finding.check, finding.entry, finding.level, finding.question) == ("spelling", "", "could", QUESTION)
    assert (finding.text, finding.line, finding.column, finding.end_column) == ("seperate", 3, 9, 17)
    assert finding.sentence == "It is a seperate thing."
    assert finding.suggestions[0][:4] == ("swap", "separate", finding.start, finding.end)
    assert not any(offer.safe for offer in finding.suggestions)
    assert bare.rewrite(text) == text


def test_every_place_is_a_finding(bare: Checker) -> None:
    assert [finding.line for finding in bare.check("a seperate\nand seperate\nbut seperates").findings] == [1, 2, 3]


def test_nothing_is_asked_unless_wanted(checker: Checker) -> None:
    assert slips(checker, "It is a seperate thing.") == []


def test_words_of_the_glossary_are_known(bare: Checker) -> None:
    assert slips(bare, "They met coprolalalias.") == []


def test_what_is_found_as_jargon_is_not_asked_about_again(speller: Checker) -> None:
    text = "They utalise the hall."
    assert [finding.check for finding in speller.check(text).findings] == ["jargon"]


def test_quotations_are_asked_about_when_they_are_the_writers_own() -> None:
    options = Options(include_quotations=True, spelling=True)
    (finding,) = Checker(Glossary([]), options=options).check('"We are hapy to see all of it again."').findings
    assert finding.text == "hapy"


def test_two_slips_do_not_make_another_language(bare: Checker) -> None:
    assert len(slips(bare, "The goverment sees the enviroment.")) == 2


@pytest.mark.parametrize(
    "text", ["", " ", "-", "'", "n't", "a" * 20_000, "seperate " * 3_000, "x\u00ady\ufb01", "\ud800", "ſeperate"]
)
def test_odd_texts_are_no_trouble(bare: Checker, text: str) -> None:
    assert all(text[finding.start : finding.end] == finding.text for finding in bare.check(text).findings)


@given(st.lists(st.sampled_from(["seperate", "hapy", "the", "house's", "(hapy)", "hapy-go", "\n\n", ".", "Hapy"])))
def test_every_finding_holds_its_text_and_every_slip_is_found(bare: Checker, words: list[str]) -> None:
    text = " ".join(words)
    found = bare.check(text).findings
    assert all(text[finding.start : finding.end] == finding.text for finding in found)
    if sum(word == "the" for word in words) * 2 >= len(words):  # enough small words for English
        assert len(found) == sum("seperate" in word or "hapy" in word for word in words)


def test_the_setting_decides() -> None:
    assert Checker.load(Settings(spelling=True)).options.spelling
    assert not Checker.load(Settings()).options.spelling
    assert not Checker.load(Settings(spelling=False)).options.spelling
