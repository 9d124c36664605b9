"""Suggestions: the wordings of an entry, put into the form that the sentence needs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from plainspeak.glossary.entry import Entry, Kind, Wording
from plainspeak.matching.conditions import compile_rule
from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting import agreement
from plainspeak.rewriting.adjectives import fit_adjective, stands_before_noun
from plainspeak.rewriting.capitals import copy_capitals
from plainspeak.rewriting.deletion import deletion
from plainspeak.rewriting.doubled_words import says_twice_behind, without_doubled_words
from plainspeak.rewriting.first_use import explanation
from plainspeak.rewriting.fit import Fit
from plainspeak.rewriting.lists import without_list_comma
from plainspeak.rewriting.nouns import fit_noun, shares_head
from plainspeak.rewriting.objects import OBJECT
from plainspeak.rewriting.speakers import addresses_somebody_else
from plainspeak.rewriting.suggestion import Suggestion
from plainspeak.rewriting.verbs import fit_verb
from plainspeak.text.parts.grammar import NOMINAL
from plainspeak.text.parts.uses import closed, known
from plainspeak.text.phrases import phrase_number

_LONGEST_BETWEEN = 5
"""How many words the two parts of *make ... part of everyday work* bear between them."""
MOST = 6
"""How many swaps are offered for one finding at most."""


def suggestions(occurrence: Occurrence, most: int = MOST) -> tuple[Suggestion, ...]:
    """Everything to offer for `occurrence`, best first: swaps, then the meaning in brackets, then the question.

    Where the entry says why its word must stay, the meaning in brackets comes first. There are not more than `most` swaps.
    """
    entry = occurrence.entry
    swaps = list(islice(_swaps(occurrence), most))
    gloss = explanation(occurrence)
    stays = entry.keep and entry.kind != "initials"  # spelt out, initials keep the words of the law
    offered = [gloss, *swaps] if stays and gloss else [*swaps, *([gloss] if gloss else [])]
    if entry.ask:
        offered.append(Suggestion("ask", entry.ask, *occurrence.span))
    return tuple(offered)


def _swaps(occurrence: Occurrence) -> Iterator[Suggestion]:
    seen: set[tuple[int, int, str]] = set()
    far: list[Suggestion] = []
    for wording in wordings_in_order(occurrence):
        suggestion = _suggest(occurrence, wording)
        if suggestion and (key := (suggestion.start, suggestion.end, suggestion.text)) not in seen:
            seen.add(key)
            if OBJECT in wording.say and _reaches_far(occurrence, suggestion):
                far.append(suggestion)
            else:
                yield suggestion
    yield from far


def _reaches_far(occurrence: Occurrence, suggestion: Suggestion) -> bool:
    """Whether so much is put between the parts of a wording that they fall apart: *make a, b and c of d part of our work*."""
    between = occurrence.sentence.text[occurrence.span.end : suggestion.end]
    return len(between.split()) > _LONGEST_BETWEEN


def wordings_in_order(occurrence: Occurrence) -> list[Wording]:
    """The wordings that fit here: those made for such a place first, then those that fit everywhere.

    Of these, those in which the writer's own group speaks come last in a paragraph where nobody speaks to anybody.
    """
    chosen, general = [], []
    for wording in occurrence.entry.say_instead:
        rule = compile_rule(wording.when, wording.near) if wording.when or wording.near else None
        if rule is None:
            general.append(wording)
        elif rule.holds(occurrence.paragraph, occurrence.sentence, occurrence.span):
            chosen.append(wording)
    if len(general) > 1 and _speaks_as_us(general[0]) and _SPEAKING.isdisjoint(occurrence.paragraph.vocabulary):
        general.sort(key=_speaks_as_us)
    return chosen + general


def _speaks_as_us(wording: Wording) -> bool:
    """Whether the writer's own group speaks: *people we support*, which are not *their people we support*."""
    return not _US.isdisjoint(wording.say.split())


def _suggest(occurrence: Occurrence, wording: Wording) -> Suggestion | None:
    if not wording.say:
        gone = deletion(occurrence)
        return gone._replace(safe=False) if gone and _shares_last_word(occurrence, "") else gone
    if wording.kind is not None and _owns_something(occurrence):
        return None
    if occurrence.before in _THEIRS and _speaks_as_us(wording):
        return None
    if wording.kind == "adjective" and _only_acts(occurrence):
        return None
    fit = _finish(occurrence, _fit(occurrence, wording))
    if fit is None or fit.text == occurrence.sentence.text[fit.start : fit.end]:
        return None
    return Suggestion(
        "swap" if fit.text else "delete", fit.text, fit.start, fit.end, fit.safe and not occurrence.entry.keep
    )


def _only_acts(occurrence: Occurrence) -> bool:
    """Whether a verb stands in a form that describes nothing: *align with*, *aligns with*; not *aligned with*."""
    return occurrence.entry.kind == "verb" and {"base", "s"}.issuperset(occurrence.features)


def _shares_last_word(occurrence: Occurrence, words: str) -> bool:
    """Whether the *to* or *that* of a term is said again: *are required to sign it and to pay*, which *must* cannot share."""
    last = occurrence.text.rpartition(" ")[2].lower()
    if last not in {"to", "that"} or words.rpartition(" ")[2].lower() == last:
        return False
    following = [word.lower() for word in occurrence.sentence.words[occurrence.tokens[1] + 1 :]]
    return any(pair in {("and", last), ("or", last)} for pair in pairwise(following))


