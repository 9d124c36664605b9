from __future__ import annotations

from datetime import date

import pytest

from plainspeak.glossary.search import find, select
from plainspeak.glossary.stats import statistics
from tests.glossary.making import Agreement, Entry, Origin, entry

ENTRIES = [
    entry("service user", "person who uses services", also=("client",), family="people"),
    entry("utilise", "use", kind="verb", level="should", what_we_mean="To use.", family="formal"),
    entry("asset", "strength", agreed=Agreement("Readers", "2026-01-01", "2026-11-22")),
    entry(
        "draft", "sketch", agreed=Agreement(notes="draft, not agreed"), origin=Origin("user", "/home/my-words.yaml", 3)
    ),
]


@pytest.mark.parametrize(
    ("words", "first", "where"),
    [
        ("service user", "service user", "term"),
        ("servcie usr", "service user", "term"),
        ("CLIENT", "service user", "term"),
        ("strengths", "asset", "wording"),
        ("uses services", "service user", "wording"),
        ("to use", "utilise", "meaning"),
    ],
)
def test_the_nearest_comes_first(words: str, first: str, where: str) -> None:
    hit = find(words, ENTRIES)[0]
    assert (hit.entry.jargon, hit.where) == (first, where)


MEANT = [
    entry("reablement", what_we_mean="Help for a few weeks to do things for yourself again after a stay in hospital."),
    entry("left shift", what_we_mean="Moving money and work from hospitals to homes."),
    entry("porter", "helper", what_we_mean="Someone who moves patients."),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("helping after hospitals", ["reablement"]),
        ("helping you at home after hospital", ["left shift", "reablement"]),
        ("porridge for patients", []),
        ("weeks of help in hospital", ["reablement"]),
        ("work in hospital with money", ["left shift"]),
        ("a helper for patients", ["porter"]),
        ("for the", []),
    ],
)
def test_what_is_asked_for_may_stand_apart(words: str, found: list[str]) -> None:
    """Small words do not count; of the others two in three must be there, in the meaning or in a wording."""
    assert [hit.entry.jargon for hit in find(words, MEANT)] == found


@pytest.mark.parametrize("words", ["porridge", "", "!!"])
def test_nothing_is_like_it(words: str) -> None:
    assert find(words, ENTRIES) == []


def test_no_more_are_shown_than_asked_for() -> None:
    assert len(find("use", ENTRIES, most=1)) == 1


def names(entries: list[Entry]) -> list[str]:
    return [each.jargon for each in entries]


def test_entries_are_selected_by_what_they_hold() -> None:
    assert names(select(ENTRIES)) == names(ENTRIES)
    assert names(select(ENTRIES, ["people", "formal"])) == ["service user", "utilise"]
    assert names(select(ENTRIES, levels=["should"])) == ["utilise"]
    assert names(select(ENTRIES, unagreed=True)) == ["service user", "utilise", "draft"]


def test_a_review_is_due_on_its_day_and_after() -> None:
    assert names(select(ENTRIES, review_due=date(2026, 11, 21))) == []
    assert names(select(ENTRIES, review_due=date(2026, 11, 22))) == ["asset"]


def test_statistics() -> None:
    stats = statistics(ENTRIES, date(2027, 1, 1))
    assert stats.entries == 4
    assert stats.by_file == {"my-words.yaml": 1, "words.yaml": 3}
    assert stats.by_family == {"people": 1, "office": 2, "formal": 1}
    assert stats.by_level == {"must": 3, "should": 1}
    assert stats.by_agreed == {"nobody yet": 3, "Readers": 1}
    assert names(list(stats.review_due)) == ["asset"]
