"""Clauses: whether the words from one place on say what somebody or something does or is.

*make sure* takes a clause (make sure staff are trained), *make sure of* a thing (make sure of the safety of staff).
"""

from __future__ import annotations

from plainspeak.matching.context import Sentence, plain_word

_ENDS = frozenset(". ; : ! ?".split())
_OPENERS = frozenset("as because although if since so unless until when while whilst whereas but".split())
"""Words behind which the verb belongs to another clause."""
_RELATIVES = frozenset("who whom whose which that where".split())
"""Words that describe what stands before them, with a verb of their own."""
_JOINERS = frozenset("and or then".split())
_UNFINISHED = frozenset("be been being having".split())
"""Helping verbs that need another one before them."""
_SUBJECTS = frozenset("i we you they he she it who everyone everybody anyone anybody nobody".split())


def begins_clause(sentence: Sentence, at: int) -> bool:
    """Whether the `parts` of `sentence` from `at` on have a verb of their own: *that it works*, *staff are trained*."""
    if at >= len(sentence.parts):
        return False
    words = [plain_word(word) for word in sentence.words]
    start = _behind_an_aside(words, sentence.token_of_part(at))
    if words[start] == "that":
        return True
    owed = 1
    described = False
    for index in range(start, len(words)):
        word = words[index]
        if word in _ENDS or word in _OPENERS or (word == "," and _begins_anew(words, index + 1)):
            return False
        if word in _RELATIVES and index > start:
            owed += not described
            described = True
        elif _is_finite(sentence, words, index):
            if words[index - 1] in _JOINERS:
                if described:
                    continue
                return False
            owed -= 1
            if not owed:
                return True
    return False


def _behind_an_aside(words: list[str], index: int) -> int:
    """Where the words go on that a comma parts from the verb: *ensure, where possible, that*."""
    if words[index] == "," and "," in words[index + 1 : -1]:
        return words.index(",", index + 1) + 1
    return index


def _begins_anew(words: list[str], index: int) -> bool:
    """Whether a new clause starts here with its subject: *we check it* in *To ensure safety, we check it*."""
    return index < len(words) and words[index] in _SUBJECTS and words[index] != "who"


def _is_finite(sentence: Sentence, words: list[str], index: int) -> bool:
    """Whether the word is a verb that makes a clause: *are*, *works*; not *trained*, *to work* or *working*."""
    part, feature, _ = sentence.reading_of(index, index)
    if part == "auxiliary":
        return words[index] not in _UNFINISHED
    before = words[index - 1] if index else ""
    return part == "verb" and (feature in ("present", "s") or (feature == "past" and before in _SUBJECTS))
