"""Verbs: a wording put in place of a verb, in its tense, with its object where it belongs."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.adjectives import behind_noun, fits_before_noun, stands_before_noun
from plainspeak.rewriting.fit import Fit
from plainspeak.rewriting.objects import (
    OBJECT,
    QUESTIONS,
    SHARING,
    around_object,
    around_pronoun,
    has_lost_object,
    object_follows,
    object_stands_before,
    wants_object,
)
from plainspeak.text.adverbs import is_adverb
from plainspeak.text.inflection import Feature
from plainspeak.text.part_of_speech import Part
from plainspeak.text.parts.stems import verb_bases
from plainspeak.text.parts.uses import closed
from plainspeak.text.phrases import inflect_phrase
from plainspeak.text.word_lists import word_set

_VERB_FEATURES: dict[str, Feature] = {
    "base": "base", "present": "base", "s": "s", "past": "past", "participle": "participle", "ing": "ing",
}  # fmt: skip


def fit_verb(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """The wording in the form of the verb it replaces, or None where no sentence can be made of it."""
    feature, certain = _feature(occurrence)
    words = _agreeing(occurrence, inflect_phrase(_without_object(fit.text), "verb", feature))
    if fit.safe and _is_doubtful(occurrence, fit.text, words, feature, certain=certain):
        fit = fit.in_doubt()
    if not fits_before_noun(words) and _describes_noun(occurrence, feature):
        return behind_noun(occurrence, fit.saying(words))
    if not _fits_voice(occurrence, words, feature):
        return None
    if OBJECT in fit.text:
        return around_object(occurrence, fit, words, feature)
    if not _finds_object(occurrence, words, feature):
        return None
    return around_pronoun(occurrence, fit.saying(words))


def _is_doubtful(occurrence: Occurrence, text: str, words: str, feature: Feature, *, certain: bool) -> bool:
    """Whether only a person can tell if the form is right here."""
    if not certain and words != inflect_phrase(_without_object(text), "verb", _other(feature)):
        return True
    if words.startswith("be ") and not _is_bare(occurrence):
        return True
    if wants_object(words) and occurrence.after in SHARING and not object_stands_before(occurrence):
        return True
    return _opens_list_before_noun(occurrence, feature)


def _fits_voice(occurrence: Occurrence, words: str, feature: Feature) -> bool:
    """Whether a wording can be passive where the verb is."""
    if _is_passive(occurrence, feature) and not _can_be_passive(words):
        return False
    # it has an object of its own: calls are answered and decided what comes first
    return _is_active(occurrence, feature) or QUESTIONS.isdisjoint(words.split())


def _finds_object(occurrence: Occurrence, words: str, feature: Feature) -> bool:
    """Whether the thing that a wording acts on stands where it must."""
    if not _is_passive(occurrence, feature) and has_lost_object(occurrence, words):
        return False
    if not _is_active(occurrence, feature) or not wants_object(words) or object_follows(occurrence):
        return True
    return object_stands_before(occurrence) or occurrence.after in SHARING


def _is_active(occurrence: Occurrence, feature: Feature) -> bool:
    """Whether the subject does it: *they talk*, *they have talked*; not *they were told*, *people told of it*."""
    return feature != "participle" or _helper(occurrence) in _PERFECT_HELPERS


def _is_passive(occurrence: Occurrence, feature: Feature) -> bool:
    """Whether somebody did it to the subject: *it was co-produced*; not *they have co-produced*."""
    return feature in {"participle", "past"} and _helper(occurrence) in _PASSIVE_HELPERS


def _helper(occurrence: Occurrence) -> str:
    """The word before a verb, adverbs and *not* passed over: *have* in *have not fully engaged*; "" at the start."""
    words = occurrence.sentence.words
    at = occurrence.tokens[0] - 1
    while at >= 0 and (is_adverb(words[at].lower()) or words[at].lower() in _NEGATIONS):
        at -= 1
    return words[at].lower() if at >= 0 else ""


def _can_be_passive(words: str) -> bool:
    """Not *it was worked together* or *it was been in charge of*, but *it was worked on*."""
    head, _, rest = words.partition(" ")
    if head in {"be", "been", "was", "were", "gone", "got"}:
        return False
    return "preposition" in closed(rest.rpartition(" ")[2]) or not any(
        base in word_set("verbs_without_object") for base, _ in verb_bases(head)
    )


_NEGATIONS = frozenset({"not", "never", "n't"})
_PERFECT_HELPERS = frozenset("have has had having 've ’ve haven't hasn't hadn't haven’t hasn’t hadn’t".split())
_PASSIVE_HELPERS = frozenset(
    "am is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t gets get got".split()
)
_DETERMINER: frozenset[Part] = frozenset({"determiner"})


_SUBJECTS = frozenset({"i", "you", "we", "they", "he", "she", "it"})
_BE = {"be": "are", "was": "were"}
_MANY = frozenset({"we", "you", "they", "people", "these", "those", "both", "many"})


def _agreeing(occurrence: Occurrence, words: str) -> str:
    """*be* and *was* as the subject before them needs: *our letters were ignored*."""
    first, _, rest = words.partition(" ")
    if first not in _BE or not occurrence.tokens[0]:
        return words
    at = occurrence.tokens[0] - 1
    subject = occurrence.sentence.reading_of(at, at)
    if occurrence.before == "i":
        return words if first == "was" else f"am {rest}".rstrip()
    if occurrence.before in _MANY or (subject.part == "noun" and subject.feature == "plural"):
        return f"{_BE[first]} {rest}".rstrip()
    return words


def _is_bare(occurrence: Occurrence) -> bool:
    """Whether a verb needs no subject here: at the start, after *to*, *will*, *please*; elsewhere it may be *they are*."""
    if occurrence.starts_sentence or occurrence.before in _BEFORE_BARE:
        return True
    before = occurrence.tokens[0] - 1
    return occurrence.sentence.is_one_of(_HELPERS, before)


_BEFORE_BARE = frozenset({"to", "please", "help", "not", "let"})
_HELPERS: frozenset[Part] = frozenset({"auxiliary", "to"})


def _without_object(text: str) -> str:
    return text.replace(OBJECT, "").replace("  ", " ").strip()


def _feature(occurrence: Occurrence) -> tuple[Feature, bool]:
    """The form that the verb stands in, and whether it can be no other."""
    features = occurrence.features
    if len(features) == 1:
        return features[0], True
    if "participle" in features and _asks_of_the_past(occurrence):
        return "participle", True
    reading = occurrence.reading
    here = _VERB_FEATURES.get(reading.feature)
    if here in features:
        return here, reading.sure
    return ("past", False) if "past" in features else (features[0], False)


def _asks_of_the_past(occurrence: Occurrence) -> bool:
    """Whether *have* stands before its subject: *have you engaged them?*."""
    words, at = occurrence.sentence.words, occurrence.tokens[0] - 2
    return at >= 0 and occurrence.before in _SUBJECTS and words[at].lower() in _PERFECT_HELPERS


def _other(feature: Feature) -> Feature:
    return "participle" if feature == "past" else "past" if feature == "participle" else feature


def _describes_noun(occurrence: Occurrence, feature: Feature) -> bool:
    """Whether a participle stands before the noun it describes: *a co-designed service*."""
    if feature not in {"participle", "past", "ing"} or not stands_before_noun(occurrence):
        return False
    reading = occurrence.reading
    before = occurrence.tokens[0] - 1
    after_determiner = before >= 0 and occurrence.sentence.is_one_of(_DETERMINER, before)
    return reading.part == "adjective" and (after_determiner or (reading.sure and feature != "ing"))


def _opens_list_before_noun(occurrence: Occurrence, feature: Feature) -> bool:
    """Whether a participle is the first of several before a noun: *a facilitated, well-run group*."""
    before = occurrence.tokens[0] - 1
    return (
        feature in {"participle", "past"}
        and occurrence.after in {",", "and"}
        and before >= 0
        and occurrence.sentence.is_one_of(_DETERMINER, before)
    )
