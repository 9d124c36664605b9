"""The spelling check: words that no dictionary, word list or glossary knows, each with the question whether it is meant so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.checking.finding import Finding, shown_sentence
from plainspeak.checking.known_words import KnownWords, tokens_within
from plainspeak.checking.options import Options
from plainspeak.checking.places import Places
from plainspeak.checking.spelling_suggestions import likely_words
from plainspeak.matching.context import Paragraph, Sentence
from plainspeak.rewriting.suggestion import Suggestion
from plainspeak.text.parts.uses import closed
from plainspeak.text.protected import Mask, masks_in, reason_at
from plainspeak.text.sentences import paragraphs
from plainspeak.text.span import Span
from plainspeak.text.tokens import Token

QUESTION = "Is this spelt as you meant?"
WHY = "The word is in no dictionary here, and not in the glossary."
_STRANGE_SHARE = 4
_SMALL_SHARE = 5
"""Where one word in four is unknown, and not one in five is a small English one (the, of, we), it is another language."""


def find_spelling(
    text: str, unknown: Sequence[Token], known: KnownWords, covered: Sequence[Mask], options: Options
) -> Iterator[Finding]:
    """Every place of `text` where a word in small letters may be misspelt; `unknown` are those that nobody knows.

    Words with a capital may be names. `covered`, in text order, is what has been found already and what is protected.
    """
    places = Places(text)
    spans = paragraphs(text)
    paragraph: Paragraph | None = None
    for token in unknown:
        span = Span(token.start, token.end)
        if not token.text.islower() or masks_in(covered, span):
            continue
        while paragraph is None or span.start >= paragraph.span.end:
            paragraph = Paragraph(text, next(spans), quotations=not options.include_quotations)
        sentence = paragraph.sentence_at(span.start)
        if _is_protected(paragraph, span) or _is_foreign(sentence, unknown):
            continue
        swaps = (Suggestion("swap", word, *span) for word in likely_words(token.text, known))
        yield Finding(
            "spelling", "", "could", *span, *places.of(span.start), *places.of(span.end), token.text,
            "", WHY, QUESTION, shown_sentence(text, sentence.span, span), tuple(swaps),
        )  # fmt: skip


def _is_protected(paragraph: Paragraph, span: Span) -> bool:
    return bool(reason_at(paragraph.addresses, span) or reason_at(paragraph.quotations, span))


def _is_foreign(sentence: Sentence, unknown: Sequence[Token]) -> bool:
    """Whether the sentence seems to be in another language."""
    words = [word.lower() for word in sentence.words if word[:1].isalpha()]
    strange = len(tokens_within(unknown, sentence.span)) + sum(not word.isascii() for word in words)
    if strange < 2:  # noqa: PLR2004 - one may be a slip
        return False
    small = sum(bool(closed(word)) for word in words)
    return _STRANGE_SHARE * strange >= len(words) and _SMALL_SHARE * small < len(words)
