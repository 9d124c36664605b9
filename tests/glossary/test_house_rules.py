from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.glossary.entry import Conditions, Entry, Example, Kind, Origin
from plainspeak.glossary.house_rules import _without, check_wording


def entry(jargon: str, meaning: str, *sentences: str, kind: Kind = "noun") -> Entry:
    examples = tuple(Example(sentence, True, line=10 + at) for at, sentence in enumerate(sentences))
    return Entry(
        jargon, jargon, kind, "must", "office", meaning, examples=examples, origin=Origin("user", f"{jargon}.yaml", 2)
    )


def test_one_sentence_filled_with_two_terms_is_told_with_both_places() -> None:
    first = entry("assets", "What people have.", "We build on the assets of each person.")
    second = entry("strength", "What people are good at.", "We build on the strengths of each person!")
    [problem] = check_wording([first, second])
    assert str(problem) == (
        'strength.yaml:10:1: The example "We build on the strengths of each person!" is the same as one of "assets" '
        "(assets.yaml, line 10). Write a sentence of its own."
    )
    assert not problem.blocks


def test_two_examples_of_one_entry_must_differ_too() -> None:
    [problem] = check_wording([entry("asset", "A thing.", "Our assets grew.", "Our asset grew.")])
    assert problem.line == 11


def test_sentences_that_differ_beside_the_term_are_fine() -> None:
    assert check_wording([entry("asset", "A thing.", "Our assets grew.", "Our assets shrank.")]) == []


def test_two_entries_may_not_mean_the_same() -> None:
    [problem] = check_wording([entry("asset", "A thing."), entry("resource", "A thing!")])
    assert '"resource" means just the same as "asset" (asset.yaml, line 2)' in problem.what


def test_initials_may_mean_what_the_name_means() -> None:
    name = entry("Integrated Care Board", "The body that plans care.", kind="name")
    assert check_wording([name, name._replace(jargon="ICB", kind="initials")]) == []


def test_a_condition_without_a_sentence_that_must_pass_is_told() -> None:
    asset = entry("asset", "A thing.", "Our assets grew.")._replace(conditions=Conditions(unless=("financial {}",)))
    [problem] = check_wording([asset])
    assert str(problem) == (
        'asset.yaml:2:1: "asset" has a condition, and no sentence shows what it leaves alone. '
        "Add one that must pass (- pass: …), or take the condition out."
    )
    assert not problem.blocks


def test_a_condition_with_a_sentence_that_must_pass_is_fine() -> None:
    asset = entry("asset", "A thing.", "Our assets grew.")._replace(conditions=Conditions(unless_near=("bank",)))
    shown = Example("The bank sold its assets.", False, line=12)
    assert check_wording([asset._replace(examples=(*asset.examples, shown))]) == []


def test_a_word_that_is_only_looked_up_needs_no_example() -> None:
    carer = entry("carer", "Somebody who cares.")._replace(look_up="only", conditions=Conditions(unless=("paid {}",)))
    assert check_wording([carer]) == []


@given(st.text("ab c", max_size=30), st.text("ab c", min_size=1, max_size=6))
def test_a_term_is_masked_with_any_short_ending(sentence: str, term: str) -> None:
    """Just as a regular expression would do it, which would have to be compiled for every term."""
    sentence, term = (f" {' '.join(words.split())}" for words in (sentence, term))
    if term != " ":
        assert _without(sentence, term) == re.sub(rf"{term}\w{{0,3}}\b", " \0", sentence)
