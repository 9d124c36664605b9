"""Forms: every way in which the terms of an entry can stand in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from plainspeak.glossary.entry import Entry
from plainspeak.text.inflection import Feature
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.phrases import phrase_forms
from plainspeak.text.spelling_variants import spelling_variants
from plainspeak.text.word_lists import word_set

_SEPARATORS = lazy_pattern(r"[\s\u00a0\-\u2010\u2011]+")
_HYPHENATED = lazy_pattern(r"\b([^\W\d_]+)-([^\W\d_]+)\b")
_SHORTEST_REST = 5
_REMEMBERED = 20_000


class Form(NamedTuple):
    """A term as it can stand in text. `text` is normalised (see `normalise_form`); `features` says which forms it may be."""

    text: str
    features: tuple[Feature, ...]


def normalise_form(term: str, *, keep_case: bool = False) -> str:
    """A wording as the matcher compares it: small letters, straight apostrophes, one space for hyphens and white space."""
    if term.isascii():  # the same, in a third of the time
        text = " ".join(term.replace("-", " ").split())
    else:
        text = _SEPARATORS.sub(" ", term.replace("\u2019", "'").replace("\u00ad", "")).strip()
    return text if keep_case else text.lower()


def forms_of(entry: Entry) -> Sequence[Form]:
    """Every form that `entry` finds, without doubles. They are remembered, for entries are compiled again and again."""
    known = _known.get(_decides(entry))
    if known is None and _recalls and not entry.only_looked_up:
        _recalls.pop()()
        known = _known.get(_decides(entry))
    if known is not None:
        return known
    found: dict[str, set[Feature]] = {}
    for text, feature in _all(entry):
        if text:  # nothing is left of hyphens alone
            found.setdefault(text, set()).add(feature)
    forms = [Form(text, tuple(sorted(features))) for text, features in found.items()]
    remember_forms(entry, forms)
    return forms


_known: dict[tuple[object, ...], Sequence[Form]] = {}
_recalls: list[Callable[[], None]] = []


def recall_when_needed(recall: Callable[[], None]) -> None:
    """Have `recall` remember forms that were made before, when the first forms are asked for that are not known."""
    _recalls[:] = [recall]


def remember_forms(entry: Entry, forms: Sequence[Form]) -> None:
    """Remember what `forms_of` gives for an entry."""
    if len(_known) >= _REMEMBERED:
        _known.clear()
    _known[_decides(entry)] = forms


def _decides(entry: Entry) -> tuple[object, ...]:
    """All that the forms of an entry depend on."""
    return entry.kind, entry.jargon, entry.also, entry.forms, entry.plural


def _all(entry: Entry) -> Iterator[tuple[str, Feature]]:
    if entry.kind == "initials":
        yield from _initials(entry)
        return
    for term in entry.terms:
        for wording, feature in _inflected(entry, term):
            for variant in spelling_variants(wording):
                for written in _written(variant):
                    yield normalise_form(written), feature
    for wording in entry.forms:
        yield normalise_form(wording), "base"


def _inflected(entry: Entry, term: str) -> Iterator[tuple[str, Feature]]:
    """The term in every form of its kind, with the feature of each."""
    yield term, "base"
    if entry.plural and term == entry.jargon:
        yield entry.plural, "plural"
    elif entry.kind in {"noun", "verb", "adjective"}:
        for feature, wordings in phrase_forms(term, entry.kind).items():
            yield from ((wording, feature) for wording in wordings)


def _initials(entry: Entry) -> Iterator[tuple[str, Feature]]:
    for term in entry.terms:
        if " " in term or not any(map(str.isupper, term)):
            yield from _long_name(term)
        else:
            yield normalise_form(term, keep_case=True), "base"
            yield normalise_form(f"{term}s", keep_case=True), "plural"
    for wording in entry.forms:
        yield normalise_form(wording, keep_case=True), "base"


def _long_name(term: str) -> Iterator[tuple[str, Feature]]:
    yield normalise_form(term, keep_case=True), "base"


def _written(term: str) -> Iterator[str]:
    """The ways to write the prefixes of a term: co-production, coproduction; hyphens and spaces count as one."""
    yield term
    if "-" in term and (joined := _HYPHENATED.sub(_join, term)) != term:
        yield joined
    if (opened := " ".join(map(_open, term.split(" ")))) != term:
        yield opened


def _join(match: re.Match[str]) -> str:
    return match[1] + match[2] if match[1].lower() in prefixes() else match[0]


def _open(word: str) -> str:
    if not word.startswith(_prefixes()):
        return word
    for prefix in _prefixes():
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= _SHORTEST_REST and rest.isalpha():
            return f"{prefix} {rest}"
    return word


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(sorted(prefixes()))


def prefixes() -> frozenset[str]:
    """Beginnings of words that are written with a hyphen, a space or nothing: co, multi, non."""
    return word_set("prefixes")
