"""Lists: a wording among the describing words before a noun."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.fit import Fit
from plainspeak.text.part_of_speech import Part
from plainspeak.text.phrases import head_index

_DESCRIBING: frozenset[Part] = frozenset({"adjective"})


def without_list_comma(occurrence: Occurrence, fit: Fit) -> Fit:
    """*a calm, person-centred approach* -> *a calm approach built around the person*.

    The comma goes where the noun now comes first, for it stood between two describing words.
    """
    first = occurrence.tokens[0]
    begins_with_noun = occurrence.entry.kind == "noun" and head_index(fit.text.split(" "), "noun") == 0
    if not begins_with_noun or fit.start != occurrence.span.start or occurrence.before != "," or first < 2:  # noqa: PLR2004 - the word and its comma
        return fit
    sentence = occurrence.sentence
    if not sentence.is_one_of(_DESCRIBING, first - 2):
        return fit
    describing = sentence.tokens[first - 2]
    return fit.widened(describing.start, fit.end, f"{describing.text} {fit.text}").in_doubt()
