"""The acronym check: initials that no glossary explains and the text does not spell out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainspeak.checking.finding import Finding, shown_sentence
from plainspeak.checking.names import is_title_of_person, may_end_name
from plainspeak.checking.options import Options
from plainspeak.checking.places import Places
from plainspeak.matching.context import Paragraph, Sentence
from plainspeak.rewriting.suggestion import Suggestion
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.part_of_speech import reading_at
from plainspeak.text.parts.stems import verb_bases
from plainspeak.text.parts.uses import closed, known, listed
from plainspeak.text.protected import Mask, name_around, reason_at
from plainspeak.text.sentences import paragraphs
from plainspeak.text.span import Span
from plainspeak.text.spelling_variants import british_spelling
from plainspeak.text.word_lists import word_set, word_table

# It begins with the first capital, because re skips to the next of these much faster than it tries what stands before it.
_INITIALS = lazy_pattern(
    r"[A-Z](?<![\w.@#/\\&][A-Z])(?<![A-Z0-9]-[A-Z])"
    r"(?:[A-Z]{1,5}|[a-z][A-Z]{1,3}|[A-Z]{1,3}&[A-Z]{1,3}|&[A-Z]{2,3})"
    r"(?=s?(?![\w@\\&]|\.\w|/\d|['\u2019][tTmMrRvVlL]))"
)
_LONG_WORD = 4
_OF_A_PERSON = 2
_ROMAN = lazy_pattern(r"[IVXLC]+\Z")
_YEAR = lazy_pattern(r"(?:19|20)\d\d\Z")
_SHOUTED = 2
"""How many words in capitals on both sides of another are shouting and not initials."""
WHY = "A reader who does not know these initials is shut out of the rest of the sentence."


class Acronym(NamedTuple):
    """Unknown initials; whether they do something or own something here, as a body does; and whether they must be a name."""

    finding: Finding
    acts: bool
    is_name: bool


def find_acronyms(text: str, covered: Sequence[Span], masks: Sequence[Mask], options: Options) -> Iterator[Acronym]:
    """Every place where unknown initials stand in `text`, outside the spans that are `covered` already."""
    places = Places(text)
    taken = iter(sorted(covered))
    next_taken = next(taken, None)
    spans = paragraphs(text)
    paragraph: Paragraph | None = None
    for match in _INITIALS.finditer(text):
        span = Span(match.start(), match.end() + text.startswith("s", match.end()))
        while next_taken is not None and next_taken.end <= span.start:
            next_taken = next(taken, None)
        if (next_taken is not None and next_taken.overlaps(span)) or match.group() in word_set("household_initials"):
            continue
        while paragraph is None or span.start >= paragraph.span.end:
            paragraph = Paragraph(text, next(spans), quotations=not options.include_quotations)
        if reason_at(masks, span) is None and _are_initials(paragraph, span, match.group()):
            finding = _finding(paragraph, span, match.group(), places)
            yield Acronym(finding, _acts(paragraph, span), _is_surely_name(paragraph, span))


def _are_initials(paragraph: Paragraph, span: Span, initials: str) -> bool:
    if (
        _ROMAN.match(initials)
        or (len(initials) > _LONG_WORD and known(initials.lower()))
        or _is_introduced(paragraph.text, span)
    ):
        return False
    if reason_at(paragraph.addresses, span) or reason_at(paragraph.quotations, span):
        return False
    sentence = paragraph.sentence_at(span.start)
    first, last = sentence.token_range(span)
    words = sentence.words
    if sentence.span.of(paragraph.text).isupper() or _is_shouted(words, first, last) or _is_emphasis(words, first):
        return False
    if _YEAR.match(words[last + 1] if last + 1 < len(words) else ""):
        return False  # the name of an event: LEEDS 2023
    if is_title_of_person(words, first, last):
        return True
    if _is_somebody(words, first, last):
        return False
    begin, finish = name_around(words, first, last)
    outside = [words[index] for index in (*range(begin, first), *range(last + 1, finish + 1)) if index > 0]
    return not any(
        word[:1].isupper() and not word.removesuffix("s").isupper() and may_end_name(word) for word in outside
    )


def _is_somebody(words: Sequence[str], first: int, last: int) -> bool:
    """Whether two capitals are those of a person in minutes: *JB advised that*, *Action: JB to ring the hall*."""
    opens = not first or words[first - 1] in {":", "-", "\u2013", "(", "."}
    following = words[last + 1].lower() if last + 1 < len(words) else ""
    return opens and len(words[first]) == _OF_A_PERSON and following in word_set("verbs_in_minutes")


def _is_shouted(words: Sequence[str], first: int, last: int) -> bool:
    """Whether words beside are in capitals too, and too many for initials or everyday ones: *WE DO*, *NEW YEAR*."""
    beside = [word for word in (*words[max(first - 1, 0) : first], *words[last + 1 : last + 2]) if _is_loud(word)]
    return len(beside) >= _SHOUTED or any(map(_is_everyday, beside))


def _is_loud(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.removesuffix("s").isupper()


def _is_everyday(word: str) -> bool:
    small = word.lower()
    return word not in word_set("household_initials") and bool(closed(small) or known(small))


def _is_emphasis(words: Sequence[str], at: int) -> bool:
    """Whether what looks like initials is a word with stress on it: *do NOT*, *a NEW start*; a noun may be a name."""
    small = words[at].lower()
    if closed(small):
        return True
    if not known(small):
        return False
    return reading_at([*words[:at], small, *words[at + 1 :]], at).part not in {"noun", "name"}


def _acts(paragraph: Paragraph, span: Span) -> bool:
    """*WXYZ runs a cafe*, *the WXYZ's cafe*; not *the WXYZ runs*, *with WXYZ*."""
    sentence = paragraph.sentence_at(span.start)
    first, last = sentence.token_range(span)
    before = sentence.reading_of(first - 1, first - 1).part if first else "punctuation"
    if sentence.words[last].endswith(("'s", "\u2019s")):
        return before != "determiner" or sentence.words[first - 1].lower() == "the"
    clause = before in {"punctuation", "conjunction"} or sentence.words[first - 1].lower() == "that"
    if not clause or last + 1 >= len(sentence.words):
        return False
    following = sentence.reading_of(last + 1, last + 1)
    return following.part == "auxiliary" or following.feature in {"s", "present", "past"}


