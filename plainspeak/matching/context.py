"""Context: the sentence around a match, taken apart only as far as somebody asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from plainspeak.text import protected
from plainspeak.text.lazy_attribute import lazy_attribute
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.part_of_speech import Part, Reading, Readings
from plainspeak.text.possible_parts import possible_parts
from plainspeak.text.protected import Mask
from plainspeak.text.sentences import sentences
from plainspeak.text.span import Span
from plainspeak.text.tokens import Token, words_and_starts
from plainspeak.text.topics import topics_of

_HYPHENS = lazy_pattern("[-\u2010\u2011]")
_BETWEEN_HYPHENS = lazy_pattern("[^-\u2010\u2011]+")
_WORDS = lazy_pattern(r"[^\W_]+(?:['\u2019][^\W_]+)*")

_REMEMBERED = 16_384


def plain_word(word: str) -> str:
    """A word as conditions compare it: small letters, straight apostrophes, no soft hyphens."""
    return word.lower().replace("\u2019", "'").replace("\u00ad", "")


class Sentence:
    """One sentence of a text: its tokens, their parts of speech, and where they stand.

    Places are code points in the whole text.
    """

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.span = span
        self._asked_about: Span | None = None
        self._range = (0, 0)

    @lazy_attribute
    def _known(self) -> dict[tuple[int, int], Reading]:
        return {}

    @lazy_attribute
    def words(self) -> list[str]:
        """The text of each token; a hyphenated word is one token."""
        words, self.starts = words_and_starts(self.text, *self.span)
        return words

    @lazy_attribute
    def starts(self) -> list[int]:
        """Where each token starts."""
        self.words, starts = words_and_starts(self.text, *self.span)
        return starts

    @lazy_attribute
    def _readings(self) -> Readings:
        return Readings(self.words)

    @lazy_attribute
    def tokens(self) -> list[Token]:
        """The tokens of the sentence."""
        return [Token(word, start, start + len(word)) for word, start in zip(self.words, self.starts, strict=True)]

    @lazy_attribute
    def _is_hyphenated(self) -> bool:
        text, (start, end) = self.text, self.span
        return text.find("-", start, end) >= 0 or (not text.isascii() and bool(_HYPHENS.search(text, start, end)))

    @lazy_attribute
    def parts(self) -> list[str]:
        """The words as conditions see them, split at hyphens."""
        return self.wording[1:-1].split(" ")

    @lazy_attribute
    def _places_of_parts(self) -> tuple[Sequence[int], Sequence[int]]:
        """For each of `parts` the index of the token that it belongs to, and where it starts."""
        if not self._is_hyphenated:
            return range(len(self.words)), self.starts
        tokens, starts = [], []
        for index, word in enumerate(self.words):
            for offset in _offsets_between_hyphens(word):
                tokens.append(index)
                starts.append(self.starts[index] + offset)
        return tokens, starts

    def token_of_part(self, index: int) -> int:
        """The index of the token that the part at `index` belongs to."""
        return self._places_of_parts[0][index]

    @lazy_attribute
    def vocabulary(self) -> frozenset[str]:
        """Every word of the sentence, in small letters, split at hyphens, without a possessive s."""
        return _without_possessives(self.parts, self.wording) if "'s " in self.wording else self.different_parts

    @lazy_attribute
    def different_parts(self) -> frozenset[str]:
        """The `parts` as a set."""
        return frozenset(self.parts)

    @lazy_attribute
    def wording(self) -> str:
        """The words of the sentence with one space between them, for looking up a phrase."""
        words = " ".join(self.words)
        if self._is_hyphenated:
            words = " ".join(_HYPHENS.sub(" ", words).split())
        return f" {plain_word(words)} "

    @lazy_attribute
    def is_heading(self) -> bool:
        """Whether capitals say nothing here, because nearly every word has one."""
        return protected.is_heading(self.words)

    def token_range(self, span: Span) -> tuple[int, int]:
        """First and last index of the tokens that `span` touches."""
        if span is self._asked_about:  # one term is asked about five times in a row
            return self._range
        self._asked_about = span
        self._range = _range(self.starts, span)
        return self._range

    def token_at_or_after(self, position: int) -> Token | None:
        """The first token that starts at the code point `position` or later, or None at the end of the sentence."""
        index = bisect_left(self.starts, position)
        return self.tokens[index] if index < len(self.tokens) else None

    def part_range(self, span: Span) -> tuple[int, int]:
        """First and last index of the `parts` that `span` touches."""
        return _range(self._places_of_parts[1], span) if self._is_hyphenated else self.token_range(span)

    def reading(self, span: Span) -> Reading:
        """What part of speech the words under `span` are here."""
        first, last = self.token_range(span)
        return self.reading_of(first, last)

    def is_one_of(self, parts: frozenset[Part], index: int) -> bool:
        """Whether the token at `index` is one of these parts of speech here. It is read only where the word leaves a doubt."""
        possible = possible_parts(self.words[index])
        if possible <= parts:
            return True
        return not possible.isdisjoint(parts) and self.reading_of(index, index).part in parts

    def reading_of(self, first: int, last: int) -> Reading:
        """What part of speech the tokens `first` to `last` are here."""
        known = self._known.get((first, last))
        if known is None:
            known = self._known[first, last] = self._readings.of(first, last)
        return known


def _range(starts: Sequence[int], span: Span) -> tuple[int, int]:
    start, end = span
    first = max(bisect_right(starts, start) - 1, 0)
    return first, max(bisect_left(starts, end) - 1, first)


def _offsets_between_hyphens(word: str) -> Sequence[int]:
    return (0,) if word.isalpha() else tuple(part.start() for part in _BETWEEN_HYPHENS.finditer(word))


def _without_possessives(words: Iterable[str], wording: str) -> frozenset[str]:
    return frozenset(word.removesuffix("'s") for word in words) if "'s " in wording else frozenset(words)


# The commonest marks besides those of ASCII; none can stand in a word.
_MARKS = ("\u201c", "\u201d", "\u2018", "\u2013", "\u2014", "\u2026", "\u2022", "\u00a3", "\u00a0")
_AS_PLAIN = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128) if chr(code) != "'"}
_AROUND_WORDS = lazy_pattern("'(?:(?<![a-z0-9]')|(?![a-z0-9]))")


def _plain_wording(text: str) -> str:
    """The words of a text in small letters, a space around each. Text that is ASCII but for a few marks is done at once."""
    plain = text
    if not text.isascii():
        plain = text.replace("\u2019", "'")
        for mark in _MARKS:
            plain = plain.replace(mark, " ")
        if not plain.isascii():
            return _any_wording(text)
    plain = plain.translate(_AS_PLAIN)
    if "'" in plain:
        plain = _AROUND_WORDS.sub(" ", plain)
    return f" {' '.join(plain.split())} "


def _any_wording(text: str) -> str:
    words: list[str] = []
    for stretch in text.split():
        if stretch.isalpha():
            words.append(stretch)
        else:
            words += _words_within(stretch)
    return plain_word(f" {' '.join(words)} ")


@lru_cache(_REMEMBERED)
def _words_within(stretch: str) -> list[str]:
    return _WORDS.findall(stretch)


def _start(span: Span) -> int:
    return span.start


class Paragraph:
    """One paragraph of a text: its sentences, its vocabulary and what is protected in it (quotations, unless told)."""

    def __init__(self, text: str, span: Span, *, quotations: bool = True) -> None:
        self.text = text
        self.span = span
        self._protects_quotations = quotations

    @lazy_attribute
    def _sentences(self) -> dict[int, Sentence]:
        return {}

    @lazy_attribute
    def _sentence_spans(self) -> list[Span]:
        return list(sentences(self.text, *self.span))

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds the code point `position`."""
        at = max(bisect_right(self._sentence_spans, position, key=_start) - 1, 0)
        sentence = self._sentences.get(at)
        if sentence is None:
            sentence = self._sentences[at] = Sentence(self.text, self._sentence_spans[at])
        return sentence

    @lazy_attribute
    def vocabulary(self) -> frozenset[str]:
        """Every word of the paragraph in small letters, split at hyphens, without a possessive s."""
        return _without_possessives(self.wording.split(), self.wording)

    @lazy_attribute
    def wording(self) -> str:
        """The words of the paragraph with one space between them, for looking up a phrase."""
        return _plain_wording(self.span.of(self.text))

    @lazy_attribute
    def topics(self) -> frozenset[str]:
        """What the words of the paragraph show that it is about."""
        return topics_of(self.vocabulary)

    @lazy_attribute
    def quotations(self) -> list[Mask]:
        """Direct speech, quoted sentences and quoted lines, where these are protected."""
        if not self._protects_quotations:
            return []
        return protected.quotations(self.text, *self.span) + protected.quoted_lines(self.text, *self.span)

    @lazy_attribute
    def addresses(self) -> list[Mask]:
        """Web addresses, file names, hashtags and code."""
        return protected.addresses(self.text, *self.span)
