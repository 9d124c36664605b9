"""Capitals: a wording gets those of the words that it replaces."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.fit import Fit
from plainspeak.text.casing import copy_case, in_title_case, is_title_case

_LONGEST_SMALL = 3
"""How many letters the small words inside a name have at most: of, and, the."""


def copy_capitals(occurrence: Occurrence, fit: Fit) -> Fit:
    """Give a wording the capitals of the words it replaces, and of the place where it stands.

    Capitals that belong to the term itself (*Christian name*, *ICB*) say nothing about the wording.
    """
    if occurrence.entry.kind != "initials" and occurrence.text.islower():
        return fit
    own = occurrence.entry.kind == "initials" or occurrence.has_own_capital
    text = fit.text if own else _with_capitals_of(occurrence, fit.text)
    if occurrence.starts_sentence and (own or occurrence.text[:1].isupper()):
        text = text[:1].upper() + text[1:]
    fit = fit.saying(text)
    return fit.in_doubt() if fit.safe and (_may_be_the_name(occurrence) or _opens_a_name(occurrence)) else fit


def _opens_a_name(occurrence: Occurrence) -> bool:
    """Whether initials have a word with a capital behind them, which their wording would stand beside: *the ICB Chair*."""
    words, following = occurrence.sentence.words, occurrence.tokens[1] + 1
    named = following < len(words) and words[following][:1].isupper()
    return named and occurrence.entry.kind == "initials" and not occurrence.sentence.is_heading


def _may_be_the_name(occurrence: Occurrence) -> bool:
    """Whether a term in capitals may be what one body or paper is called: *the Steering Group*, not *Service Users*."""
    return (
        occurrence.entry.kind == "noun"
        and occurrence.before == "the"
        and " " in occurrence.text
        and "plural" not in occurrence.features
        and not occurrence.text.isupper()
        and not occurrence.sentence.is_heading
        and all(word[0].isupper() for word in occurrence.text.split() if len(word) > _LONGEST_SMALL)
    )


def _with_capitals_of(occurrence: Occurrence, words: str) -> str:
    """In a heading in Title Case every word of the wording gets a capital, elsewhere as the term has them."""
    text = occurrence.text
    in_heading = text[:1].isupper() and not text.isupper() and occurrence.sentence.is_heading
    if not in_heading or (occurrence.starts_sentence and not is_title_case(text)):
        return copy_case(text, words)
    return in_title_case(words, ends=not occurrence.after[:1].isalnum())
