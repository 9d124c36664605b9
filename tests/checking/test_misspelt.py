"""Misspelt jargon is found, with the right entry, and leads back to the text as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.checking.checker import Checker
from plainspeak.checking.corrected import Corrected
from plainspeak.checking.finding import Finding
from plainspeak.glossary.entry import Entry, Glossary, Wording
from plainspeak.text.edits import Edit
from plainspeak.text.protected import Mask

CASES = Path(__file__).parents[1] / "cases" / "spelling" / "misspelt_jargon.txt"
ROWS = [line.split(" -> ") for line in CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
GLOSSARY = Glossary(
    [
        Entry("utilise", "utilise", "verb", "should", "office", "To use.", say_instead=(Wording("use"),)),
        Entry(
            "holistic-care", "holistic care", "noun", "must", "care", "All of it.", say_instead=(Wording("whole care"),)
        ),
        Entry("care", "care", "noun", "could", "care", "Help.", say_instead=(Wording("help"),)),
    ]
)


def usual(finding: Finding) -> str:
    """The usual spelling that a finding names, or nothing."""
    start, said, rest = finding.why.partition(" spelling is ")
    if not said:
        start, said, rest = finding.why.partition(" spellings are ")
    return rest.partition(".")[0].replace('"', "").replace(" and ", ", ") if start == "The usual" else ""


@pytest.fixture(scope="module")
def small() -> Checker:
    return Checker(GLOSSARY)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_case(checker: Checker, text: str, expected: str) -> None:
    misspelt = [finding for finding in checker.check(text).findings if usual(finding)]
    assert [" : ".join((found.text, found.entry, usual(found))) for found in misspelt] == [expected]


def test_a_misspelt_term_is_offered_in_plain_words_and_then_spelt_right_but_never_safe(small: Checker) -> None:
    text = "First line.\n\nWe are utalising it.\n"
    (finding,) = small.check(text).findings
    assert (finding.check, finding.entry, finding.level, finding.text) == ("jargon", "utilise", "should", "utalising")
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (3, 8, 3, 17)
    assert text[finding.start : finding.end] == "utalising"
    assert finding.sentence == "We are utalising it."
    assert finding.why == 'The usual spelling is "utilising".'
    assert [(offer.kind, offer.text) for offer in finding.suggestions] == [
        ("swap", "using"),
        ("swap", "utilising"),
        ("explain", "utilising (to use)"),
    ]
    assert not any(offer.safe for offer in finding.suggestions)
    assert small.rewrite(text) == text


def test_the_longer_term_takes_the_place_of_the_shorter_one(small: Checker) -> None:
    assert [finding.entry for finding in small.check("They give holystic care here.").findings] == ["holistic-care"]


def test_a_word_that_makes_no_jargon_is_let_be(small: Checker) -> None:
    assert small.check("It is a holystic view.").findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "We met Ms Utilize and Utalise Ltd.",  # may be a name
        "See www.utalise.org and `utalise`.",
        "She said: “We utalise the hall every Monday, come rain or shine.”",
        "The retilise and the utopia.",  # too far away, or words of their own
    ],
)
def test_what_may_be_meant_so_is_not_flagged(small: Checker, text: str) -> None:
    assert not any(usual(finding) for finding in small.check(text).findings)


def test_one_in_a_quotation_is_left_alone_and_listed(small: Checker) -> None:
    (left,) = small.check("She said: “We utalise the hall every Monday, come rain or shine.”").left_alone
    assert (left.entry, left.text, left.reason) == ("utilise", "utalise", "quotation")


def test_masks_are_kept(small: Checker) -> None:
    text = "Recieve it. We utalise it."
    assert small.check(text, [Mask(15, 22, "code")]).findings == ()
    assert len(small.check(text, [Mask(0, 7, "code")]).findings) == 1


def test_a_word_much_more_common_is_likelier_than_jargon() -> None:
    glossary = Glossary(
        [Entry("retain", "retain", "verb", "should", "formal", "To keep.", say_instead=(Wording("keep"),))]
    )
    checker = Checker(glossary)
    assert checker.check("We are cetain of it.").findings == ()
    assert len(checker.check("We reatin it.").findings) == 1


def test_a_term_explained_in_place_is_known_after_that(small: Checker) -> None:
    text = "By holystic care we mean all of it. Holistic care is good."
    assert [finding.text for finding in small.check(text).findings] == []


WORDS = st.text("ab \n", max_size=30)


@given(WORDS, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4), st.text("xyz", min_size=1, max_size=6))))
def test_every_place_leads_back(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    for start, size, replacement in sorted(wanted):
        if start >= (edits[-1].end if edits else 0) and start + size <= len(text):
            edits.append(Edit(start, start + size, replacement))
    corrected = Corrected(text, edits)
    touched = {place for edit in edits for place in range(edit.start, edit.end)}
    for place, character in enumerate(text):
        if place not in touched:
            there = corrected.place_of(place)
            assert corrected.text[there] == character
            assert corrected.span_before(there, there + 1) == (place, place + 1)
    for edit in edits:
        there = corrected.place_of(edit.end) - len(edit.replacement)
        assert corrected.span_before(there, there + len(edit.replacement)) == (edit.start, edit.end)
