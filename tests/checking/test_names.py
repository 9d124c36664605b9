"""Terms in the names of bodies, programmes, posts and Acts are left alone; a capital that says nothing does not hide a term."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.glossary.entry import Entry, Glossary


@pytest.fixture(scope="module")
def small(make_entry: Callable[..., Entry]) -> Checker:
    entries = [
        make_entry("commissioning", "noun", "buying services"),
        make_entry("integrated", "adjective", "joined-up"),
        make_entry("stakeholder", "noun", "person involved"),
        make_entry("service user", "noun", "person who uses services"),
        make_entry("outcome", "noun", "result"),
        make_entry("KPI", "initials", "measure"),
    ]
    return Checker(Glossary(entries))


@pytest.mark.parametrize(
    "text",
    [
        "The Director of Commissioning will reply.",
        "Ask the Integrated Care Board about it.",
        "We wrote to the Leeds Stakeholder Forum.",
        "The Integrated Services Act 2015 was passed.",
        "They published Better Outcomes for All in May.",
        "Our Commissioning Team moved to Hull.",
        "The National Outcomes Framework 2019 is out.",
    ],
)
def test_a_term_in_a_name_is_left_alone(small: Checker, text: str) -> None:
    checked = small.check(text)
    assert checked.findings == ()
    assert {left.reason for left in checked.left_alone} == {"name"}


@pytest.mark.parametrize(
    "text",
    [
        "Commissioning takes a year.",
        "Integrated services cost less.",
        "Stakeholders and carers met.",
        "We asked our Service Users in May.",
        "OUTCOMES ARE GOOD",
        "How We Measure Outcomes",
        "Stakeholder Views and Outcomes",
        "1. Integrated services",
        "Outcomes: what we found",
        "The KPI was missed.",
        "In Leeds, outcomes were better.",
        "Sam and the stakeholders met in Hull.",
    ],
)
def test_a_capital_that_says_nothing_hides_no_term(small: Checker, text: str) -> None:
    checked = small.check(text)
    assert checked.findings
    assert checked.left_alone == ()
