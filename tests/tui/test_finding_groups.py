"""What was found, put together by term, and filtered."""

from __future__ import annotations

import pytest
from fake_checker import FakeChecker

from plainspeak.text.span import Span
from plainspeak.tui.draft_check import DraftCheck
from plainspeak.tui.finding_filter import FindingFilter
from plainspeak.tui.finding_groups import Row, groups_of, row_at, rows_of

LINES = ["We utilise it and utilised it.", "", 'Service users and stakeholders utilise a "holistic" ICB.']


@pytest.fixture
def check():
    return DraftCheck(FakeChecker())


def groups(check, view="jargon"):
    checked = check.now(LINES)
    return groups_of(checked, view, check.checker.glossary.get)


def test_each_term_comes_once_what_matters_most_first(check):
    found = [(group.letter, group.label, len(group.places)) for group in groups(check)]
    assert found == [("M", "Service users", 1), ("M", "ICB", 1), ("S", "utilise", 2), ("S", "stakeholders", 1)]


def test_questions_and_what_was_left_alone_have_a_note(check):
    assert [(group.label, group.note) for group in groups(check, "questions")] == [("stakeholders", "Who exactly?")]
    assert [(group.label, group.note) for group in groups(check, "left")] == [("holistic", "in a quotation")]


def test_a_term_unfolds_to_its_places(check):
    found = groups(check)
    assert rows_of(found, set()) == [Row(0), Row(1), Row(2), Row(3)]
    rows = rows_of(found, {"utilise", "ICB"})
    assert rows == [Row(0), Row(1), Row(2), Row(2, 0), Row(2, 1), Row(3)]
    second = found[2].places[1]
    assert row_at(found, rows, second) == 4
    assert row_at(found, rows_of(found, set()), second) == 2
    assert row_at(found, rows, Span(0, 1)) is None


@pytest.mark.parametrize(
    ("only", "shown", "words"),
    [
        (FindingFilter(("must",)), ["Service users", "ICB"], "must"),
        (
            FindingFilter(("must", "should")),
            ["utilise", "Service users", "stakeholders", "utilise", "ICB"],
            "must and should",
        ),
        (FindingFilter(family="care"), [], "care"),
        (FindingFilter(("should",), "office"), ["utilise", "stakeholders", "utilise"], "should, office"),
    ],
)
def test_a_filter_keeps_the_others_out_of_sight(check, only, shown, words):
    check.only = only
    checked = check.now(LINES)
    assert [one.text for one in checked.findings] == shown
    assert len(checked.findings) + checked.hidden == 5
    assert sum(map(len, checked.spans.values())) == len(shown)
    assert only.in_words() == words
