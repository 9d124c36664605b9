"""Adjectives: a wording put in place of an adjective, before its noun or behind it."""

from __future__ import annotations

from functools import lru_cache

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.fit import Fit
from plainspeak.rewriting.lists import without_list_comma
from plainspeak.rewriting.phrase_bounds import phrase_end
from plainspeak.text.inflection import looks_plural
from plainspeak.text.noun_phrases import agreeing_verbs
from plainspeak.text.part_of_speech import Part, Reading, readings
from plainspeak.text.parts.uses import closed
from plainspeak.text.phrases import inflect_phrase

_REMEMBERED = 16_384
_BEFORE_NOUN = frozenset({"adjective", "adverb", "noun", "name", "number", "determiner", "conjunction"})


_ARTICLES = frozenset({"a", "an", "the"})
_DESCRIBED: frozenset[Part] = frozenset({"noun", "adjective", "name"})
_BEFORE_LIST: frozenset[Part] = frozenset(
    {"determiner", "adjective", "preposition", "verb", "punctuation", "conjunction"}
)
_IN_LIST: frozenset[Part] = frozenset({"adjective", "adverb"})
_RELATIVES = frozenset({"that", "which", "who"})
_GRADING = frozenset({"very", "more", "most", "so", "too", "less", "least", "quite", "rather"})


def fit_adjective(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """The wording compared as the adjective is; one that cannot stand before a noun goes behind it.

    None where no sentence can be made of it.
    """
    feature = occurrence.features[0] if len(occurrence.features) == 1 else "base"
    fit = fit.saying(inflect_phrase(fit.text, "adjective", feature))
    if occurrence.before in _GRADING and " " in fit.text:
        fit = fit.in_doubt()
    if fits_before_noun(fit.text):
        return fit
    if stands_before_noun(occurrence):
        return behind_noun(occurrence, fit)
    if _stands_in_list(occurrence):
        return None
    return _without_relative(fit)


def _without_relative(fit: Fit) -> Fit | None:
    """The wording where no noun follows: *it is not joined up* for *that is not joined up*; none for *that helps people*."""
    first, _, rest = fit.text.partition(" ")
    if first not in _RELATIVES:
        return fit
    verb, _, rest = rest.partition(" ")
    return fit.saying(rest) if verb == "is" else None


@lru_cache(_REMEMBERED)
def fits_before_noun(text: str) -> bool:
    """Whether words can stand before a noun: *good enough* and *the right*, not *run by members* or *left out*."""
    words = text.split(" ")
    if len(words) == 1:
        return True
    found = readings([*words, "things"])[:-1]
    if words[-1] == "of":
        return True
    if not _ARTICLES.isdisjoint(words[1:]):
        return False  # using a wheelchair
    if words[0].endswith("ing") and found[-1].feature == "plural":
        return False  # involving different people
    return all(map(_fits_before_noun, found)) and found[-1].part != "adverb"


def _fits_before_noun(reading: Reading) -> bool:
    return reading.part in _BEFORE_NOUN or reading.feature in {"participle", "ing"}


def stands_before_noun(occurrence: Occurrence) -> bool:
    """Whether the term describes the noun that follows it directly."""
    following = occurrence.tokens[1] + 1
    words = occurrence.sentence.words
    if following >= len(words) or not occurrence.sentence.text[occurrence.span.end].isspace():
        return False
    return occurrence.sentence.is_one_of(_DESCRIBED, following)


_LIST_JOINTS = frozenset({",", "and", "or"})


def _stands_in_list(occurrence: Occurrence) -> bool:
    """Whether the term is one of several words before a noun: *a peer-led, friendly group*, *a calm, warm, safe place*."""
    sentence, first = occurrence.sentence, occurrence.tokens[0]
    if first and not sentence.is_one_of(_BEFORE_LIST, first - 1):
        return False
    at = occurrence.tokens[1] + 1
    while at + 2 < len(sentence.words) and sentence.words[at].lower() in _LIST_JOINTS:
        reading = sentence.reading_of(at + 1, at + 1)
        if not (reading.part in _IN_LIST or reading.feature == "participle"):
            return False
        if reading.part == "adverb" or sentence.is_one_of(_DESCRIBED, at + 2):
            return True
        at += 2
    return False


def behind_noun(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """*a co-designed service* -> *a service designed together*: for a person to look at."""
    sentence = occurrence.sentence
    last = phrase_end(sentence, occurrence.tokens[1] + 1)
    if last is None:
        return None
    thing = sentence.text[sentence.tokens[occurrence.tokens[1] + 1].start : sentence.tokens[last].end]
    behind = fit.text.rpartition(" ")[0] if _ends_open(fit.text) else fit.text
    moved = fit.widened(fit.start, sentence.tokens[last].end, _described(thing, behind))
    return without_list_comma(occurrence, moved).in_doubt()


def _described(thing: str, words: str) -> str:
    """A thing with words behind it whose verb agrees: *services that are joined up*, *care that is joined up*."""
    words_of_thing = thing.split(" ")
    together = [*words_of_thing, *words.split(" ")]
    if looks_plural(words_of_thing[-1]):
        for at, verb in agreeing_verbs(together, len(words_of_thing) - 1).items():
            together[at] = verb
    return " ".join(together)


def _ends_open(words: str) -> bool:
    """Whether nothing can stand behind a wording: *tenants given more control*, not *given more control to*."""
    first, _, last = words.rpartition(" ")
    return " " in first and "preposition" in closed(last) and "adverb" not in closed(last)
