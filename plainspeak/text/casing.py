"""Casing: giving replacement words the capitals of the words that they replace."""

from __future__ import annotations

from plainspeak.text.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_SMALL_WORDS = frozenset(
    {"a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "by", "with", "from", "as"}
)


def copy_case(model: str, words: str, *, initials: bool = False) -> str:
    """`words` with the capitals of `model`: Utilise makes Use of *use*, UTILISE makes USE, Service Users makes a title.

    A model in small letters leaves `words` as they are, and so do `initials` (ICB), also at its beginning (EHC plan):
    their capitals say nothing about the sentence. Words with capitals of their own (NHS, GPs, I) keep them.
    """
    if initials:
        return words
    if is_upper(model):
        return _WORD.sub(lambda word: _shouted(word.group()), words)
    if is_title_case(model):
        return in_title_case(words)
    first = _WORD.search(model)
    return _with_capital(words) if first and _has_only_a_first_capital(first.group()) else words


def is_upper(text: str) -> bool:
    """Whether every letter of `text` is a capital, and there are at least two."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def is_title_case(text: str) -> bool:
    """Whether `text` has at least two words, each with a capital but for small ones inside (Point of Contact)."""
    words = _WORD.findall(text)
    if len(words) <= 1 or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(word[0].isupper() or word in _SMALL_WORDS or not word[0].isalpha() for word in words)


def in_title_case(words: str, *, ends: bool = True) -> str:
    """Each word with a capital, but for small words inside and what follows a hyphen.

    Where more of the title follows (`ends` is False), a small word at the end has none either.
    """
    pieces = words.split(" ")
    edges = (0, len(pieces) - 1) if ends else (0,)
    return " ".join(
        piece if piece in _SMALL_WORDS and at not in edges else _with_capital(piece) for at, piece in enumerate(pieces)
    )


def _has_only_a_first_capital(word: str) -> bool:
    return word[0].isupper() and word[1:] == word[1:].lower()


def _with_capital(words: str) -> str:
    """`words` with a capital first letter, unless their first word has capitals of its own (iPad)."""
    first = _WORD.search(words)
    if not first or not first.group().islower():
        return words
    at = first.start()
    return words[:at] + words[at].upper() + words[at + 1 :]


def _shouted(word: str) -> str:
    """A word in capitals, unless it mixes them already (GPs)."""
    return word if word[1:] != word[1:].lower() else word.upper()
