"""Names: whether a term stands in the name of a body, a programme, an Act or a report."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.text.parts.words import closed, known
from plainspeak.text.protected import name_around


def is_part_of_name(occurrence: Occurrence) -> bool:
    """Whether the words around show that the term belongs to a longer name, or is one word used as a name.

    A term that is all of a run of capitals (*Service Users*, *Care Plan*) is only a writer's habit and no name.
    """
    sentence = occurrence.sentence
    first, last = occurrence.tokens
    words = sentence.words
    if not any(word[:1].isupper() for word in words[first : last + 1]) or sentence.is_heading:
        return False
    begin, finish = name_around(words, first, last)
    if occurrence.starts_sentence and not _next_has_capital(words, last):
        finish = last
    outside = [index for index in (*range(begin, first), *range(last + 1, finish + 1)) if _shows_name(words, index)]
    if outside:
        return all(word[:1].isupper() for word in words[first : last + 1] if len(word) > 3)  # noqa: PLR2004 - of, and, the
    return _is_lone_capital(occurrence)


def _next_has_capital(words: list[str], last: int) -> bool:
    return last + 1 < len(words) and words[last + 1][:1].isupper()


def _shows_name(words: list[str], index: int) -> bool:
    """A capital shows a name, unless it is the first word of the sentence and an ordinary one."""
    word = words[index]
    if not word[:1].isupper():
        return False
    return any(before[:1].isalnum() for before in words[:index]) or not _is_common(word.lower())


def _is_common(word: str) -> bool:
    return bool(closed(word) or known(word))


def _is_lone_capital(occurrence: Occurrence) -> bool:
    """One word with a capital in the middle of a sentence: *the Partnership*, *our Commissioner*."""
    if occurrence.entry.kind == "initials" or occurrence.starts_sentence or not occurrence.text.isalpha():
        return False
    return (
        occurrence.before not in {":", "\u2013", "-", "\u201c", "\u2018", '"', "'", "(", "/", "\u2022"}
        and not occurrence.text.isupper()
    )
