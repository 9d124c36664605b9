from __future__ import annotations

from plainspeak.glossary.entry import Entry, Example, Kind, Origin
from plainspeak.glossary.house_rules import check_wording


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
