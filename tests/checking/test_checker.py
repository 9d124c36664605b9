"""The one door to checking a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.glossary.entry import Conditions, Entry, Glossary
from plainspeak.text.protected import Mask


@pytest.fixture(scope="module")
def small(make_entry: Callable[..., Entry]) -> Checker:
    entries = [
        make_entry("utilise", "verb", "use"),
        make_entry("care package", "noun", "support"),
        make_entry("package", "noun", "parcel"),
        make_entry("package holiday", "noun", "trip", conditions=Conditions(only=("expensive {}",))),
        make_entry("impact", "verb", "affect"),
        make_entry("impact", "noun", "effect", keep="The Act says so."),
    ]
    return Checker(Glossary(entries))


def texts(checker: Checker, text: str) -> list[str]:
    return [finding.text for finding in checker.check(text).findings]


def test_the_longest_of_terms_that_overlap_is_found(small: Checker) -> None:
    assert texts(small, "Her care package came with a package.") == ["care package", "package"]


def test_a_longer_term_that_is_not_meant_hides_none(small: Checker) -> None:
    assert texts(small, "A package holiday is fun.") == ["package"]
    assert texts(small, "An expensive package holiday is fun.") == ["package holiday"]


@pytest.mark.parametrize(
    "text", ["Her care. Package holidays", "Her care\n\npackage", "Her care - package", "Her care\n- package"]
)
def test_no_term_reaches_over_the_end_of_a_sentence(small: Checker, text: str) -> None:
    assert "care" not in " ".join(texts(small, text)).lower()


def test_the_part_of_speech_chooses_the_entry(small: Checker) -> None:
    (noun,) = small.check("The impact was large.").findings
    (verb,) = small.check("The cuts will impact families.").findings
    assert noun.suggestions[-1].text == "effect"
    assert verb.suggestions[0].text == "affect"


def test_nothing_is_safe_where_a_word_must_stay(small: Checker) -> None:
    (finding,) = small.check("The impact was large.").findings
    assert finding.suggestions[0].kind == "explain"
    assert not any(suggestion.safe for suggestion in finding.suggestions)
    assert small.rewrite("The impact was large.") == "The impact was large."


def test_masks_leave_a_stretch_alone_with_their_reason(small: Checker) -> None:
    checked = small.check("We utilise it. We utilise it.", [Mask(0, 14, "code")])
    assert [finding.start for finding in checked.findings] == [18]
    assert [(left.start, left.reason) for left in checked.left_alone] == [(3, "code")]


def test_masks_are_asked_for_again_after_each_pass(small: Checker) -> None:
    def first_line(text: str) -> list[Mask]:
        return [Mask(0, text.index("\n"), "code")]

    assert small.rewrite("We utilise it.\nWe utilise it.", first_line) == "We utilise it.\nWe use it."


def test_an_empty_text_has_nothing_in_it(small: Checker) -> None:
    checked = small.check("")
    assert (checked.findings, checked.left_alone) == ((), ())
    assert small.rewrite("") == ""


def test_paragraphs_are_put_together_again(small: Checker) -> None:
    text = "We utilise it.\n\nThe package (a box with things in it) came.\n\nA package came."
    starts = [(0, 1), (text.index("The"), 3), (text.index("A package"), 5)]
    parts = [(start, line, small.check_paragraph(text[start:].split("\n", maxsplit=1)[0])) for start, line in starts]
    assert small.combine(parts) == small.check(text)


def test_no_entries_find_only_initials() -> None:
    checked = Checker(Glossary([])).check("Service users met the ZBQ.")
    assert [finding.text for finding in checked.findings] == ["ZBQ"]
