from __future__ import annotations

import pytest

from plainspeak.reports.identity import identities


def test_a_finding_that_moves_stays_the_same(make) -> None:
    moved = make.finding(start=80, end=93, line=9, column=1, place={"page": 4}, level="could", why="New words.")
    assert list(identities([make.finding()])) == list(identities([moved]))
    spaced = make.finding(sentence="Ask  the\nservice users.")
    assert list(identities([make.finding()])) == list(identities([spaced]))


@pytest.mark.parametrize("changes", [{"check": "acronym"}, {"entry": "x"}, {"text": "x"}, {"sentence": "Another."}])
def test_another_finding_is_another(make, changes) -> None:
    first, second = identities([make.finding(), make.finding(**changes)])
    assert first != second


def test_two_that_are_alike_are_told_apart(make) -> None:
    first, other, second = identities([make.finding(), make.finding("b"), make.finding()])
    assert (first[:24], first[24:], second[:24], second[24:]) == (first[:24], ":1", first[:24], ":2")
    assert other.endswith(":1")