def _shares_be(occurrence: Occurrence, words: str) -> bool:
    """Whether *is* that goes with the term is used again: *is aligned with the law and informed by it*, not *fits in with*."""
    if occurrence.text.partition(" ")[0].lower() not in _BE or words.partition(" ")[0].lower() in _BE:
        return False
    sentence, at = occurrence.sentence, occurrence.tokens[1] + 1
    joints = (index for index in range(at, len(sentence.words) - 1) if sentence.words[index].lower() in _JOINING)
    readings = (sentence.reading_of(index + 1, index + 1) for index in joints)
    return any(reading.feature == "participle" or reading.part == "adjective" for reading in readings)


_US = frozenset("we us our ours we're we've we'll we'd".split())
_SPEAKING = _US | frozenset("i me my mine you your yours".split())
_THEIRS = frozenset("his her its their".split())
_BE = frozenset("am is are was were be been being".split())
_JOINING = frozenset({"and", "or", "but"})


def _gives_initials(occurrence: Occurrence) -> bool:
    """Whether initials in brackets follow that stand for the term: *stakeholder engagement processes (SEP)*."""
    words, following = occurrence.sentence.words, occurrence.tokens[1] + 1
    inside = words[following + 1 : following + 2]
    return words[following : following + 1] == ["("] and bool(inside) and len(inside[0]) > 1 and inside[0].isupper()


def _is_spoken_of(occurrence: Occurrence) -> bool:
    """Whether the text speaks of the word and does not use it: *the term service user*."""
    return occurrence.before in _WORDS_FOR_WORDS and occurrence.tokens[0] > 1


def _is_described_before_comma(occurrence: Occurrence) -> bool:
    """Whether a fixed phrase stands last in a list that describes its noun: *for joined-up, community-based care*."""
    first = occurrence.tokens[0]
    if occurrence.before != "," or first <= 1 or occurrence.entry.kind != "phrase":
        return False
    return occurrence.sentence.reading_of(first - 2, first - 2).part == "adjective"


def _owns_something(occurrence: Occurrence) -> bool:
    """Whether an apostrophe follows, which only a noun can have."""
    return occurrence.sentence.text[occurrence.span.end : occurrence.span.end + 1] in {"'", "\u2019"}


def _fit(occurrence: Occurrence, wording: Wording) -> Fit | None:
    start = Fit(*occurrence.span, wording.say, safe=occurrence.sure)
    kind = _kind(occurrence.entry, wording)
    if kind == "noun":
        return fit_noun(occurrence, start, wording)
    if kind == "verb":
        return fit_verb(occurrence, start)
    if kind == "adjective":
        return fit_adjective(occurrence, start)
    return _fit_phrase(occurrence, start.saying(wording.say.replace("*", "")))


def _fit_phrase(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """Fixed words as they are; an *a* before them goes where they end the phrase and stand for several things.

    None where a clause would stand before a noun: *our learning events* -> *what we have learned events*.
    """
    owned = occurrence.text.partition(" ")[0].lower() in _OWNERS
    if owned and fit.text.startswith("what ") and stands_before_noun(occurrence):
        return None
    if shares_head(occurrence) and (occurrence.reading.part == "noun" or _names_things(occurrence)):
        fit = fit.in_doubt()  # unmet and complex needs, targeted and universal services
    if occurrence.after in _AGREEING and occurrence.reading.part == "noun":
        return agreement.agree_in_number(
            occurrence, fit, phrase_number(occurrence.text.lower()), phrase_number(fit.text)
        )
    if occurrence.before in {"and", "or"} and fit.text.partition(" ")[0].endswith("ing"):
        return fit.in_doubt()  # the design and provision of
    if occurrence.before not in _BEFORE_ONE or phrase_number(fit.text) == "singular" or stands_before_noun(occurrence):
        return fit
    return agreement.drop_article(occurrence, fit).in_doubt()


def _names_things(occurrence: Occurrence) -> bool:
    """Whether fixed words end in a noun and begin with no small word: *universal services*, not *on a daily basis*."""
    first, _, rest = occurrence.text.lower().partition(" ")
    return bool(rest) and not closed(first) and not NOMINAL.isdisjoint(known(rest.rpartition(" ")[2]))


_WORDS_FOR_WORDS = frozenset({"term", "word", "phrase", "expression", "label"})
_OWNERS = frozenset("my your his her its our their the".split())
_AGREEING = frozenset({"is", "are", "was", "were", "has", "have"})
_BEFORE_ONE = frozenset({"a", "an", "this", "that", "each", "every", "another"})


def _kind(entry: Entry, wording: Wording) -> Kind:
    """The kind by whose rules a wording is inflected; initials stand for nouns."""
    if wording.kind is not None:
        return "phrase"
    return "noun" if entry.kind == "initials" else entry.kind


def _finish(occurrence: Occurrence, fit: Fit | None) -> Fit | None:
    if fit is None:
        return None
    fit = agreement.without_second_article(occurrence, fit)
    if occurrence.entry.kind == "noun":
        fit = without_list_comma(occurrence, fit)
    single = without_doubled_words(occurrence, fit)
    if single is None:
        return None
    if says_twice_behind(occurrence, single):
        return None
    if single.safe and (
        _is_spoken_of(occurrence)
        or _is_described_before_comma(occurrence)
        or _shares_last_word(occurrence, single.text)
        or _shares_be(occurrence, single.text)
        or _gives_initials(occurrence)
        or agreement.owns_behind_description(occurrence, single)
        or addresses_somebody_else(occurrence, single.text)
    ):
        single = single.in_doubt()
    whole = agreement.drop_determiner(occurrence, copy_capitals(occurrence, single))
    return agreement.mend_article(occurrence, whole)
