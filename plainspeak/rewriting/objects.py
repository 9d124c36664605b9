"""Objects: whether a wording in place of a verb finds the thing it acts on, and where that then stands."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.fit import Fit
from plainspeak.rewriting.phrase_bounds import (
    is_bare_thing,
    is_surely_joined,
    joined_phrase_end,
    may_be_shared,
    may_go_on,
)
from plainspeak.text.adverbs import is_adverb
from plainspeak.text.inflection import Feature
from plainspeak.text.part_of_speech import Part
from plainspeak.text.parts.stems import verb_bases
from plainspeak.text.parts.uses import closed
from plainspeak.text.word_lists import lines, word_set

OBJECT = "..."
"""Stands in a wording for the thing acted on: *design ... together*."""
SHARING = frozenset({"and", "or", "&", ","})
"""Before these an object may come that several verbs share: *co-design and run the day*."""
QUESTIONS = frozenset({"why", "how", "what", "where", "when", "who", "whom", "whether", "which"})


def wants_object(words: str) -> bool:
    """Whether a wording ends in a word that something must follow: *helped with*."""
    first, _, last = words.rpartition(" ")
    return bool(first) and closed(last).keys() == {"preposition"}


def object_follows(occurrence: Occurrence) -> bool:
    """Whether something that can be acted on stands behind the term, adverbs passed over."""
    following = _past_adverbs(occurrence)
    words = occurrence.sentence.words
    if following >= len(words) or not words[following][:1].isalnum():
        return False
    if words[following].lower() in QUESTIONS:
        return True
    return not occurrence.sentence.is_one_of(_LINKS, following)


def object_stands_before(occurrence: Occurrence) -> bool:
    """Whether the thing acted on has been named: *the services that we pay for*, *what they ask for*."""
    words, first = occurrence.sentence.words, occurrence.tokens[0]
    return any(word.lower() in _TAKING_UP for word in words[max(first - _LONGEST_SUBJECT - 1, 0) : first - 1])


_TAKING_UP = frozenset({"that", "which", "whom", "what"})
_LONGEST_SUBJECT = 2
"""How many words may stand between *which* and its verb: *which the council*."""


_ADVERB: frozenset[Part] = frozenset({"adverb"})
_LINKS: frozenset[Part] = frozenset({"preposition", "conjunction", "to"})


def _past_adverbs(occurrence: Occurrence) -> int:
    """The first token behind a term that is no adverb: *with* in *engage very widely with*."""
    following = occurrence.tokens[1] + 1
    while following < len(occurrence.sentence.words) and occurrence.sentence.is_one_of(_ADVERB, following):
        following += 1
    return following


def has_lost_object(occurrence: Occurrence, words: str) -> bool:
    """Whether a wording is left without its object: *they involved widely with residents* for *they engaged widely with*."""
    if " " in words:
        return False
    following = _past_adverbs(occurrence)
    sentence = occurrence.sentence.words
    if following >= len(sentence) or sentence[following].lower() != "with":
        return False
    return any(base in word_set("verbs_with_object") for base, _ in verb_bases(words))


def around_pronoun(occurrence: Occurrence, fit: Fit) -> Fit:
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


_NO_OBJECT = frozenset({"preposition", "conjunction", "punctuation", "to"})


def around_object(occurrence: Occurrence, fit: Fit, words: str, feature: Feature) -> Fit | None:
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
        return whole if ends_here and occurrence.after not in SHARING else whole.in_doubt()
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
        or may_go_on(sentence, last)
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


def _stands_without_object(tail: str) -> bool:
    """Whether what stands behind an object can stand without one: *design together*, not *make easier*."""
    first = tail.partition(" ")[0]
    return "adverb" in closed(first) or is_adverb(first) or first in word_set("verb_particles")
