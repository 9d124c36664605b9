from __future__ import annotations

import pytest

from plainspeak.glossary.entry import Conditions
from plainspeak.matching.conditions import compile_conditions, compile_rule
from plainspeak.matching.context import Paragraph
from plainspeak.text.span import Span

TWO_SENTENCES = "The bank is shut. Our assets are people."


def is_jargon(conditions: Conditions, text: str, term: str = "assets") -> bool:
    paragraph = Paragraph(text, Span(0, len(text)))
    start = text.index(term)
    return compile_conditions(conditions).is_jargon(
        paragraph, paragraph.sentence_at(start), Span(start, start + len(term))
    )


@pytest.mark.parametrize(
    ("conditions", "text", "expected"),
    [
        (Conditions(unless=("financial {}",)), "The financial assets fell.", False),
        (Conditions(unless=("financial {}",)), "The local assets grew.", True),
        (Conditions(unless=("financial {}", "fixed {}")), "The fixed assets fell.", False),
        (Conditions(only=("people as {}",)), "See people as assets.", True),
        (Conditions(only=("people as {}",)), "See the assets.", False),
        (Conditions(unless_near=("bank",)), "The bank sold its assets.", False),
        (Conditions(unless_near=("bank",)), "The banks sold their assets.", False),
        (Conditions(unless_near=("share price",)), "The share prices and the assets fell.", False),
        (Conditions(unless_near=("share price",)), "We share assets at a price.", True),
        (Conditions(unless_near=("balance sheet",)), "The balance-sheet shows assets.", False),
        (Conditions(unless_near=("bank",)), TWO_SENTENCES, True),
        (Conditions(unless_about=("bank",)), TWO_SENTENCES, False),
        (Conditions(only_near=("people",)), "Our assets are people.", True),
        (Conditions(only_near=("people",)), "Our assets are here.", False),
        (Conditions(only_about=("bank",)), TWO_SENTENCES, True),
        (Conditions(only_about=("garden",)), TWO_SENTENCES, False),
        (Conditions(only_about=("local people",)), "Local\npeople came. They are our assets.", True),
        (Conditions(only=("our {}",), only_near=("bank",)), "Our assets are people.", True),
        (Conditions(only=("our {}",), unless_near=("people",)), "Our assets are people.", False),
    ],
)
def test_conditions(conditions: Conditions, text: str, expected: bool) -> None:
    assert is_jargon(conditions, text) is expected


def test_no_conditions_mean_everywhere() -> None:
    assert is_jargon(Conditions(), "Assets and assets.")
    assert not Conditions()
    assert compile_rule((), ()) is None


def test_a_word_that_owns_something_is_company_too() -> None:
    assert not is_jargon(Conditions(unless_near=("company",)), "The company\u2019s assets fell.")
    assert not is_jargon(Conditions(unless_near=("company",)), "The company's assets fell.")


def test_an_apostrophe_in_a_pattern_may_be_curly_or_straight() -> None:
    assert not is_jargon(Conditions(unless=("company's {}",)), "The company\u2019s assets fell.")
    assert not is_jargon(Conditions(unless=("company\u2019s {}",)), "The company's assets fell.")
