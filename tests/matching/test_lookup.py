"""Looking words up: however a person writes them, the entry is found, and words that are not covered are not."""

from __future__ import annotations

import pytest

from plainspeak.glossary.entry import Glossary
from plainspeak.matching.lexicon import compile_lexicon
from plainspeak.matching.lookup import Answer, Lookup
from tests.glossary.making import Entry, entry

ENTRIES = [
    entry("strengths-based approach", "focus on strengths", also=("asset-based approach",)),
    entry("integrated care board", keep="It is a name."),
    entry("ICB", "local board", kind="initials", what_we_mean="Your integrated care board."),
    entry("utilise", "use", kind="verb"),
    entry("well-being", "health and happiness"),
    entry("carer's assessment", "talk about what you need"),
    entry("Care Act", kind="name"),
    entry("terms and conditions", "rules"),
    entry("DHSC", kind="initials", what_we_mean="The government's health department."),
    entry("PA", kind="initials", what_we_mean="A personal assistant."),
    entry("anonymised", "without names", kind="adjective", see_also=("data set",)),
    entry("direct payment", "money to pay for your own care"),
    entry("care plan", "plan"),
    entry("holistic", "whole", kind="adjective"),
    entry("Think Local Act Personal", kind="initials"),
    entry("food bank", look_up="only"),
    entry("GP", kind="initials", look_up="only"),
    entry("SpLD", kind="initials", look_up="only"),
]


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(Glossary(ENTRIES), compile_lexicon(ENTRIES))


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [each.jargon for each in entries]


@pytest.mark.parametrize(
    ("words", "jargon"),
    [
        ("strengths based approaches", "strengths-based approach"),
        ("the asset-based approach", "strengths-based approach"),
        ("UTILISED", "utilise"),
        ("Food banks", "food bank"),
        ("foodbank", "food bank"),
        ("GPs", "GP"),
        ("to utilize", "utilise"),
        ("wellbeing", "well-being"),
        ("Well being.", "well-being"),
        ("carers assessment", "carer's assessment"),
        ("carers’ assessment", "carer's assessment"),
        ("Assessment, carer's", "carer's assessment"),
        ("Care Act 2014", "Care Act"),
        ("The Care Act (2014)", "Care Act"),
        ("terms & conditions", "terms and conditions"),
        ("Direct payment(s)", "direct payment"),
        ("care plan / support plan", "care plan"),
        ("your care plan", "care plan"),
        ("“holistic”", "holistic"),
        ("think local act personal", "Think Local Act Personal"),
        ("icbs", "ICB"),
        ("ICBS", "ICB"),
        ("I.C.B.", "ICB"),
        ("I C B", "ICB"),
        ("G. P.", "GP"),
        ("spld", "SpLD"),
        ("SPLD", "SpLD"),
    ],
)
def test_however_it_is_written(lookup: Lookup, words: str, jargon: str) -> None:
    answer = lookup.answer(words)
    assert names(answer.entries)[0] == jargon
    assert answer.way in {"term", "spelling"}


def test_a_name_and_its_initials_lead_to_each_other(lookup: Lookup) -> None:
    both = ["integrated care board", "ICB"]
    assert names(lookup.answer("Integrated Care Boards").entries) == ["integrated care board"]
    assert names(lookup.answer("integrated care board").entries) == both
    assert names(lookup.answer("Integrated Care Board (ICB)").entries) == both
    assert names(lookup.answer("ICB (integrated care board)").entries) == ["ICB", "integrated care board"]


def test_what_initials_stand_for(lookup: Lookup) -> None:
    assert lookup.answer("Department of Health and Social Care") == Answer((ENTRIES[8],), "initials")
    assert lookup.answer("personal assistant") == Answer((ENTRIES[9],), "initials")
    assert lookup.answer("public art").way == "none"


def test_initials_of_a_term_that_has_no_entry_for_them(lookup: Lookup) -> None:
    assert names(lookup.answer("SBA").entries) == ["strengths-based approach"]
    assert lookup.answer("CP").way == "none"


def test_another_ending(lookup: Lookup) -> None:
    answer = lookup.answer("anonymise")
    assert (names(answer.entries), answer.way) == (["anonymised"], "ending")


def test_words_that_another_entry_names(lookup: Lookup) -> None:
    answer = lookup.answer("data set")
    assert (names(answer.entries), answer.way) == (["anonymised"], "see also")


def test_parts_that_make_up_most_of_the_words(lookup: Lookup) -> None:
    answer = lookup.answer("holistic care plan")
    assert (names(answer.entries), answer.way) == (["holistic", "care plan"], "parts")
    assert lookup.answer("a holistic way to bake bread").way == "none"


@pytest.mark.parametrize("words", ["porridge", "the", "", "  ", "()", "'", "PAX", "a/b", "x" * 500])
def test_what_is_not_covered(lookup: Lookup, words: str) -> None:
    assert lookup.answer(words) == Answer()
