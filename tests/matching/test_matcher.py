from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.glossary.entry import Entry
from plainspeak.matching.lexicon import compile_lexicon
from plainspeak.matching.matcher import Matcher

MakeEntry = Callable[..., Entry]


@pytest.fixture(scope="module")
def matcher(make_entry: MakeEntry) -> Matcher:
    return Matcher(
        compile_lexicon(
            [
                make_entry("service user"),
                make_entry("user group"),
                make_entry("service"),
                make_entry("can", "verb"),
                make_entry("user-led", "adjective"),
                make_entry("ICB", "initials"),
            ]
        )
    )


def found(matcher: Matcher, text: str) -> list[list[str]]:
    return [[text[match.start : match.end] for match in group] for group in matcher.scan(text)]


@pytest.mark.parametrize(
    "text",
    [
        "serviceable",
        "self_service",
        "service_user",
        "service2",
        "2service",
        "\u00e9service",
        "service\u00e9",
        "service\u4e2d",
        "\u0431service",
        "can't",
        "can\u2019t",
        "can'll",
        "icb",
        "ICBx",
    ],
)
def test_parts_of_words_are_not_found(matcher: Matcher, text: str) -> None:
    assert found(matcher, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "service",
        "SERVICE",
        "(service)",
        "\u201cservice\u201d",
        "\u2018service\u2019",
        "'service'",
        "service's",
        "service\u2019s",
        "services'",
        "service/",
        "/service",
        "service-led",
        "self-service",
        "service\u2014and",
        "*service*",
        "service\U0001f600",
        "\u00a0service\u00a0",
        "service\u0000",
        "#service",
        "service.",
        "\ud800service",
    ],
)
def test_a_word_with_marks_beside_it_is_found(matcher: Matcher, text: str) -> None:
    (group,) = found(matcher, text)
    assert group[0].lower().rstrip("s") == "service"


@pytest.mark.parametrize(
    "gap", [" ", "  ", "\n", "\r\n", "\t", "-", "\u2010", "\u2011", "\u2013", "\u00a0", "\u202f", "\n  "]
)
def test_any_gap_may_part_the_words_of_a_phrase(matcher: Matcher, gap: str) -> None:
    text = f"Our service{gap}users."
    assert found(matcher, text) == [[f"service{gap}users", "service"]]


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", ". ", ", ", " and ", "/", "_", "\u2014", ""])
def test_other_gaps_end_a_phrase(matcher: Matcher, gap: str) -> None:
    assert [f"service{gap}users"] not in [group[:1] for group in found(matcher, f"Our service{gap}users.")]


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_marks_that_cannot_be_seen_are_looked_through(matcher: Matcher, mark: str) -> None:
    text = f"{mark}ser{mark}vice u{mark}ser{mark}"
    (group,) = matcher.scan(text)
    assert (group[0].start, group[0].end) == (1, len(text) - 1)


def test_groups_hold_what_overlaps_leftmost_and_longest_first(matcher: Matcher) -> None:
    assert found(matcher, "service user groups and a service") == [
        ["service user", "service", "user groups"],
        ["service"],
    ]


def test_hyphens_and_spaces_count_as_one(matcher: Matcher) -> None:
    assert found(matcher, "user led, user-led") == [["user led"], ["user-led"]]


def test_places_are_code_points(matcher: Matcher) -> None:
    text = "\U0001f600\u00e9 services \U0001f600 ICBs"
    assert found(matcher, text) == [["services"], ["ICBs"]]


def test_a_ligature_is_read_as_its_letters(make_entry: MakeEntry) -> None:
    matcher = Matcher(compile_lexicon([make_entry("finalise", "verb"), make_entry("benefit")]))
    assert found(matcher, "We \ufb01nalise bene\ufb01ts.") == [["\ufb01nalise"], ["bene\ufb01ts"]]


def test_initials_are_found_as_they_are_written(matcher: Matcher) -> None:
    assert found(matcher, "ICB, ICBs, ICB's, icb, Icb") == [["ICB"], ["ICBs"], ["ICB"]]


def test_an_empty_lexicon_finds_nothing() -> None:
    assert Matcher(compile_lexicon([])).scan("service users") == []


def test_a_first_short_text_and_a_later_one_are_searched_alike(checker: Checker) -> None:
    text = "Café service users’ co‑production, ICB and ICBs; the carer's self-directed support — naïve outcomes. " * 3
    lexicon = compile_lexicon(checker.glossary.entries)
    late = Matcher(lexicon)
    late.scan(text * 20)
    assert Matcher(lexicon).scan(text) == late.scan(text) != []
