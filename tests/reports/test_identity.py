from __future__ import annotations

import pytest

from plainspeak.reports.identity import identities, traces


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


def test_a_trace_tells_a_finding_again_by_the_words_on_either_side(make) -> None:
    sentences = [
        "Ask the service users now.",
        "Ask the service users then.",
        "Tell a service users now.",
        "service users.",
    ]
    here, before_same, after_same, alone = traces(make.finding(sentence=sentence) for sentence in sentences)
    assert here.split("/")[0] == next(iter(identities([make.finding(sentence=sentences[0])])))
    assert here.split("/")[2] == before_same.split("/")[2] != after_same.split("/")[2]
    assert here.split("/")[3] == after_same.split("/")[3] != before_same.split("/")[3]
    assert alone.split("/")[1:3] == ["", ""]
    other = next(traces([make.finding(entry="x", sentence=sentences[0])]))
    assert not set(other.split("/")) & set(here.split("/"))
