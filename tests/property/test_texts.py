"""Laws that hold for every text, however odd: nothing raises, places are right, and rewriting keeps what it does not change."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from plainspeak.checking.checker import Checker
from plainspeak.checking.finding import Checked
from plainspeak.matching.forms import forms_of
from plainspeak.rewriting.apply import rewrite
from plainspeak.text.protected import Mask

GAPS = [
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "-",
    "\u2011",
    "\u2013",
    "\u00a0",
    "\u202f",
    "",
    "\u00ad",
    "\u200b",
]
GAPS += [" - ", "/", "_"]
MARKS = [*".,;:?!()[]{}<>\u201c\u201d\u2018\u2019\"'*_`#@&%|\\~\u2026\u2022>"]
MARKS += [". ", "? ", "\u2019s ", "'s ", "s' ", ", ", ": ", " (", ") "]
BREAKS = ["\n\n", "\r\n\r\n", "\n \n", "\n- ", "\n1. ", "\n> ", "\f", "\u2029", "\u2028", "\x85", "\v"]
SMALL_WORDS = (
    "a an the these this our of to in by and or not is are was were been being has will can more very each many".split()
)
ODD = [
    "\0",
    "\x1e",
    "\ud800",
    "\udfff",
    "\U0001f600",
    "e\u0301",
    "\u0301",
    "\u0130",
    "\u00df",
    "\ufb01",
    "\ufb03",
    "\ufeff",
]
ODD += [
    "\u202e",
    "\u0660",
    "\u4e2d\u6587",
    "\u05d0",
    "caf\u00e9",
    "na\u00efve",
    "x" * 3000,
    "9" * 400,
    "a-" * 200,
    "('" * 60,
]
ODD += [
    "ICB",
    "ZQXV",
    "A&E",
    "GPs",
    "NHS",
    "https://example.org/service-users",
    "front-door@example.org",
    "file_name.docx",
]
ODD += ["plainspeak: off", "plainspeak: on", "{}", "*", "..."]
QUICK = settings(max_examples=250)


@pytest.fixture(scope="module")
def forms(checker: Checker) -> list[str]:
    """Forms of every seventh entry, and terms as they stand in the glossary."""
    entries = checker.glossary.entries[::7]
    return sorted({form.text for entry in entries for form in forms_of(entry)} | {entry.jargon for entry in entries})


def texts(forms: list[str], *, odd: bool = True) -> st.SearchStrategy[str]:
    """Terms of the glossary among small words, with gaps, marks, breaks and oddities anywhere."""
    terms = st.sampled_from(forms)
    words = st.one_of(
        terms, terms.map(str.capitalize), terms.map(str.upper), terms.map(str.title), st.sampled_from(SMALL_WORDS)
    )
    between = [st.sampled_from(GAPS), st.sampled_from(GAPS), st.sampled_from(MARKS), st.sampled_from(BREAKS)]
    if odd:
        between += [st.sampled_from(ODD), st.characters(codec=None)]
    pairs = st.tuples(words, st.one_of(between))
    return st.lists(pairs, max_size=14).map(lambda found: "".join(part for pair in found for part in pair))


def sentences_of(forms: list[str]) -> st.SearchStrategy[str]:
    """Something nearer to real sentences, so that more is swapped."""
    words = st.one_of(st.sampled_from(forms), st.sampled_from(SMALL_WORDS))
    sentence = st.lists(words, min_size=3, max_size=9).map(lambda found: " ".join(found).capitalize() + ".")
    return st.lists(sentence, min_size=1, max_size=3).map(" ".join)


def place_of(text: str, position: int) -> tuple[int, int]:
    """Line and column, the slow way."""
    before = text[:position].split("\n")
    return len(before), len(before[-1]) + 1


def runs_of_lines(text: str) -> list[tuple[int, int, str]]:
    """The runs of lines that are not blank, each with the code point and the number of its first line."""
    runs: list[tuple[int, int, str]] = []
    start, fresh = 0, True
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip(" \t\r"):
            fresh = True
        elif fresh:
            runs.append((start, number, line))
            fresh = False
        else:
            first, first_number, lines = runs[-1]
            runs[-1] = (first, first_number, f"{lines}\n{line}")
        start += len(line) + 1
    return runs


def look_at(text: str, checked: Checked) -> None:
    """Every place that `checked` names is right."""
    reach = 0
    for finding in checked.findings:
        assert reach <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
        assert (finding.line, finding.column) == place_of(text, finding.start)
        assert (finding.end_line, finding.end_column) == place_of(text, finding.end)
        assert finding.text in finding.sentence
        assert finding.sentence in text
        for suggestion in finding.suggestions:
            assert 0 <= suggestion.start <= suggestion.end <= len(text)
            assert suggestion.start < finding.end
            assert finding.start < suggestion.end
            assert suggestion.kind == "ask" or suggestion.text != text[suggestion.start : suggestion.end]
        reach = finding.end
    for left in checked.left_alone:
        assert 0 <= left.start < left.end <= len(text)
        assert text[left.start : left.end] == left.text
        assert left.reason


@QUICK
@given(data=st.data())
def test_any_text_can_be_checked_and_every_place_is_right(
    checker: Checker, forms: list[str], data: st.DataObject
) -> None:
    text = data.draw(texts(forms))
    look_at(text, checker.check(text))


@QUICK
@given(text=st.text(alphabet=st.characters(codec=None), max_size=60))
@example(text="")
@example(text="\n\n\n")
@example(text="\ud800service users\udfff")
@example(text="\u0130service users\u0130")
@example(text="a" * 5_000)
@example(text="service-" * 2_000)
@example(text="\u201cservice users " * 300)
@example(text="service users (" * 300)
def test_text_of_any_characters_can_be_checked(checker: Checker, text: str) -> None:
    look_at(text, checker.check(text))


@QUICK
@given(data=st.data())
def test_the_text_outside_the_edits_stays_as_it_is(checker: Checker, forms: list[str], data: st.DataObject) -> None:
    text = data.draw(st.one_of(texts(forms), sentences_of(forms)))
    rewritten = rewrite(text, checker.check(text))
    old, new = 0, 0
    for edit in rewritten.edits:
        kept = edit.start - old
        assert kept >= 0
        assert rewritten.text[new : new + kept] == text[old : edit.start]
        new += kept
        assert rewritten.text[new : new + len(edit.replacement)] == edit.replacement
        old, new = edit.end, new + len(edit.replacement)
    assert rewritten.text[new:] == text[old:]


@QUICK
@given(data=st.data())
def test_rewriting_twice_is_rewriting_once(checker: Checker, forms: list[str], data: st.DataObject) -> None:
    text = data.draw(st.one_of(texts(forms, odd=False), sentences_of(forms)))
    once = checker.rewrite(text)
    assert checker.rewrite(once) == once


@QUICK
@given(data=st.data())
def test_a_document_is_its_paragraphs(checker: Checker, forms: list[str], data: st.DataObject) -> None:
    text = "".join(
        data.draw(st.lists(st.one_of(texts(forms), sentences_of(forms), st.sampled_from(BREAKS)), max_size=4))
    )
    assume("plainspeak:" not in text.lower())
    parts = [(start, line, checker.check_paragraph(lines)) for start, line, lines in runs_of_lines(text)]
    assert checker.combine(parts) == checker.check(text)


@QUICK
@given(data=st.data())
def test_nothing_is_flagged_under_a_mask(checker: Checker, forms: list[str], data: st.DataObject) -> None:
    text = data.draw(texts(forms))
    checked = checker.check(text, [Mask(0, len(text), "code")])
    assert checked.findings == ()
    assert {left.reason for left in checked.left_alone} <= {"code"}
