"""Capitals: a wording gets those of the words that it replaces."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.fit import Fit
from plainspeak.text.casing import copy_case, in_title_case, is_title_case


def copy_capitals(occurrence: Occurrence, fit: Fit) -> Fit:
    """Give a wording the capitals of the words it replaces, and of the place where it stands.

    Capitals that belong to the term itself (*Christian name*, *ICB*) say nothing about the wording.
    """
    if occurrence.entry.kind != "initials" and occurrence.text.islower():
        return fit
    own = occurrence.entry.kind == "initials" or any(
        map(occurrence.text.startswith, filter(_has_capital, occurrence.entry.terms))
    )
    text = fit.text if own else _with_capitals_of(occurrence, fit.text)
    if occurrence.starts_sentence and (own or occurrence.text[:1].isupper()):
        text = text[:1].upper() + text[1:]
    return fit.saying(text)


def _with_capitals_of(occurrence: Occurrence, words: str) -> str:
    """In a heading in Title Case every word of the wording gets a capital, elsewhere as the term has them."""
    text = occurrence.text
    in_heading = text[:1].isupper() and not text.isupper() and occurrence.sentence.is_heading
    if not in_heading or (occurrence.starts_sentence and not is_title_case(text)):
        return copy_case(text, words)
    return in_title_case(words, ends=not occurrence.after[:1].isalnum())


def _has_capital(term: str) -> bool:
    return term != term.lower()
