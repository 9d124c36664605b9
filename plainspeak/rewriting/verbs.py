"""Verbs: a wording put in place of a verb, in its tense, with its object where it belongs."""

from __future__ import annotations

from typing import Literal

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.fit import Fit
from plainspeak.rewriting.phrase_bounds import phrase_end
from plainspeak.text.inflection import Feature
from plainspeak.text.phrases import inflect_phrase

OBJECT = "..."
"""Stands in a wording for the thing acted on: *design ... together*."""

_VERB_FEATURES: dict[str, Feature] = {
    "base": "base", "present": "base", "s": "s", "past": "past", "participle": "participle", "ing": "ing",
}  # fmt: skip


def fit_verb(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """The wording in the form of the verb it replaces, or None where no sentence can be made of it."""
    feature, certain = _feature(occurrence)
    words = inflect_phrase(fit.text.replace(OBJECT, "").replace("  ", " ").strip(), "verb", feature)
    if not certain and words != inflect_phrase(_without_object(fit.text), "verb", _other(feature)):
        fit = fit.in_doubt()
    position = _position(occurrence, feature)
    if position == "before noun" and " " in words:
        return _after_noun(occurrence, fit.saying(words))
    if OBJECT in fit.text:
        return _around_object(occurrence, fit, words)
    return fit.saying(words)


def _without_object(text: str) -> str:
    return text.replace(OBJECT, "").replace("  ", " ").strip()


def _feature(occurrence: Occurrence) -> tuple[Feature, bool]:
    """The form that the verb stands in, and whether it can be no other."""
    features = occurrence.features
    if len(features) == 1:
        return features[0], True
    reading = occurrence.reading
    here = _VERB_FEATURES.get(reading.feature)
    if here in features:
        return here, reading.sure
    return ("past", False) if "past" in features else (features[0], False)


def _other(feature: Feature) -> Feature:
    return "participle" if feature == "past" else "past" if feature == "participle" else feature


def _position(occurrence: Occurrence, feature: Feature) -> Literal["before noun", ""]:
    """Whether a participle stands before the noun it describes: *a co-designed service*."""
    if feature not in {"participle", "past", "ing"}:
        return ""
    return "before noun" if occurrence.reading.part == "adjective" else ""


def _after_noun(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """*a co-designed service* -> *a service designed together*."""
    sentence = occurrence.sentence
    last = phrase_end(sentence, occurrence.tokens[1] + 1)
    if last is None:
        return None
    thing = sentence.text[sentence.tokens[occurrence.tokens[1] + 1].start : sentence.tokens[last].end]
    return fit.widened(fit.start, sentence.tokens[last].end, f"{thing} {fit.text}").in_doubt()


def _around_object(occurrence: Occurrence, fit: Fit, words: str) -> Fit:
    """*co-design services* -> *design services together*; with no object, *designed together*."""
    tail = fit.text.partition(OBJECT)[2].strip()
    head = words.removesuffix(tail).strip() if tail else words
    last = None
    if occurrence.sentence.text[occurrence.span.end : occurrence.span.end + 1].isspace():
        last = phrase_end(occurrence.sentence, occurrence.tokens[1] + 1)
    if last is None:
        return fit.saying(words)
    end = occurrence.sentence.tokens[last].end
    thing = occurrence.sentence.text[occurrence.span.end : end].strip()
    return fit.widened(fit.start, end, f"{head} {thing} {tail}".strip())