def _is_surely_name(paragraph: Paragraph, span: Span) -> bool:
    """Whether the words beside show a body or a work: *funded by WXYZ*, *WXYZ staff*, *the WXYZ said*, *the novel WXYZ*."""
    sentence = paragraph.sentence_at(span.start)
    first, last = sentence.token_range(span)
    words = [word.lower() for word in sentence.words]
    if first == 0 or words[last].endswith("s"):
        return False
    signs = word_table("signs_of_a_body")
    before, following = words[first - 1], words[last + 1 : last + 2]
    if before in signs["name"] or (following and following[0] in signs["whose"]):
        return True
    if before == "the":
        return bool(following) and _speaks(sentence, last + 1)
    return first > 1 and before in ("by", "with") and words[first - 2] in signs[before]


def _speaks(sentence: Sentence, at: int) -> bool:
    """Whether the token at `at` says or thinks something, which only people do."""
    if sentence.reading_of(at, at).part != "verb":
        return False
    word = sentence.words[at].lower()
    return any(
        listed(base, "saying_verbs") for base in (word, *(base for base, _ in verb_bases(british_spelling(word))))
    )


def _is_introduced(text: str, span: Span) -> bool:
    """Whether the initials stand alone in brackets, as where a text names what they are short for."""
    return text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")"


def _finding(paragraph: Paragraph, span: Span, initials: str, places: Places) -> Finding:
    question = f"What does {initials} stand for?"
    sentence = paragraph.sentence_at(span.start)
    return Finding(
        "acronym", "", "must", *span, *places.of(span.start), *places.of(span.end), span.of(paragraph.text),
        "", WHY, question, shown_sentence(paragraph.text, sentence.span, span), (Suggestion("ask", question, *span),),
    )  # fmt: skip
