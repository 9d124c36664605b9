"""Possible parts of speech: what a word can be by itself, whatever stands around it.

To read a word in its place takes fifty times as long, so this is asked first: *and* is no noun anywhere.
"""

from __future__ import annotations

from functools import lru_cache

from plainspeak.text.part_of_speech import Part
from plainspeak.text.parts.words import costs_of, two_words

_REMEMBERED = 65_536
_USES: dict[Part, str] = {
    "determiner": "determiner",
    "pronoun": "subject it object there who relative anyone",
    "auxiliary": "modal is be been being has have having",
    "preposition": "preposition of by",
    "conjunction": "when and",
    "punctuation": "comma stop apostrophe aside",
    "adverb": "adverb how",
    "noun": "noun group possessive plural people ing-noun",
    "name": "name",
    "number": "number",
    "adjective": "adjective participle-adjective compound ing-adjective",
    "verb": "base present half-modal s past participle ing",
    "to": "to",
    "other": "please",
}
_PART_OF_USE = {use: part for part, uses in _USES.items() for use in uses.split()}
_TO: frozenset[Part] = frozenset({"to", "preposition"})


@lru_cache(_REMEMBERED)
def possible_parts(word: str) -> frozenset[Part]:
    """The parts of speech that `word`, a token of a sentence, can have; of a short form (we've) those of its first word."""
    if word in ("to", "To"):
        return _TO
    first = (*two_words(word), word)[0]
    uses = costs_of(first).keys() | costs_of(first, opens=True).keys()
    return frozenset(_PART_OF_USE[use] for use in uses)
