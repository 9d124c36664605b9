"""Noun phrases: where the head stands, whether they are singular or plural, and their plural.

The head is the last word before the first preposition, relative word, participle or infinitive: *point* in
"point of contact", *plan* in "care plan made for each person".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from plainspeak.text.adverbs import is_adverb
from plainspeak.text.inflection import found_forms, is_mass, looks_plural
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.parts.grammar import NOMINAL
from plainspeak.text.parts.uses import known
from plainspeak.text.word_lists import lines, word_set, word_table

Number = Literal["singular", "plural", "mass"]

_REMEMBERED = 16_384
_CLAUSE_WORDS = frozenset(
    {"who", "whom", "whose", "which", "that", "what", "how", "where", "when", "why", "whether", "if"}
)
_PEOPLE = frozenset({"person", "people", "someone"})
_RELATIVES = frozenset({"who", "that", "which"})
_BEFORE_THE = frozenset({"all", "both", "half", "such", "of"})
_AFTER_COUNTED = frozenset(
    {"of", "for", "about", "in", "at", "where", "who", "that", "which", "with", "and", "or", "to"}
)
_JOINERS = frozenset({"and", "or", "and/or", "nor", "&"})
_AGREEING = {"is": "are", "isn't": "aren't", "was": "were", "wasn't": "weren't", "has": "have", "hasn't": "haven't"}
_AGREEING |= {"does": "do", "doesn't": "don't", "goes": "go", "undergoes": "undergo"}
_STRIPPED_ES = lazy_pattern(r"(?:ss|x|zz|ch|sh|cus)es$")
_MARKS_AROUND = lazy_pattern(r"^\W+|\W+$")


def noun_heads(words: Sequence[str]) -> tuple[int, ...]:
    """Where the heads stand: one, or several that are joined (friend or relative). None in a clause or an action."""
    return _noun_heads(tuple(words))


@lru_cache(_REMEMBERED)
def _noun_heads(words: tuple[str, ...]) -> tuple[int, ...]:
    if len(words) <= 1:
        return tuple(range(len(words)))
    bare = tuple(_bare(word) for word in words)
    if has_no_noun_head(bare):
        return ()
    bracket = next((at for at in range(1, len(words)) if words[at].startswith("(")), len(words))
    return _joined_heads(words, bare, min(bracket, _tail_start(bare)))


def has_no_noun_head(bare: Sequence[str]) -> bool:
    """Whether a phrase stands for a fact or an action: what matters most, working together, to be confirmed."""
    first = bare[0]
    return first in _CLAUSE_WORDS or first in ("to", "not") or "else" in bare or _is_action(bare)


def noun_number(words: Sequence[str], heads: Sequence[int]) -> Number:
    """Whether a phrase with these heads stands for one thing, several, or something that cannot be counted."""
    nouns = [_MARKS_AROUND.sub("", words[at]) for at in heads]
    if not nouns:
        return "mass"
    if any(looks_plural(noun) for noun in nouns):
        return "plural"
    if any(is_mass(noun) or noun.lower() in word_set("pronouns") for noun in nouns):
        return "mass"
    return "singular"


def agreeing_verbs(words: Sequence[str], after: int) -> dict[int, str]:
    """The verbs of a relative clause right after the head, as a plural head needs them: who uses, who use."""
    at = after + 1
    if at >= len(words) or _bare(words[at]) not in _RELATIVES:
        return {}
    first = _past_adverbs(words, at + 1)
    if first >= len(words) or not _agreeing_verb(_bare(words[first])):
        return {}
    places = [first, *(at for at in range(first + 2, len(words)) if _is_joined_verb(words, at, first))]
    return {at: words[at].lower().replace(_bare(words[at]), _agreeing_verb(_bare(words[at]))) for at in places}


def _is_joined_verb(words: Sequence[str], at: int, first: int) -> bool:
    """Whether the word after an *and* is a second verb of the clause: lives and works, has X and needs Y."""
    verb = _bare(words[at])
    if _bare(words[at - 1]) not in _JOINERS or not _agreeing_verb(verb):
        return False
    if _past_adverbs(words, first + 1) == at - 1:
        return True
    return verb in word_set("clause_verbs") and at + 1 < len(words) and _bare(words[at + 1]) != "of"


def _agreeing_verb(verb: str) -> str:
    """The plural of a verb in -s (uses, use); nothing when it is not one."""
    if verb in _AGREEING:
        return _AGREEING[verb]
    if not verb.endswith("s") or verb.endswith(("ss", "us", "'s")) or verb in word_set("singular_in_s"):
        return ""
    if verb.endswith("ies") and len(verb) > len("dies"):
        return verb[:-3] + "y"
    return verb[:-2] if _STRIPPED_ES.search(verb) else verb[:-1]


def _past_adverbs(words: Sequence[str], at: int) -> int:
    while at < len(words) and (is_adverb(_bare(words[at])) or _bare(words[at]) in ("here", "there", "alone")):
        at += 1
    return at


def _is_action(bare: Sequence[str]) -> bool:
    """Whether a phrase begins with what is done: working together as equals, sharing skills."""
    first, rest = bare[0], bare[1:]
    if not first.endswith("ing") or first in word_set("pronouns"):
        return False
    if first in word_set("ing_after_nouns") | word_set("action_ing") and first not in word_set("modifying_ing"):
        return True
    if _is_small(rest[0]) or is_adverb(rest[0]) or rest[0] in word_set("verb_particles"):
        return first not in word_set("counted_ing_nouns") or rest[0] not in _AFTER_COUNTED
    modifies = first in word_set("modifying_ing") or first in word_set("counted_ing_nouns")
    end = _tail_start(rest)
    while end > 1 and rest[end - 1] in word_set("verb_particles"):
        end -= 1
    last = rest[end - 1]
    return _only_describes(last) or (not modifies and (looks_plural(last) or is_mass(last)))


def _only_describes(word: str) -> bool:
    """Whether a word is an adjective and can be no noun: feeling *safe*, being *open*."""
    uses = known(word)
    return "adjective" in uses and NOMINAL.isdisjoint(uses)


def _tail_start(bare: Sequence[str]) -> int:
    """Where the part that follows the head begins; the length of the phrase when nothing follows."""
    skipped = _before_noun(bare)
    tails = (at for at in range(1, len(bare)) if at not in skipped and _begins_tail(bare, at))
    return next(tails, len(bare))


def _begins_tail(bare: Sequence[str], at: int) -> bool:
    word, before = bare[at], bare[at - 1]
    following = bare[at + 1] if at + 1 < len(bare) else ""
    if word in word_set("noun_tails"):
        return before not in _BEFORE_THE and before not in _JOINERS
    if (word.isdecimal() and not following) or _is_subject(bare, at):
        return True
    if is_adverb(word) and following and _begins_tail(bare, at + 1):
        return True
    if before in _JOINERS or following in _JOINERS:
        return False
    if word in word_set("after_nouns") or is_adverb(word) or _is_participle(word):
        return not following or following.isdecimal() or _is_small(following) or is_adverb(following)
    if "by" in bare[at + 1 : at + 3] and word == found_forms(word, "participle")[0]:
        return following == "by" or following in word_set("verb_particles")
    return word.endswith("ing") and _is_doing(word, before, following)


def _is_subject(bare: Sequence[str], at: int) -> bool:
    """Whether the word before a helping verb begins a clause: the way | things are; not a living will."""
    following = bare[at + 1 : at + 3]
    return following[:1] in (("is",), ("are",)) or (len(following) > 1 and following[0] in word_set("helping_verbs"))


def _is_doing(word: str, before: str, following: str) -> bool:
    """Whether a word in -ing says what the noun before it does: person needing support, people working in care."""
    if not following:
        return before in _PEOPLE
    if word in word_set("ing_after_nouns") or following in _CLAUSE_WORDS:
        return True
    if before not in word_set("person_words"):
        return False
    return word in word_set("action_ing") or _is_small(following) or is_adverb(following)


def _is_participle(word: str) -> bool:
    if word in word_set("participle_lookalikes"):
        return False
    return (word.endswith("ed") and not word.endswith("eed")) or word in _irregular_participles()


@cache
def _irregular_participles() -> frozenset[str]:
    """Participles that look like no other form of their verb: made, written, kept."""
    rows = ((base, form) for base, forms in word_table("irregular_verbs").items() for form in forms[1].split("/"))
    return frozenset(form for base, form in rows if form not in (base, "-"))


def _is_small(word: str) -> bool:
    return word in word_set("noun_tails") or word in word_set("after_nouns") or word in _JOINERS


@cache
def _phrases_before_nouns() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lines('before_nouns'))})(?= )")


def _before_noun(bare: Sequence[str]) -> range:
    """The places taken by a phrase that stands whole before a noun, with that noun: end of life care."""
    joined = " ".join(bare)
    found = _phrases_before_nouns().search(joined)
    if not found:
        return range(0)
    start, noun = joined.count(" ", 0, found.start()), joined.count(" ", 0, found.end()) + 1
    return range(0) if _is_small(bare[noun]) else range(start, noun + 1)


def _joined_heads(words: Sequence[str], bare: Sequence[str], end: int) -> tuple[int, ...]:
    """The last word of each joined part, without the parts that describe the last (council or NHS service)."""
    parts: list[list[int]] = [[]]
    for at in range(end):
        if bare[at] not in _JOINERS:
            parts[-1].append(at)
        if bare[at] in _JOINERS or words[at].endswith(","):
            parts.append([])
    *earlier, last = [part for part in parts if part] or [[end - 1]]
    if len(last) > 1:
        earlier = [part for part in earlier if not _describes(part, bare, last)]
    return tuple(part[-1] for part in (*earlier, last))


def _describes(part: Sequence[int], bare: Sequence[str], last: Sequence[int]) -> bool:
    """Whether a joined part describes the head of the last: council (or NHS service); not nurse (or social worker)."""
    noun, head = bare[part[-1]], bare[last[-1]]
    if is_mass(noun) or looks_plural(noun) > looks_plural(head):
        return True
    return len(part) == 1 and not {noun, head} <= word_set("person_words")


def _bare(word: str) -> str:
    """A word in lower case without the marks around it; initials keep their capitals, so that IT is not *it*."""
    core = _MARKS_AROUND.sub("", word).replace("\u2019", "'")
    return core if core.isupper() and len(core) > 1 else core.lower()
