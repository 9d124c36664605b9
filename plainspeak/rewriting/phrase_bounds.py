"""Noun phrases beside a term: how far the thing it acts on, or belongs to, reaches."""

from __future__ import annotations

from plainspeak.matching.context import Sentence
from plainspeak.text.tokens import is_word

_INSIDE = frozenset({"determiner", "number", "adjective", "noun", "name"})
_HEADS = frozenset({"noun", "name"})
_OBJECT_PRONOUNS = frozenset("it them us me him her you this these those everything everyone".split())


def phrase_end(sentence: Sentence, first: int) -> int | None:
    """Index of the last token of the simple noun phrase that starts at token `first`, or None where there is none.

    A simple phrase is what stands before the first preposition, verb, conjunction or mark: *our new local services*.
    """
    words = sentence.words
    if first >= len(words) or not is_word(words[first]):
        return None
    if words[first].lower() in _OBJECT_PRONOUNS and not _goes_on(sentence, first):
        return first
    last = None
    for index in range(first, len(words)):
        part = sentence.reading_of(index, index).part
        if part not in _INSIDE or (part == "determiner" and index > first):
            break
        if part in _HEADS:
            last = index
    return last


def _goes_on(sentence: Sentence, first: int) -> bool:
    following = first + 1
    return following < len(sentence.words) and sentence.reading_of(following, following).part in _INSIDE


def phrase_start(sentence: Sentence, last: int) -> int:
    """Index of the first token of the noun phrase that ends at token `last`: its article, or its first adjective."""
    index = last
    while index > 0 and sentence.reading_of(index - 1, index - 1).part in {"adjective", "number", "adverb"}:
        index -= 1
    if index > 0 and sentence.reading_of(index - 1, index - 1).part == "determiner":
        index -= 1
    return index
