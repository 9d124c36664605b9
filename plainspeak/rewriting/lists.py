"""Lists: a wording among the describing words before a noun."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.fit import Fit
from plainspeak.text.part_of_speech import Part
from plainspeak.text.phrases import head_index
from plainspeak.text.word_lists import word_set

_DESCRIBING: frozenset[Part] = frozenset({"adjective"})


def without_list_comma(occurrence: Occurrence, fit: Fit) -> Fit:
    """*a calm, person-centred approach* -> *a calm approach built around the person*.

    The comma goes where the noun now comes first, for it stood between two describing words.
    """
    if occurrence.before != "," or occurrence.tokens[0] <= 1:
        return fit
    if fit.start != occurrence.span.start or not _begins_with_noun(occurrence, fit):
        return fit
    sentence, before_comma = occurrence.sentence, occurrence.tokens[0] - 2
    is_describing_noun = sentence.words[before_comma].lower() in word_set("describing_nouns")
    if not is_describing_noun and not sentence.is_one_of(_DESCRIBING, before_comma):
        return fit
    if before_comma and sentence.words[before_comma - 1].lower() == "in":
        return fit  # in general, peer mentoring
    describing = sentence.tokens[before_comma]
    return fit.widened(describing.start, fit.end, f"{describing.text} {fit.text}").in_doubt()


def _begins_with_noun(occurrence: Occurrence, fit: Fit) -> bool:
    """Whether a noun now stands where the term stood: the wording's own, or the one that a describing term stood before."""
    if occurrence.entry.kind == "noun":
        return head_index(fit.text.split(" "), "noun") == 0
    return fit.end != occurrence.span.end
