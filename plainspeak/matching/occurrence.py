"""Occurrence: an entry that is meant at one place of a text, with what is known of that place."""

from __future__ import annotations

from plainspeak.glossary.entry import Entry
from plainspeak.matching.context import Paragraph, Sentence
from plainspeak.text.inflection import Feature
from plainspeak.text.lazy_attribute import lazy_attribute
from plainspeak.text.part_of_speech import Reading
from plainspeak.text.span import Span
from plainspeak.text.tokens import is_word


class Occurrence:
    """A term of `entry` at `span`; `features` says which of its forms it may be, `sure` that the entry is really meant.

    `reading` is the part of speech here, or None where it did not have to be asked.
    """

    def __init__(
        self,
        entry: Entry,
        span: Span,
        features: tuple[Feature, ...],
        paragraph: Paragraph,
        sentence: Sentence,
        reading: Reading | None,
        *,
        sure: bool,
    ) -> None:
        self.entry = entry
        self.span = span
        self.features = features
        self.paragraph = paragraph
        self.sentence = sentence
        self.sure = sure
        self._reading = reading

    def in_doubt(self) -> Occurrence:
        """The same, but not sure."""
        return Occurrence(
            self.entry, self.span, self.features, self.paragraph, self.sentence, self._reading, sure=False
        )

    @lazy_attribute
    def text(self) -> str:
        """The term as it stands in the text."""
        return self.span.of(self.sentence.text)

    @property
    def has_own_capital(self) -> bool:
        """Whether the glossary itself writes the term with a capital, as it stands here: *Likert scale*."""
        return any(term != term.lower() and self.text.startswith(term) for term in self.entry.terms)

    @lazy_attribute
    def tokens(self) -> tuple[int, int]:
        """First and last index of the tokens of the sentence that the term touches."""
        return self.sentence.token_range(self.span)

    @lazy_attribute
    def reading(self) -> Reading:
        """What part of speech the term is here."""
        return self._reading or self.sentence.reading_of(*self.tokens)

    @lazy_attribute
    def before(self) -> str:
        """The word or mark before the term, in small letters; empty at the start of the sentence."""
        first = self.tokens[0]
        return self.sentence.words[first - 1].lower() if first else ""

    @lazy_attribute
    def after(self) -> str:
        """The word or mark after the term, in small letters; empty at the end of the sentence."""
        following = self.tokens[1] + 1
        words = self.sentence.words
        return words[following].lower() if following < len(words) else ""

    @lazy_attribute
    def starts_sentence(self) -> bool:
        """Whether no word of the sentence stands before the term."""
        return not any(map(is_word, self.sentence.words[: self.tokens[0]]))
