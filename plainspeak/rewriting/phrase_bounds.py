"""Noun phrases beside a term: how far the thing it acts on, or belongs to, reaches."""

from __future__ import annotations

from plainspeak.matching.context import Sentence
from plainspeak.text.part_of_speech import Part
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
        return None if words[first].lower() in {"these", "those"} and first + 1 < len(words) else first
    last = None
    for index in range(first, len(words)):
        part = _part(sentence, index)
        if part not in _INSIDE or (part == "determiner" and index > first):
            break
        if part in _HEADS:
            last = index
    return last


def _goes_on(sentence: Sentence, first: int) -> bool:
    following = first + 1
    return following < len(sentence.words) and _part(sentence, following) in _INSIDE


def phrase_start(sentence: Sentence, last: int) -> int:
    """Index of the first token of the noun phrase that ends at token `last`: its article, or its first adjective."""
    index = last
    while index > 0 and _part(sentence, index - 1) in {"adjective", "number", "adverb"}:
        index -= 1
    if index > 0 and sentence.words[index - 1].lower() != "that" and _part(sentence, index - 1) == "determiner":
        index -= 1
    return index


def _part(sentence: Sentence, index: int) -> Part:
    return sentence.reading_of(index, index).part


def joined_phrase_end(sentence: Sentence, first: int) -> int | None:
    """As `phrase_end`, over phrases joined by *and* or *or*: *midwives and health visitors*."""
    last = phrase_end(sentence, first)
    words = sentence.words
    while last is not None and last + 2 < len(words) and words[last + 1].lower() in {"and", "or"}:
        further = phrase_end(sentence, last + 2)
        if further is None or (further + 1 < len(words) and _part(sentence, further + 1) in {"verb", "auxiliary"}):
            break
        last = further
    return last
