"""Lexicon: the glossary compiled to forms, each with the entries it may belong to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plainspeak.glossary.entry import Entry
from plainspeak.matching.forms import Form, forms_of
from plainspeak.text.inflection import Feature


class Sense(NamedTuple):
    """One entry that a form may belong to (its index in the glossary), and which of its forms it may be."""

    entry: int
    features: tuple[Feature, ...]


class Lexicon(NamedTuple):
    """Forms and their senses. `folded` forms match whatever the capitals, `cased` ones (initials) only as written."""

    folded: dict[str, tuple[Sense, ...]]
    cased: dict[str, tuple[Sense, ...]]

    @property
    def size(self) -> int:
        """How many forms there are."""
        return len(self.folded) + len(self.cased)


def compile_lexicon(entries: Iterable[Entry]) -> Lexicon:
    """The forms of all entries. Where entries share a form, one that has it as a term comes before one that inflects to it."""
    folded: dict[str, list[Sense]] = {}
    cased: dict[str, list[Sense]] = {}
    for index, entry in enumerate(entries):
        table = cased if entry.kind == "initials" else folded
        for form in forms_of(entry):
            table.setdefault(form.text, []).append(_sense(index, form))
    return Lexicon(_settled(folded), _settled(cased))


def _sense(index: int, form: Form) -> Sense:
    return Sense(index, form.features)


def _settled(table: dict[str, list[Sense]]) -> dict[str, tuple[Sense, ...]]:
    return {text: tuple(sorted(senses, key=_base_first)) for text, senses in table.items()}


def _base_first(sense: Sense) -> bool:
    return "base" not in sense.features
