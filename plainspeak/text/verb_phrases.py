"""Verb phrases: which words take the endings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.text.adverbs import is_adverb
from plainspeak.text.word_lists import word_set

_JOINERS = frozenset({"and", "or", "then", "and/or", "&"})
_THE = frozenset({"the", "a", "an", "our", "your", "their"})
_DO_NOT = ("do", "not")


def verb_heads(words: Sequence[str]) -> tuple[int, ...]:
    """Where the heads stand: the first word that is no adverb, and the verbs joined to it.

    A verb is joined when only small words stand between it and the verb before: plan and run, talk to and listen to;
    but only *work* in "work with people and families".
    """
    bare = [word.rstrip(",").lower() for word in words]
    first = next((at for at, word in enumerate(bare) if not is_adverb(word)), 0)
    if bare[first] in _THE:
        first = 0  # further the aims
    return (first, *_joined_to(first, words, bare))


def _joined_to(first: int, words: Sequence[str], bare: Sequence[str]) -> Iterator[int]:
    joined = words[first].endswith(",")
    for at in range(first + 1, len(words)):
        word = bare[at]
        if word in _JOINERS:
            joined = True
        elif is_adverb(word):
            continue
        elif joined and word not in word_set("verb_particles"):
            yield at
            joined = words[at].endswith(",")
        elif word in word_set("verb_particles") and not joined:
            joined = words[at].endswith(",")
        else:
            return


def is_negated(words: Sequence[str]) -> bool:
    """Whether a verb phrase begins with *not* or *do not*."""
    return (len(words) > 1 and words[0] == "not") or (len(words) > len(_DO_NOT) and tuple(words[:2]) == _DO_NOT)
