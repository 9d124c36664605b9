"""Terms and initials whose meaning the text itself gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.checking.explained import initials_explained
from plainspeak.glossary.entry import Entry, Glossary


@pytest.fixture(scope="module")
def small(make_entry: Callable[..., Entry]) -> Checker:
    entries = [
        make_entry("triage", "noun", "sorting"),
        make_entry("empower", "verb", "help"),
        make_entry("DFG", "initials", "grant"),
    ]
    return Checker(Glossary(entries))


def reasons(checker: Checker, text: str) -> tuple[int, list[str]]:
    checked = checker.check(text)
    return len(checked.findings), [left.reason for left in checked.left_alone]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The Integrated Care Board (ICB) met.", ["ICB"]),
        ("The integrated care board (ICB) met.", ["ICB"]),
        ("Integrated Care Boards (ICBs) met.", ["ICB"]),
        ("The ICB (Integrated Care Board) met.", ["ICB"]),
        ("The Board for Care and Health (BCH) met.", ["BCH"]),
        ("A Freedom of Information (FoI) request", ["FoI"]),
        ("Equality, diversity and inclusion (\u201cEDI\u201d) matter.", ["EDI"]),
        ("The General Practitioner-led Team (GPLT) met.", ["GPLT"]),
        ("the voluntary, community and social enterprise (VCSE) sector", ["VCSE"]),
        ("The board (ICB) met.", ["ICB"]),
        ("The ICB (in Leeds) met.", []),
        ("We met (at 2 PM) and left.", []),
        ("No brackets, no ICB.", []),
    ],
)
def test_initials_are_spelt_out_in_either_order(text: str, keys: list[str]) -> None:
    assert [explained.key for explained in initials_explained(text)] == keys


@pytest.mark.parametrize(
    "text",
    [
        "Triage (working out who is most ill) comes first.",
        "Triage, which means working out who is most ill, comes first.",
        "Triage, that is, working out who is most ill, comes first.",
        "Triage, i.e. working out who is most ill, comes first.",
        "By triage we mean working out who is most ill.",
        "By \u2018triage\u2019 we mean working out who is most ill.",
        "\u2018Triage\u2019 means working out who is most ill.",
        "\u201cTriage\u201d is working out who is most ill.",
    ],
)
def test_a_term_that_is_explained_is_left_alone_from_there_on(small: Checker, text: str) -> None:
    assert reasons(small, f"{text} Triage takes an hour.") == (0, ["explained", "explained"])


@pytest.mark.parametrize(
    "text",
    [
        "Triage (see page 3) comes first.",
        "Triage (Ward 6) comes first.",
        "Triage (2 hours) comes first.",
        "Triage comes first (in most towns that we know).",
        "We mean triage.",
    ],
)
def test_other_brackets_and_words_explain_nothing(small: Checker, text: str) -> None:
    found, _ = reasons(small, text)
    assert found == 1


def test_what_stands_before_the_explanation_is_flagged(small: Checker) -> None:
    text = "Triage is hard. By triage we mean sorting. Triage works."
    assert [finding.start for finding in small.check(text).findings] == [0]
    assert [left.reason for left in small.check(text).left_alone] == ["explained", "explained"]


def test_an_explanation_in_a_later_paragraph_counts_from_there(small: Checker) -> None:
    text = "The DFG is late.\n\nThe disabled facilities grant (DFG) pays for ramps.\n\nThe DFG is a grant."
    assert [finding.line for finding in small.check(text).findings] == [1]


def test_two_brackets_explain_two_terms(small: Checker) -> None:
    text = "Triage (working out who waits) and a disabled facilities grant (DFG) helped."
    assert reasons(small, text) == (0, ["explained", "explained"])
