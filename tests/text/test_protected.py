"""Protected stretches: quotations, addresses, names."""

from __future__ import annotations

import pytest

from plainspeak.text.protected import addresses, is_heading, name_around, quotations, quoted_lines, switched_off
from plainspeak.text.tokens import tokenise


def covered(text: str, masks: list) -> list[str]:
    return [text[mask.start : mask.end] for mask in masks]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said “I want my own front door.” and left.", ["“I want my own front door.”"]),
        ('He wrote "nobody told us it would close" last week.', ['"nobody told us it would close"']),
        ("Mrs Lee's reply: 'It isn't what we asked for, is it?'", ["'It isn't what we asked for, is it?'"]),
        ("the so-called “service users” of the trust", []),
        ("the carers' centre and the users' group", []),
        ("‘Parity’ is a word", []),
    ],
)
def test_speech_is_a_quotation_and_a_few_quoted_words_are_not(text: str, quoted: list[str]) -> None:
    assert covered(text, quotations(text)) == quoted


def test_lines_with_an_arrow_are_quotations() -> None:
    text = "You asked:\n> when will it start\n> and who pays\nWe think in May."
    assert covered(text, quoted_lines(text)) == ["> when will it start", "> and who pays"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/co-production/?a=1 for more", ["https://example.org/co-production/?a=1"]),
        ("write to care.team@example.nhs.uk today", ["care.team@example.nhs.uk"]),
        ("join #coproweek with @ourgroup", ["#coproweek", "@ourgroup"]),
        ("open delivery-plan.docx and `stakeholder_map`", ["delivery-plan.docx", "`stakeholder_map`"]),
        ("and/or, 24/7, 3/4, #1", []),
        ("the end.Then more", []),
    ],
)
def test_addresses(text: str, found: list[str]) -> None:
    assert covered(text, addresses(text)) == found


def test_stretches_between_off_and_on_are_switched_off() -> None:
    text = "a plainspeak: off b plainspeak: on c plainspeak: off d"
    assert covered(text, switched_off(text)) == ["plainspeak: off b plainspeak: on", "plainspeak: off d"]


@pytest.mark.parametrize(
    ("sentence", "word", "name"),
    [
        ("We joined the Leeds Housing Partnership in May", "Housing", "Leeds Housing Partnership"),
        ("The Department of Health and Social Care wrote", "Health", "Department of Health and Social Care"),
        ("Under the Care Act 2014 you have rights", "Care", "Care Act 2014"),
        ("the partnership in Leeds met", "partnership", "partnership"),
    ],
)
def test_a_name_is_a_run_of_capitals(sentence: str, word: str, name: str) -> None:
    words = [token.text for token in tokenise(sentence)]
    at = words.index(word)
    first, last = name_around(words, at, at)
    assert " ".join(words[first : last + 1]) == name


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Our Key Priorities For 2026", True),
        ("SUPPORT FOR CARERS", True),
        ("We met the Mayor of Leeds.", False),
        ("Support for carers", False),
    ],
)
def test_headings_have_capitals_that_say_nothing(line: str, heading: bool) -> None:
    assert is_heading([token.text for token in tokenise(line)]) is heading
