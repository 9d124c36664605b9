"""Initials that no glossary covers."""

from __future__ import annotations

import pytest

from plainspeak.checking.acronyms import find_acronyms
from plainspeak.checking.checker import Checker
from plainspeak.checking.options import DEFAULTS, Options
from plainspeak.text.protected import Mask
from plainspeak.text.span import Span
from plainspeak.text.word_lists import word_set


def found(text: str, *covered: Span) -> list[str]:
    return [acronym.finding.text for acronym in find_acronyms(text, covered, (), DEFAULTS)]


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("Ask the ZBQ for a form.", ["ZBQ"]),
        ("The ZBQs met, and the XYT left.", ["ZBQs", "XYT"]),
        ("The ZBQ's form", ["ZBQ"]),
        ("Our ZB&Q team", ["ZB&Q"]),
        ("The DoQS rules", ["DoQS"]),
        ("the (old) ZBQ/XYT form", ["ZBQ"]),
        ("ZBQ", []),
        ("Ring the ZBQ.\nRing the ZBQ.", ["ZBQ", "ZBQ"]),
    ],
)
def test_unknown_initials_are_found(text: str, initials: list[str]) -> None:
    assert found(text) == initials


@pytest.mark.parametrize(
    "text",
    [
        "The NHS, the BBC and the UK",
        "Chapter IV and part XI",
        "PLEASE RING THE BELL",
        "The zone bus quorum (ZBQ)",
        "It is on zbq.org and in ZBQ_form.docx",
        "Write to ZBQ@example.org",
        "\u201cThe ZBQ is the place that I was sent to,\u201d she said.",
        "Send it to the ZBQ Housing Trust.",
        "We went to ZBQ 2024.",
        "A zbq and a Zbq",
        "The price is in GBPx",
        "See A and B.",
    ],
)
def test_what_is_no_unknown_initials(text: str) -> None:
    assert found(text) == []


def test_what_is_covered_is_passed_over() -> None:
    text = "The ZBQ and the XYT met."
    assert found(text, Span(4, 7)) == ["XYT"]
    assert found(text, Span(0, len(text))) == []


def test_masks_are_passed_over() -> None:
    assert list(find_acronyms("The ZBQ met.", (), [Mask(0, 12, "code")], DEFAULTS)) == []


def test_a_finding_asks_what_they_stand_for() -> None:
    ((finding, _, _),) = find_acronyms("First line.\nAsk the ZBQs.", (), (), DEFAULTS)
    assert finding.check == "acronym"
    assert finding.level == "must"
    assert finding.question == "What does ZBQ stand for?"
    assert (finding.line, finding.column, finding.end_column) == (2, 9, 13)
    assert [suggestion.kind for suggestion in finding.suggestions] == ["ask"]


def test_quotations_are_looked_at_when_asked_to() -> None:
    text = "\u201cThe ZBQ is the place that I was sent to,\u201d she said."
    assert [one.finding.text for one in find_acronyms(text, (), (), Options(include_quotations=True))] == ["ZBQ"]


def test_household_initials_are_a_list() -> None:
    assert {"NHS", "UK", "GP", "BBC"} <= word_set("household_initials")


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("ZBQ runs a cafe.", [True]),
        ("They said that ZBQ has moved.", [True]),
        ("We read ZBQ's report.", [True]),
        ("The ZBQ met.", [False]),
        ("We talked to ZBQ.", [False]),
        ("People with ZBQ need rest.", [False]),
    ],
)
def test_initials_that_act_or_own_may_be_a_body(text: str, acts: list[bool]) -> None:
    assert [acronym.acts for acronym in find_acronyms(text, (), (), DEFAULTS)] == acts


def test_initials_that_only_act_are_the_name_of_a_body(checker: Checker) -> None:
    checked = checker.check("ZBQ runs a cafe. We like ZBQ's soup.\n\nZBQ opens at nine.")
    assert checked.findings == ()
    assert [left.reason for left in checked.left_alone] == ["name", "name", "name"]
    assert [finding.text for finding in checker.check("ZBQ hurts. Tablets help with ZBQ.").findings] == ["ZBQ", "ZBQ"]
