"""Misspelt jargon: a term of the glossary with a slip in its spelling, such as *recipricol relationships*.

A word that nobody knows is put right by the glossary word nearest to it. When the paragraph then holds jargon at that
place, the term was meant; the findings lead back to the text as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from plainspeak.checking.corrected import Corrected
from plainspeak.checking.finding import Checked, Explained, Finding, LeftAlone, shown_sentence
from plainspeak.checking.in_document import moved
from plainspeak.checking.jargon import find_jargon
from plainspeak.checking.known_words import KnownWords, tokens_within
from plainspeak.checking.nearest import Near, steps_allowed
from plainspeak.checking.options import Options
from plainspeak.checking.places import Places
from plainspeak.checking.spelling_suggestions import single_words
from plainspeak.checking.stretches import masks_of
from plainspeak.glossary.entry import Entry
from plainspeak.matching.context import Paragraph
from plainspeak.matching.matcher import Matcher
from plainspeak.rewriting.suggestion import Suggestion
from plainspeak.text.casing import copy_case
from plainspeak.text.edits import Edit
from plainspeak.text.protected import Mask, masks_in
from plainspeak.text.sentences import paragraphs
from plainspeak.text.span import Span
from plainspeak.text.spelling_variants import british_spelling
from plainspeak.text.tokens import Token

SHORTEST = 5
"""In shorter words a slip makes another word too easily."""
_MOST_CHOICES = 4
_REMEMBERED = 4_096
_MUCH_RARER = 10
"""A word this many times as common as the choice, and as near, is likelier."""
_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")


class Meant(NamedTuple):
    """The glossary that may have been meant: its matcher, its entries and its words; and how it is checked."""

    matcher: Matcher
    entries: Sequence[Entry]
    known: KnownWords
    options: Options


class _Choice(NamedTuple):
    """A glossary word that may have been meant. `alone`: also where it is the whole term, with no other word to bear it out."""

    word: str
    alone: bool


class _Guess(NamedTuple):
    """An unknown word, and the glossary words that may have been meant, likeliest first."""

    token: Token
    choices: tuple[_Choice, ...]

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.token.start, self.token.end)

    @property
    def word(self) -> str:
        """What it is taken to mean."""
        return self.choices[0].word

    @property
    def edit(self) -> Edit:
        """The word put right, with its capitals."""
        return Edit(*self.span, copy_case(self.token.text, self.word))

    def is_borne_out(self, term: Span) -> bool:
        """Whether the guess holds where the whole term stands at `term`."""
        return self.choices[0].alone or term != self.span


def find_misspelt(text: str, unknown: Sequence[Token], meant: Meant, masks: Sequence[Mask]) -> Checked:
    """The jargon that stands in `text` with a slip in one of its words; `unknown` are the words that nobody knows."""
    candidates = [token for token in unknown if len(token.text) >= SHORTEST]
    if not candidates:
        return Checked((), ())
    parts = list(_in_paragraphs(text, candidates, meant, masks))
    findings = sorted((finding for part in parts for finding in part.findings), key=_start)
    places = Places(text)
    return Checked(
        tuple(_placed(finding, places) for finding in findings),
        tuple(sorted((left for part in parts for left in part.left_alone), key=_start)),
        tuple(explained for part in parts for explained in part.explained),
    )


def with_misspelt(checked: Checked, misspelt: Checked) -> Checked:
    """Both together; what was found inside a misspelt term is dropped: *integrated care* in *integrated care sytem*."""
    if not (misspelt.findings or misspelt.left_alone):
        return checked
    longer = sorted(Mask(*span, "") for span in _spans(misspelt))
    findings = [finding for finding in checked.findings if not masks_in(longer, finding.span)]
    left_alone = [left for left in checked.left_alone if not masks_in(longer, left.span)]
    return Checked(
        tuple(sorted([*findings, *misspelt.findings], key=_start)),
        tuple(sorted([*left_alone, *misspelt.left_alone], key=_start)),
        (*checked.explained, *misspelt.explained),
    )


def _in_paragraphs(text: str, candidates: list[Token], meant: Meant, masks: Sequence[Mask]) -> Iterator[Checked]:
    for span in paragraphs(text):
        inside = [
            token._replace(start=token.start - span.start, end=token.end - span.start)
            for token in tokens_within(candidates, span)
        ]
        if inside:
            yield moved(_in_paragraph(span.of(text), inside, meant, masks_of(masks, span)), span.start, 0)


def _in_paragraph(text: str, candidates: list[Token], meant: Meant, masks: list[Mask]) -> Checked:
    """What is found when all words are put right by their likeliest choice, then by the next; the longest terms stay."""
    paragraph = Paragraph(text, Span(0, len(text)))
    guesses = [_Guess(token, _choices(token, paragraph, meant.known)) for token in candidates]
    tries: list[Checked] = []
    while guesses := [guess for guess in guesses if guess.choices]:
        corrected = Corrected(text, [guess.edit for guess in guesses])
        moved_masks = [
            mask._replace(start=corrected.place_of(mask.start), end=corrected.place_of(mask.end)) for mask in masks
        ]
        mended = [Span(corrected.place_of(guess.token.start), corrected.place_of(guess.token.end)) for guess in guesses]
        checked = find_jargon(corrected.text, meant.matcher, meant.entries, moved_masks, meant.options, mended)
        tries.append(_led_back(checked, corrected, guesses, paragraph))
        guesses = [guess._replace(choices=guess.choices[1:]) for guess in guesses]
    return _longest(tries)


def _longest(tries: list[Checked]) -> Checked:
    """Of findings that overlap the longest, and of those the first."""
    every: list[Finding | LeftAlone] = [finding for checked in tries for finding in checked.findings]
    every += (left for checked in tries for left in checked.left_alone)
    found: list[Finding | LeftAlone] = []
    for some in sorted(every, key=_shortness):
        if not any(some.span.overlaps(other.span) for other in found):
            found.append(some)
    return Checked(
        tuple(some for some in found if isinstance(some, Finding)),
        tuple(some for some in found if isinstance(some, LeftAlone)),
        tuple(explained for checked in tries for explained in checked.explained),
    )


def _shortness(some: Finding | LeftAlone) -> int:
    return some.start - some.end


def _choices(token: Token, paragraph: Paragraph, known: KnownWords) -> tuple[_Choice, ...]:
    """The glossary words that `token` may stand for; none where it may be a name, or another word is nearer."""
    most = steps_allowed(token.text)
    if token.text[0].isupper():
        if not _explains_capital(token, paragraph):
            return ()
        most = 1
    word = token.text.lower()
    near = _near(word, known, most)
    if not near:
        return ()
    offers = single_words(word, known)
    if offers and offers[0].steps < near[0].steps:
        return ()
    rarity = {offer.word: offer.rarity for offer in offers if offer.steps == near[0].steps}
    least = min(rarity.values(), default=0)
    nearest = [british_spelling(other.word) for other in near if other.steps == near[0].steps]
    nearest.sort(key=lambda other: rarity.get(other, 0))
    return tuple(_Choice(other, _MUCH_RARER * rarity.get(other, 0) <= least) for other in nearest[:_MOST_CHOICES])


@lru_cache(_REMEMBERED)
def _near(word: str, known: KnownWords, most: int) -> list[Near]:
    return known.meant_choices.near(word, most)


def _explains_capital(token: Token, paragraph: Paragraph) -> bool:
    """Whether the place of a word is why it has a capital: first in its sentence, or in a heading."""
    sentence = paragraph.sentence_at(token.start)
    first, _ = sentence.token_range(Span(token.start, token.end))
    if sentence.is_heading or sentence.span.of(paragraph.text).isupper():
        return True
    return token.text[1:].islower() and not any(word[:1].isalnum() for word in sentence.words[:first])


def _led_back(checked: Checked, corrected: Corrected, guesses: list[_Guess], paragraph: Paragraph) -> Checked:
    """What was found at the guessed words, with the places and the words of the text as it was written."""
    findings: list[Finding] = []
    for finding in checked.findings:
        span = corrected.span_before(finding.start, finding.end)
        guessed = [guess for guess in guesses if guess.span.overlaps(span)]
        if guessed and all(guess.is_borne_out(span) for guess in guessed):
            findings.append(_as_written(finding, span, guessed, corrected, paragraph))
    left_alone = (
        left._replace(start=span.start, end=span.end, text=span.of(corrected.original))
        for left in checked.left_alone
        if (span := corrected.span_before(left.start, left.end)) and any(guess.span.overlaps(span) for guess in guesses)
    )
    explained = (Explained(key, corrected.span_before(start, start).start) for key, start in checked.explained)
    return Checked(tuple(findings), tuple(left_alone), tuple(explained))


def _as_written(
    finding: Finding, span: Span, guessed: list[_Guess], corrected: Corrected, paragraph: Paragraph
) -> Finding:
    spelling = Suggestion("swap", finding.text, *span)
    offered = [
        suggestion._replace(start=back.start, end=back.end, safe=False)
        for suggestion in finding.suggestions
        if (back := corrected.span_before(suggestion.start, suggestion.end))
    ]
    swaps = [suggestion for suggestion in offered if suggestion.kind in {"swap", "delete"}]
    others = [suggestion for suggestion in offered if suggestion.kind not in {"swap", "delete"}]
    return finding._replace(
        start=span.start,
        end=span.end,
        text=span.of(corrected.original),
        why=f"{_usual_spelling(finding.text, guessed)} {finding.why}".rstrip(),
        sentence=shown_sentence(corrected.original, paragraph.sentence_at(span.start).span, span),
        suggestions=(*swaps, spelling, *others),
    )


def _usual_spelling(right: str, guessed: Iterable[_Guess]) -> str:
    """Says how the misspelt words of the term `right` are spelt, such as *The usual spelling is "reciprocal".*."""
    meant = {guess.word for guess in guessed}
    words = [word for word in _HYPHENATED.findall(right.lower()) if not meant.isdisjoint(_LETTERS.findall(word))]
    named = " and ".join(f'"{word}"' for word in words)
    return f"The usual spelling is {named}." if len(words) == 1 else f"The usual spellings are {named}."


def _placed(finding: Finding, places: Places) -> Finding:
    line, column = places.of(finding.start)
    end_line, end_column = places.of(finding.end)
    return finding._replace(line=line, column=column, end_line=end_line, end_column=end_column)


def _spans(checked: Checked) -> list[Span]:
    return [finding.span for finding in checked.findings] + [left.span for left in checked.left_alone]


def _start(found: Finding | LeftAlone) -> int:
    return found.start
