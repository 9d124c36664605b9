"""Known words: which words of a text are spelt as somebody would expect, and where the others stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from plainspeak.checking.dictionary import Dictionary
from plainspeak.checking.nearest import Choices
from plainspeak.matching.lexicon import Lexicon
from plainspeak.text.inflection import all_forms
from plainspeak.text.parts.stems import noun_bases, parts, verb_bases
from plainspeak.text.parts.uses import closed
from plainspeak.text.span import Span
from plainspeak.text.spelling_variants import spelling_variants
from plainspeak.text.tokens import Token
from plainspeak.text.word_lists import word_set

SHORTEST = 3
"""Shorter words are never in question."""
_LISTS = ("spelling/everyday_words", "spelling/sector_words", "spelling/names", "prefixes", "abbreviations")
_SHORTEST_REST = 5
_SHORTEST_CHOICE = 4
_PIECE = 8_000
"""How many code points are looked at together; all of them are searched for each unknown word found in them."""
_REMEMBERED = 100_000
_ROMAN = frozenset("ivxlc")
_MARKS = ".,;:!?()[]\"'\u2018\u2019\u201c\u201d*"


class KnownWords:
    """Tells known words from others, and remembers what it was asked.

    Known are the words of the dictionary in British and American spelling, those of the glossary and of the word lists, and any
    of them behind a prefix.
    """

    def __init__(self, dictionary: Dictionary, lexicon: Lexicon) -> None:
        self.dictionary = dictionary
        self._lexicon = lexicon
        self._plain: set[str] = set()
        self._strange: dict[str, tuple[Span, ...]] = {}

    @cached_property
    def of_glossary(self) -> set[str]:
        """Every word of the glossary's terms, in all their forms, in small letters.

        Some forms part a word behind what looks like a prefix (*co mmission*); such a rest is no word.
        """
        forms = " ".join((*self._lexicon.folded.forms, *self._lexicon.cased.forms)).lower()
        pieces = re.split(rf" (?:{'|'.join(word_set('prefixes'))}) (\S+)", f" {forms}")
        words = set(" ".join(pieces[::2]).split())
        return words.union(rest for rest in pieces[1::2] if self.dictionary.frequency(rest))

    @cached_property
    def glossary_choices(self) -> list[str]:
        """The glossary's longer words, from which a misspelt one may be meant."""
        return sorted(word for word in self.of_glossary if len(word) >= _SHORTEST_CHOICE)

    @cached_property
    def meant_choices(self) -> Choices:
        """The same, by length and first letter."""
        return Choices(self.glossary_choices)

    def knows(self, word: str) -> bool:
        """Whether `word`, in small letters, is spelt as expected."""
        return self._lists(word) or any(
            self._lists(word[len(prefix) :])
            for prefix in word_set("spelling/beginnings")
            if word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST_REST
        )

    def _lists(self, word: str) -> bool:
        return self._is_english(word) or word in self.of_glossary

    def _is_english(self, word: str) -> bool:
        return (
            self.dictionary.frequency(word) > 0
            or bool(parts(word) or closed(word))
            or any(map(self.dictionary.frequency, spelling_variants(word)[1:]))
            or any(word in word_set(name) for name in _LISTS)
            or any(word in all_forms(base) for base in self._bases(word))
        )

    def _bases(self, word: str) -> Iterator[str]:
        """Known words that `word` may be a form of; whether it is spelt as that form is not asked here."""
        yield from noun_bases(word)
        yield from (base for base, _ in verb_bases(word))
        if word.endswith("s") and self.dictionary.frequency(word[:-1]):
            yield word[:-1]

    def unknown_in(self, text: str) -> list[Token]:
        """The words of `text` that are not known, in text order; addresses, numbers and the like are passed over."""
        found: list[Token] = []
        for start, end in _pieces(text):
            piece = text[start:end]
            for stretch in {stretch for stretch in piece.split() if stretch not in self._plain}:
                for span in self._unknown_within(stretch):
                    found += (
                        Token(span.of(stretch), start + place + span.start, start + place + span.end)
                        for place in _places(piece, stretch)
                    )
        found.sort(key=_start)
        return found

    def _unknown_within(self, stretch: str) -> tuple[Span, ...]:
        """Where unknown words stand in a stretch between white space."""
        spans = self._strange.get(stretch)
        if spans is None:
            if len(self._plain) + len(self._strange) > _REMEMBERED:
                self._plain.clear()
                self._strange.clear()
            spans = tuple(self._unknown_runs(stretch))
            if spans:
                self._strange[stretch] = spans
            else:
                self._plain.add(stretch)
        return spans

    def _unknown_runs(self, stretch: str) -> Iterator[Span]:
        word = stretch.strip(_MARKS)
        if word.isalpha():  # nearly always
            if not self._accepts(word):
                start = stretch.index(word)
                yield Span(start, start + len(word))
            return
        from plainspeak.checking.word_runs import tied_before, word_runs

        for span in word_runs(stretch):
            word = span.of(stretch)
            if not self._accepts(word) and not self._accepts(tied_before(stretch, span.start) + word):
                yield span

    def _accepts(self, word: str) -> bool:
        return len(word) < SHORTEST or not _may_be_misspelt(word) or self.knows(word.lower())


def _may_be_misspelt(word: str) -> bool:
    """Whether it is an English word by its letters: not iPad, café or iii."""
    return (word[1:].islower() or word.isupper()) and word.isascii() and not _ROMAN.issuperset(word.lower())


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of `text` that are cut where a line or at least a word ends."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            end = max(text.rfind("\n", start, end), text.rfind(" ", start, end), start) + 1
            end = end if end > start + 1 else len(text)
        yield start, end
        start = end


def _places(piece: str, stretch: str) -> Iterable[int]:
    """Where `stretch` stands in `piece` between white space, and is not the rest of a word parted at a line end."""
    place = piece.find(stretch)
    while place >= 0:
        end = place + len(stretch)
        before = piece[max(place - 3, 0) : place]
        if (not before or before[-1].isspace()) and (end == len(piece) or piece[end].isspace()) and "-\n" not in before:
            yield place
        place = piece.find(stretch, end)


def tokens_within(tokens: Sequence[Token], span: Span) -> Sequence[Token]:
    """Those of `tokens`, in text order, that start inside `span`."""
    return tokens[bisect_left(tokens, span.start, key=_start) : bisect_left(tokens, span.end, key=_start)]


def _start(token: Token) -> int:
    return token.start
