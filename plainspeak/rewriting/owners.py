"""Owners: whose a thing is, before a noun or by its ending: *our service users*, *service users' needs*."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting import agreement
from plainspeak.rewriting.fit import Fit
from plainspeak.rewriting.phrase_bounds import phrase_end, phrase_start
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.noun_phrases import Number
from plainspeak.text.phrases import is_simple

_USED = lazy_pattern(r"\bwho use(?= services\Z)")
_OWNERS = frozenset("my your his her its our their whose".split())


def is_owned(occurrence: Occurrence) -> bool:
    """Whether an owner stands right before the term: *our*, *the council's*."""
    return occurrence.before in _OWNERS or agreement.is_possessive(occurrence.before)


def owner_inside(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """*our service users* -> *people who use our services*: it is the services that we own, and not the people."""
    if occurrence.before not in _OWNERS or not _USED.search(fit.text):
        return None
    owner = occurrence.sentence.tokens[occurrence.tokens[0] - 1]
    text = _owning_services(fit.text, owner.text)
    if owner.text[:1].isupper():
        text = text[:1].upper() + text[1:]
    return fit.widened(owner.start, fit.end, text)


def _owning_services(text: str, owner: str) -> str:
    used = _USED.search(text)
    return text if used is None else f"{text[: used.end()]} {owner.lower()} services"


def owning(occurrence: Occurrence, fit: Fit, end: int, now: Number) -> Fit | None:
    """*service users' needs* -> *the needs of people who use services*; a simple phrase keeps its apostrophe."""
    named = _is_name(occurrence, fit.text)
    if named or is_simple(fit.text):
        mark = "\u2019" if "\u2019" in occurrence.sentence.text[occurrence.span.end : end] else "'"
        ending = mark if (named or now == "plural") and fit.text.endswith("s") else f"{mark}s"
        return fit.widened(fit.start, end, fit.text + ending)
    sentence = occurrence.sentence
    following = next((index for index, token in enumerate(sentence.tokens) if token.start >= end), None)
    last = None if following is None else phrase_end(sentence, following)
    if following is None or last is None:
        return None
    first = phrase_start(sentence, occurrence.tokens[0])
    before = sentence.text[sentence.tokens[first].start : occurrence.span.start]
    owned = sentence.text[sentence.tokens[following].start : sentence.tokens[last].end]
    owned = owned.removeprefix("own ")
    if before.strip().lower() in _OWNERS and _USED.search(fit.text):
        fit, before = fit.saying(_owning_services(fit.text, before.strip())), ""
    if before:
        fit = fit.saying(agreement.without_article(fit.text))
    text = f"the {owned} of {before[:1].lower()}{before[1:]}{fit.text}"
    if occurrence.starts_sentence or before[:1].isupper():
        text = text[:1].upper() + text[1:]
    return fit.widened(sentence.tokens[first].start, sentence.tokens[last].end, text).in_doubt()


def _is_name(occurrence: Occurrence, text: str) -> bool:
    """Whether initials give way to the name of a body: *the Social Care Institute for Excellence's guide*."""
    bare = agreement.without_article(text)
    return occurrence.entry.kind == "initials" and bare[:1].isupper() and bare.rpartition(" ")[2][:1].isupper()
