"""Doubled words: a wording that would say again what stands beside it already."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.fit import Fit
from plainspeak.text.phrases import head_index

_JOINING = frozenset({"and", "or", "&", ","})


def without_doubled_words(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """Take off the words of a wording that stand beside it already: *working together* before *together*.

    None when nothing would be left.
    """
    words = said = fit.text.split(" ")
    first = occurrence.tokens[1] + 1
    following = [word.lower() for word in occurrence.sentence.words[first : first + 2]]
    if words[-1].lower() in following and fit.end == occurrence.span.end:
        for size in (2, 1):
            if len(following) >= size and [word.lower() for word in words[-size:]] == following[:size]:
                words = words[:-size]
                break
    if fit.start == occurrence.span.start and words and words[0].lower() == occurrence.before:
        words = words[1:]
    if not words:
        return None
    whole = fit if words is said else fit.saying(" ".join(words))
    return _over_doubled_head(occurrence, whole) or _without_doubled_neighbour(occurrence, whole)


def _over_doubled_head(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """*SEMH needs* -> *needs to do with feelings*, and not *needs to do with feelings needs*; None where nothing is doubled."""
    words = fit.text.lower().split(" ")
    if len(words) == 1 or fit.end != occurrence.span.end or occurrence.after not in words:
        return None
    if occurrence.after != words[head_index(words, "noun")]:
        return None
    return fit.widened(fit.start, occurrence.sentence.tokens[occurrence.tokens[1] + 1].end, fit.text).in_doubt()


def says_twice_behind(occurrence: Occurrence, fit: Fit) -> bool:
    """Whether a wording that reaches past its term ends in the very word that follows: *the past of what there is is*."""
    if fit.end == occurrence.span.end:
        return False
    following = occurrence.sentence.token_at_or_after(fit.end)
    return following is not None and following.text.lower() == fit.text.rpartition(" ")[2].lower()


def _without_doubled_neighbour(occurrence: Occurrence, fit: Fit) -> Fit:
    """Take a word away that would say its neighbour again: *new and innovative* -> *new*."""
    if " " in fit.text or fit[:2] != occurrence.span:
        return fit
    words = occurrence.sentence.words
    first, last = occurrence.tokens
    if first >= 2 and occurrence.before in _JOINING and words[first - 2].lower() == fit.text.lower():  # noqa: PLR2004 - the word and its joint
        if occurrence.sentence.reading_of(first - 2, first - 2).part != occurrence.reading.part:
            return fit.in_doubt()  # has needs and needs a hoist
        return fit.widened(occurrence.sentence.tokens[first - 2].end, fit.end, "")
    if last + 2 < len(words) and occurrence.after in _JOINING and words[last + 2].lower() == fit.text.lower():
        return fit.widened(fit.start, occurrence.sentence.tokens[last + 2].end, fit.text)
    return fit.in_doubt() if fit.text.lower() in _listed_beside(words, first, last) else fit


def _listed_beside(words: Sequence[str], first: int, last: int) -> set[str]:
    """The other single words of the list that a word stands in: *skills* and *time* in *assets, skills and time*."""
    found: set[str] = set()
    for joint, step in ((first - 1, -1), (last + 1, 1)):
        places = range(joint, -1 if step < 0 else len(words), 2 * step)
        for at in takewhile(lambda place: words[place].lower() in _JOINING, places):
            found.update(word.lower() for word in words[max(at + step, 0) : at + step + 1])
    return found
