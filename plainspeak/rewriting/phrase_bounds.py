"""Noun phrases beside a term: how far the thing it acts on, or belongs to, reaches."""

from __future__ import annotations

from plainspeak.matching.context import Sentence
from plainspeak.text.inflection import is_mass, looks_plural
from plainspeak.text.part_of_speech import Part
from plainspeak.text.parts.uses import closed
from plainspeak.text.possible_parts import possible_parts
from plainspeak.text.tokens import is_word

_DETERMINER: frozenset[Part] = frozenset({"determiner"})
_NOT_BARE: frozenset[Part] = frozenset({"determiner", "number", "name", "pronoun"})
_HEADS: frozenset[Part] = frozenset({"noun", "name"})
_INSIDE_LATER: frozenset[Part] = _HEADS | {"number", "adjective"}
_INSIDE = _INSIDE_LATER | _DETERMINER
_DESCRIBING: frozenset[Part] = frozenset({"adjective", "number", "adverb"})
_VERBS: frozenset[Part] = frozenset({"verb", "auxiliary"})
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
        if not sentence.is_one_of(_INSIDE if index == first else _INSIDE_LATER, index):
            break
        if sentence.is_one_of(_HEADS, index):
            last = index
    return last


def _goes_on(sentence: Sentence, first: int) -> bool:
    following = first + 1
    return following < len(sentence.words) and sentence.is_one_of(_INSIDE, following)


def phrase_start(sentence: Sentence, last: int) -> int:
    """Index of the first token of the noun phrase that ends at token `last`: its article, or its first adjective."""
    index = last
    while index > 0 and sentence.is_one_of(_DESCRIBING, index - 1):
        index -= 1
    if index > 0 and sentence.words[index - 1].lower() != "that" and sentence.is_one_of(_DETERMINER, index - 1):
        index -= 1
    return index


def joined_phrase_end(sentence: Sentence, first: int) -> int | None:
    """As `phrase_end`, over phrases joined by *and*, *or* or *of*: *midwives and nurses*, *the future of the service*."""
    last = phrase_end(sentence, first)
    words = sentence.words
    while last is not None and last + 2 < len(words) and words[last + 1].lower() in {"and", "or", "of"}:
        further = _one_thing_end(sentence, last + 2) or phrase_end(sentence, last + 2)
        if further is None or (further + 1 < len(words) and sentence.is_one_of(_VERBS, further + 1)):
            break
        last = further
    return last if last is None else _list_end(sentence, last) or last


def _list_end(sentence: Sentence, last: int) -> int | None:
    """End of a list of things that begins with the one that ends at `last`: *equality, diversity and inclusion*."""
    words, at = sentence.words, last
    while at + 2 < len(words) and words[at + 1].lower() in {",", "and", "or"}:
        closes = words[at + 1] != ","
        further = None if "verb" in possible_parts(words[at + 2]) else phrase_end(sentence, at + 2)
        if further is None:
            return None
        if closes:
            return further if at != last else None
        at = further
    return None


def is_surely_joined(sentence: Sentence, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` are one thing beyond doubt: no *and* in them is followed by what may be a verb."""
    joints = (index for index in range(first, last) if sentence.words[index].lower() in {"and", "or"})
    return all("verb" not in possible_parts(sentence.words[index + 1]) for index in joints)


def is_bare_thing(sentence: Sentence, first: int, last: int) -> bool:
    """Whether one thing stands without *a* or *the*, which an object cannot: in *a charity co-produced project* it is none."""
    words = sentence.words
    if sentence.is_one_of(_NOT_BARE, first) or words[first].lower() in _OBJECT_PRONOUNS or words[last][:1].isupper():
        return False
    return not (looks_plural(words[last]) or is_mass(words[last].lower()))


def may_be_shared(sentence: Sentence, last: int) -> bool:
    """Whether *and* after token `last`, or a list, may join more to the noun phrase before: *the health and care plan*."""
    words, following = sentence.words, last + 2
    if following >= len(words) or words[last + 1].lower() not in {"and", "or", "&", ","}:
        return False
    if words[last + 1] == "," and not {"and", "or"} & {word.lower() for word in words[following:]}:
        return False
    if possible_parts(words[following]).isdisjoint(_INSIDE):
        return False
    behind = words[following + 1].lower() if following + 1 < len(words) else ""
    return behind not in _OBJECT_PRONOUNS and "determiner" not in closed(behind)


def may_go_on(sentence: Sentence, last: int) -> bool:
    """Whether the noun phrase that ends at token `last` may go on behind a describing word: *a rent first culture*."""
    words, following = sentence.words, last + 1
    if following + 1 >= len(words) or not is_word(words[following]):
        return False
    return "adjective" in possible_parts(words[following]) and sentence.is_one_of(_HEADS, following + 1)


def _one_thing_end(sentence: Sentence, first: int) -> int | None:
    """End of *support plan* in *care and support plan*: one plan must be *a plan* after a verb, so *support* is a noun here."""
    words = sentence.words
    if first + 1 >= len(words) or _HEADS.isdisjoint(possible_parts(words[first])):
        return None
    last = phrase_end(sentence, first + 1)
    if last is None or not sentence.is_one_of(_HEADS, first + 1):
        return None
    return None if looks_plural(words[last]) or is_mass(words[last].lower()) else last
