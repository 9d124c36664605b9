"""Verbs: a wording put in place of a verb, in its tense, with its object where it belongs."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.adjectives import behind_noun, fits_before_noun, stands_before_noun
from plainspeak.rewriting.fit import Fit
from plainspeak.rewriting.phrase_bounds import is_bare_thing, is_surely_joined, joined_phrase_end, may_be_shared
from plainspeak.text.adverbs import is_adverb
from plainspeak.text.inflection import Feature
from plainspeak.text.part_of_speech import Part
from plainspeak.text.parts.stems import verb_bases
from plainspeak.text.parts.uses import closed
from plainspeak.text.phrases import inflect_phrase
from plainspeak.text.word_lists import lines, word_set

OBJECT = "..."
"""Stands in a wording for the thing acted on: *design ... together*."""

_VERB_FEATURES: dict[str, Feature] = {
    "base": "base", "present": "base", "s": "s", "past": "past", "participle": "participle", "ing": "ing",
}  # fmt: skip


def fit_verb(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """The wording in the form of the verb it replaces, or None where no sentence can be made of it."""
    feature, certain = _feature(occurrence)
    words = inflect_phrase(fit.text.replace(OBJECT, "").replace("  ", " ").strip(), "verb", feature)
    if fit.safe and not certain and words != inflect_phrase(_without_object(fit.text), "verb", _other(feature)):
        fit = fit.in_doubt()
    words = _agreeing(occurrence, words)
    if fit.safe and words.startswith("be ") and not _is_bare(occurrence):
        fit = fit.in_doubt()
    if (OBJECT in fit.text or not fits_before_noun(words)) and _describes_noun(occurrence, feature):
        return behind_noun(occurrence, fit.saying(words))
    if _is_passive(occurrence, feature) and not _can_be_passive(words):
        return None
    if not _is_active(occurrence, feature) and not _QUESTIONS.isdisjoint(words.split()):
        return None  # it has an object of its own: calls are answered and decided what comes first
    if OBJECT in fit.text:
        return _around_object(occurrence, fit, words, feature)
    if _is_active(occurrence, feature) and _wants_object(words) and not _object_follows(occurrence):
        return None
    if _has_lost_object(occurrence, words):
        return None
    return _around_pronoun(occurrence, fit.saying(words))


def _around_pronoun(occurrence: Occurrence, fit: Fit) -> Fit:
    """*mobilise them* -> *bring them together*: a short object stands before the particle of a verb."""
    verb, _, rest = fit.text.partition(" ")
    following = occurrence.tokens[1] + 1
    if occurrence.after not in _SHORT_OBJECTS or not (
        rest in word_set("particles_behind_pronouns") or rest in lines("phrases_behind_pronouns")
    ):
        return fit
    pronoun = occurrence.sentence.tokens[following]
    return fit.widened(fit.start, pronoun.end, f"{verb} {pronoun.text} {rest}")


_SHORT_OBJECTS = frozenset({"it", "them", "him", "me", "us", "you"})


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


def _wants_object(words: str) -> bool:
    """Whether a wording ends in a word that something must follow: *helped with*."""
    first, _, last = words.rpartition(" ")
    return bool(first) and closed(last).keys() == {"preposition"}


def _object_follows(occurrence: Occurrence) -> bool:
    following = _past_adverbs(occurrence)
    words = occurrence.sentence.words
    if following >= len(words) or not words[following][:1].isalnum():
        return False
    if words[following].lower() in _QUESTIONS:
        return True
    return not occurrence.sentence.is_one_of(_LINKS, following)


def _past_adverbs(occurrence: Occurrence) -> int:
    """The first token behind a term that is no adverb: *with* in *engage very widely with*."""
    following = occurrence.tokens[1] + 1
    while following < len(occurrence.sentence.words) and occurrence.sentence.is_one_of(_ADVERB, following):
        following += 1
    return following


def _has_lost_object(occurrence: Occurrence, words: str) -> bool:
    """Whether a wording is left without its object: *they involved widely with residents* for *they engaged widely with*."""
    if " " in words or _is_passive(occurrence, occurrence.features[0]):
        return False
    following = _past_adverbs(occurrence)
    sentence = occurrence.sentence.words
    if following >= len(sentence) or sentence[following].lower() != "with":
        return False
    return any(base in word_set("verbs_with_object") for base, _ in verb_bases(words))


_ADVERB: frozenset[Part] = frozenset({"adverb"})
_LINKS: frozenset[Part] = frozenset({"preposition", "conjunction", "to"})
_NEGATIONS = frozenset({"not", "never", "n't"})
_PERFECT_HELPERS = frozenset("have has had having 've ’ve haven't hasn't hadn't haven’t hasn’t hadn’t".split())
_PASSIVE_HELPERS = frozenset(
    "am is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t gets get got".split()
)
_DETERMINER: frozenset[Part] = frozenset({"determiner"})
_QUESTIONS = frozenset({"why", "how", "what", "where", "when", "who", "whom", "whether", "which"})


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
    reading = occurrence.reading
    here = _VERB_FEATURES.get(reading.feature)
    if here in features:
        return here, reading.sure
    return ("past", False) if "past" in features else (features[0], False)


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


_NO_OBJECT = frozenset({"preposition", "conjunction", "punctuation", "to"})


def _around_object(occurrence: Occurrence, fit: Fit, words: str, feature: Feature) -> Fit | None:
    """*co-design services* -> *design services together*; with no object, *designed together*, but never *made easier*."""
    tail = fit.text.partition(OBJECT)[2].strip()
    head = words.removesuffix(tail).strip() if tail else words
    sentence, after = occurrence.sentence, occurrence.tokens[1] + 1
    before_a_mark = not sentence.text[occurrence.span.end : occurrence.span.end + 1].isspace()
    last = None if before_a_mark else joined_phrase_end(sentence, after)
    if last is None:
        if feature not in {"participle", "past"} and not _stands_without_object(tail):
            return None
        whole = fit.saying(words)
        if not whole.safe:
            return whole
        ends_here = after >= len(sentence.words) or sentence.reading_of(after, after).part in _NO_OBJECT
        return whole if ends_here and occurrence.after not in _SHARING else whole.in_doubt()
    if fit.safe and not _is_clear_object(occurrence, after, last):
        fit = fit.in_doubt()
    end = occurrence.sentence.tokens[last].end
    thing = occurrence.sentence.text[occurrence.span.end : end].strip()
    return fit.widened(fit.start, end, f"{head} {thing} {tail}".strip())


def _is_clear_object(occurrence: Occurrence, first: int, last: int) -> bool:
    """Whether the tokens `first` to `last` are beyond doubt all of the thing acted on."""
    sentence = occurrence.sentence
    if (
        not is_surely_joined(sentence, first, last)
        or may_be_shared(sentence, last)
        or is_bare_thing(sentence, first, last)
    ):
        return False
    return not _describes_what_stands_before(occurrence, last + 1)


def _describes_what_stands_before(occurrence: Occurrence, at: int) -> bool:
    """Whether the token `at` tells more of the thing before it, which it must follow: *defects attributable to*, *caused by*."""
    if at >= len(occurrence.sentence.words):
        return False
    reading = occurrence.sentence.reading_of(at, at)
    return reading.part == "adjective" or (reading.part == "verb" and reading.feature in {"participle", "past"})


_SHARING = frozenset({"and", "or", "&", ","})
"""Before these an object may come that several verbs share: *co-design and run the day*."""


def _stands_without_object(tail: str) -> bool:
    """Whether what stands behind an object can stand without one: *design together*, not *make easier*."""
    first = tail.partition(" ")[0]
    return "adverb" in closed(first) or is_adverb(first) or first in word_set("verb_particles")
