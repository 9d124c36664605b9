"""The rules against a published table: the 3,000 commonest verbs, four forms each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from spellchecker import SpellChecker

from plainspeak.text.inflection import Feature, found_forms, inflect

lemminflect = pytest.importorskip("lemminflect", reason="needs the dev extra")

FEATURES: dict[str, Feature] = {"VBD": "past", "VBN": "participle", "VBG": "ing", "VBZ": "s"}
VERBS = 3_000


def commonest_verbs() -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
    """Each verb of the table, commonest first, with its forms by tag."""
    frequency = SpellChecker(language="en").word_frequency
    for word in sorted(frequency.dictionary, key=lambda word: -frequency[word]):
        table = lemminflect.getAllInflections(word, upos="VERB") if word.isalpha() else {}
        if word in table.get("VB", ()):
            yield word, table


def agrees(verb: str, feature: Feature, published: tuple[str, ...]) -> bool:
    """The form that we write is in the table, or differs by the British double l alone."""
    written = inflect(verb, feature)
    american = found_forms(verb, feature)[1:] if verb.endswith("l") else ()
    return written in published or any(form in published for form in american)


def test_commonest_verbs_agree_with_the_table() -> None:
    compared = [
        agrees(verb, feature, published)
        for verb, table in islice(commonest_verbs(), VERBS)
        for tag, feature in FEATURES.items()
        if (published := table.get(tag) or table.get("VBD"))
    ]
    assert len(compared) > 3.9 * VERBS
    assert sum(compared) / len(compared) >= 0.985
