"""Lexicon: the glossary compiled to forms, each with the entries it may belong to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, cast

from plainspeak.glossary.entry import Entry
from plainspeak.matching.forms import forms_of
from plainspeak.text.inflection import Feature


class Sense(NamedTuple):
    """One entry that a form may belong to (its index in the glossary), and which of its forms it may be."""

    entry: int
    features: tuple[Feature, ...]


Senses = tuple[Sense, ...]


class FormTable(NamedTuple):
    """Forms, and beside each its senses in short: ``12:base,plural 45:s``. They are read when a form is found."""

    forms: tuple[str, ...]
    senses: tuple[str, ...]


class Lexicon(NamedTuple):
    """`folded` forms match whatever the capitals, `cased` ones (initials) only as written."""

    folded: FormTable
    cased: FormTable

    @property
    def size(self) -> int:
        """How many forms there are."""
        return len(self.folded.forms) + len(self.cased.forms)


@lru_cache(maxsize=20_000)
def read_senses(short: str) -> Senses:
    """The senses that stand beside a form in its table."""
    pairs = (pair.split(":") for pair in short.split(" "))
    return tuple(Sense(int(entry), cast(tuple[Feature, ...], tuple(features.split(",")))) for entry, features in pairs)


def compile_lexicon(entries: Iterable[Entry], *, only_looked_up: bool = False) -> Lexicon:
    """The forms of all entries that texts are searched for, or of those that are only looked up.

    Where entries share a form, one that has it as a term comes before one that inflects to it.
    """
    folded: dict[str, list[tuple[bool, str]]] = {}
    cased: dict[str, list[tuple[bool, str]]] = {}
    for index, entry in enumerate(entries):
        if entry.only_looked_up is not only_looked_up:
            continue
        table = cased if entry.kind == "initials" else folded
        for form in forms_of(entry):
            short = f"{index}:{','.join(form.features)}"
            table.setdefault(form.text, []).append(("base" not in form.features, short))
    return Lexicon(_settled(folded), _settled(cased))


def _settled(table: dict[str, list[tuple[bool, str]]]) -> FormTable:
    senses = (" ".join(short for _, short in sorted(found, key=_inflected)) for found in table.values())
    return FormTable(tuple(table), tuple(senses))


def _inflected(sense: tuple[bool, str]) -> bool:
    return sense[0]
