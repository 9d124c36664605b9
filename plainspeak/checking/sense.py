"""Sense: which entry, if any, a match means in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from plainspeak.checking.names import is_part_of_name, may_be_name
from plainspeak.glossary.entry import Entry
from plainspeak.matching.conditions import compile_conditions
from plainspeak.matching.context import Paragraph, Sentence
from plainspeak.matching.lexicon import Sense
from plainspeak.matching.matcher import Match
from plainspeak.matching.occurrence import Occurrence
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.part_of_speech import Part, Reading
from plainspeak.text.parts.grammar import ADJECTIVAL, NOMINAL, VERBAL
from plainspeak.text.parts.uses import known
from plainspeak.text.protected import Mask, reason_at
from plainspeak.text.span import Span

Fits = Literal["yes", "perhaps", "no"]

_BREAKS_PHRASE = lazy_pattern(r"[ \t][-\u2013][ \t]|\n[ \t]*[-*\u2022>#][ \t]|[-\u2010\u2011\u2013][ \t]+\S")
_HYPHENS = frozenset("-\u2010\u2011")
_REMEMBERED = 16_384


class Verdict(NamedTuple):
    """An entry is meant here; `reason` says why it is left alone all the same, or is empty."""

    occurrence: Occurrence
    reason: str


def judge(match: Match, entries: Sequence[Entry], paragraph: Paragraph, masks: list[Mask]) -> Verdict | None:
    """What `match` means, or None when it is an ordinary word here."""
    span = Span(match.start, match.end)
    sentence = paragraph.sentence_at(span.start)
    if span.end > sentence.span.end or _broken(span.of(paragraph.text)):
        return None
    occurrence = None if _goes_on(sentence, span) else _meant(match, span, entries, paragraph, sentence)
    if occurrence is None:
        return None
    if occurrence.sure and may_be_name(occurrence):
        occurrence.sure = False
    return Verdict(occurrence, _why_left_alone(occurrence, masks))


@lru_cache(_REMEMBERED)
def _broken(stretch: str) -> bool:
    """Whether a dash or a list item stands inside what looked like one phrase."""
    return not stretch.isalnum() and bool(_BREAKS_PHRASE.search(stretch))


def _goes_on(sentence: Sentence, span: Span) -> bool:
    """Whether a small word makes another verb of the last word of the term: *ways of working* before *out*."""
    if sentence.text[span.end - 3 : span.end] != "ing" or sentence.text[span.end : span.end + 1] != " ":
        return False
    words, (first, last) = sentence.words, sentence.token_range(span)
    return first < last and words[last + 1 : last + 2] == ["out"]


def _meant(
    match: Match, span: Span, entries: Sequence[Entry], paragraph: Paragraph, sentence: Sentence
) -> Occurrence | None:
    written = span.of(sentence.text)
    first_word = written.split(" ", 1)[0].lower()
    doubtful: Occurrence | None = None
    likely = False
    inside_compound = _inside_compound(sentence.text, span)
    for sense in match.senses:
        entry = entries[sense.entry]
        if entry.kind != "initials" and inside_compound and _is_only_part(sentence.text, span):
            continue
        if entry.kind == "name" and entry.jargon[:1].isupper() and written.islower():
            continue
        if not _is_jargon(entry, paragraph, sentence, span):
            continue
        reading = _reading(entry, match, sentence, span)
        fits = _fits(entry, sense, reading, first_word)
        if fits == "perhaps" and len(match.senses) == 1 and not known(first_word):
            fits = "yes"
        if fits == "no" or (entry.kind == "verb" and _is_counted(reading, sentence, span)):
            continue
        sure = fits == "yes" and not inside_compound
        occurrence = Occurrence(entry, span, sense.features, paragraph, sentence, reading, sure=sure)
        if fits == "yes":
            return occurrence
        agrees = reading is not None and reading.part == entry.kind and "base" in sense.features
        if doubtful is None or (agrees and not likely):
            doubtful, likely = occurrence, agrees
    return doubtful


def _is_jargon(entry: Entry, paragraph: Paragraph, sentence: Sentence, span: Span) -> bool:
    if entry.kind == "initials" and sentence.text[slice(*sentence.span)].isupper() and len(sentence.words) > 2:  # noqa: PLR2004 - a shouted line
        return False
    return not entry.conditions or compile_conditions(entry.conditions).is_jargon(paragraph, sentence, span)


def _is_one_word(text: str) -> bool:
    return text.isalnum()


def _is_only_part(text: str, span: Span) -> bool:
    """Whether a hyphen makes other words of these: *non-statutory*, *re-commissioned service*, not *user-led-service*."""
    return _is_one_word(span.of(text)) or (text[span.start - 1 : span.start] in _HYPHENS and span.start > 0)


def _inside_compound(text: str, span: Span) -> bool:
    """Whether a hyphen ties the words to another: *non-statutory*, *user-led-service*."""
    start, end = span
    return (text[start - 1 : start] in _HYPHENS and text[start - 2 : start - 1].isalnum()) or (
        text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalnum()
    )


def _reading(entry: Entry, match: Match, sentence: Sentence, span: Span) -> Reading | None:
    """The part of speech here, where there is something to decide."""
    if entry.kind not in {"noun", "verb", "adjective"}:
        return None
    word = span.of(sentence.text)
    if entry.kind == "verb" and not _is_one_word(word):
        return _verb_reading(sentence, span)
    if len(match.senses) == 1 and not (_is_one_word(word) and _may_be_another_part(entry, word.lower())):
        return None
    return sentence.reading(span)


def _verb_reading(sentence: Sentence, span: Span) -> Reading:
    """How the verb of several words is read: by its first word (*roll out*), or its last (*cross subsidise*).

    It is a thing where its first word describes what it is done to: *this leads to improved outcomes*.
    """
    first, last = sentence.token_range(span)
    reading = sentence.reading_of(first, first)
    if first == last or reading.part in {"verb", "auxiliary"}:
        return reading
    at_end = sentence.reading_of(last, last)
    if reading.part == "adjective" and reading.feature == "participle" and at_end.part == "noun":
        return at_end._replace(sure=reading.sure)
    return at_end if at_end.part == "verb" else reading


def _may_be_another_part(entry: Entry, word: str) -> bool:
    return not known(word).keys() <= _USES[entry.kind]


def _fits(entry: Entry, sense: Sense, reading: Reading | None, word: str) -> Fits:
    """Whether the part of speech agrees with the kind of the entry.

    A word that is not known to be of that kind was read without that knowledge, so the glossary is believed.
    """
    if reading is None:
        return "yes"
    if _agrees(entry, sense, reading):
        return "yes" if reading.sure else "perhaps"
    listed = known(word)
    if listed.keys().isdisjoint(_USES[entry.kind]):
        return "perhaps"
    return "no" if reading.sure else "perhaps"


_USES = {"noun": NOMINAL, "verb": VERBAL, "adjective": ADJECTIVAL}


def _agrees(entry: Entry, sense: Sense, reading: Reading) -> bool:
    if entry.kind == "noun":
        return reading.part in {"noun", "name"}
    if entry.kind == "adjective":
        return reading.part in {"adjective", "adverb", "noun", "other"} or reading.feature in {"participle", "past"}
    return reading.part in {"verb", "auxiliary"} or (
        reading.part in {"adjective", "noun"}
        and reading.feature in {"participle", "ing"}
        and bool({"participle", "ing"}.intersection(sense.features))
    )


def _is_counted(reading: Reading | None, sentence: Sentence, span: Span) -> bool:
    """Whether a word in -ing is a thing that can be counted, and no verb: *a dangerous undertaking*."""
    if reading is None or reading.part != "noun" or reading.feature != "ing":
        return False
    at = sentence.token_range(span)[0] - 1
    while at > 0 and sentence.is_one_of(_DESCRIBING, at):
        at -= 1
    return at >= 0 and sentence.words[at].lower() in {"a", "an"}


_DESCRIBING: frozenset[Part] = frozenset({"adjective", "adverb"})


def _why_left_alone(occurrence: Occurrence, masks: list[Mask]) -> str:
    span, paragraph = occurrence.span, occurrence.paragraph
    for protected in (masks, paragraph.addresses, paragraph.quotations):
        if protected and (reason := reason_at(protected, span)):
            return reason
    return "name" if occurrence.entry.kind != "name" and is_part_of_name(occurrence) else ""
