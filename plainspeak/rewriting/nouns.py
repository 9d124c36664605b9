"""Nouns: a wording put in place of a noun, in its number, with its possessive and before other nouns."""

from __future__ import annotations

from typing import Literal

from plainspeak.glossary.entry import Wording
from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting import agreement
from plainspeak.rewriting.doings import acts_on_something, describes_doing, is_action, is_with_adverb
from plainspeak.rewriting.fit import Fit
from plainspeak.rewriting.owners import is_owned, owner_inside, owning
from plainspeak.rewriting.phrase_bounds import phrase_end
from plainspeak.text.adverbs import is_adverb
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.noun_phrases import Number
from plainspeak.text.part_of_speech import Part
from plainspeak.text.parts.grammar import VERBAL
from plainspeak.text.parts.stems import noun_bases
from plainspeak.text.parts.uses import closed, known, listed
from plainspeak.text.phrases import inflect_phrase, is_simple, phrase_number
from plainspeak.text.word_lists import word_table

_POSSESSIVE = lazy_pattern(r"['\u2019][sS]?(?![^\W_])")


def fit_noun(occurrence: Occurrence, fit: Fit, wording: Wording) -> Fit | None:
    """The wording in the number of the noun it replaces, or None where no sentence can be made of it."""
    plural = "plural" in occurrence.features and "base" not in occurrence.features
    text = inflect_phrase(wording.say, "noun", "plural" if plural else "base")
    was = _number_of(occurrence, plural=plural)
    now: Number = "plural" if plural and text != wording.say.replace("*", "") else phrase_number(text)
    fit = fit.saying(text)
    possessive = _POSSESSIVE.match(occurrence.sentence.text, occurrence.span.end)
    if possessive and (possessive.group().lower().endswith("s") or plural):
        return owning(occurrence, fit, possessive.end(), now)
    if occurrence.after in _RELATIVES and not _RELATIVES.isdisjoint(text.split()):
        return None  # organisations that provide services who are late
    if _is_graded(occurrence) and "adjective" not in known(text.partition(" ")[0].lower()):
        return None
    if fit.safe and shares_head(occurrence) and not _keeps_head(occurrence, text):
        fit = fit.in_doubt()
    if fit.safe and (_is_crowded(occurrence, text) or (" " in text and _may_share_noun(occurrence))):
        fit = fit.in_doubt()
    following = _follower(occurrence, asks_safety=fit.safe)
    if following == "noun" or (following == "likely" and not _may_describe(fit.text)):
        return _before_noun(occurrence, fit, wording)
    if following:
        fit = fit.in_doubt()
    return _number(occurrence, fit, was, now)


def shares_head(occurrence: Occurrence) -> bool:
    """Whether a word joined on before describes the same noun as the term: *lonely and vulnerable people*."""
    first, last = occurrence.tokens
    if occurrence.before not in {"and", "or", "&"} or first <= 1 or first == last:
        return False
    words = occurrence.sentence.words
    at = first - 4 if first > 3 and words[first - 3 : first - 1] == ["and", "/"] else first - 2  # noqa: PLR2004 - and/or
    joined = occurrence.sentence.reading_of(at, at)
    if joined.part == "verb" and not at:
        return joined.feature in {"participle", "past"}  # Targeted and universal services
    return joined.part == "adjective" or (joined.part == "noun" and joined.feature == "singular")


def _is_graded(occurrence: Occurrence) -> bool:
    """Whether a word before says how much of it: *particularly vulnerable people*, which no *people at risk* can take."""
    first, last = occurrence.tokens
    return (
        first < last
        and (occurrence.before in _GRADING or (occurrence.before.endswith("ly") and is_adverb(occurrence.before)))
        and not _DESCRIBING.isdisjoint(known(occurrence.sentence.words[first].lower()))
    )


def _is_crowded(occurrence: Occurrence, text: str) -> bool:
    """Whether a wording would bring a word such as *new* behind another describing word: *digital new ideas*."""
    before = occurrence.tokens[0] - 1
    if text.partition(" ")[0] not in _STANDING_FIRST or before < 0:
        return False
    return occurrence.sentence.reading_of(before, before).part == "adjective"


def _may_share_noun(occurrence: Occurrence) -> bool:
    """Whether the term may go with a noun behind the word joined to it: *capacity and resource issues*."""
    if occurrence.after not in {"and", "or", "&"}:
        return False
    sentence, joined = occurrence.sentence, occurrence.tokens[1] + 2
    if joined + 1 >= len(sentence.words) or not sentence.is_one_of(_NOUN, joined):
        return False
    reading = sentence.reading_of(joined, joined)
    return reading.feature == "singular" and sentence.is_one_of(_NOUN, joined + 1)


def _keeps_head(occurrence: Occurrence, text: str) -> bool:
    """Whether a wording ends in the noun that the term ends in, with a word before it: *support staff*, *helping staff*."""
    return " " in text and text.rpartition(" ")[2].lower() == occurrence.text.rpartition(" ")[2].lower()


def _number_of(occurrence: Occurrence, *, plural: bool) -> Number:
    """The number of the term as it stands; initials may end in s and be one thing: *CAMHS is*."""
    if plural or occurrence.entry.kind == "initials":
        return "plural" if plural else "singular"
    return phrase_number(occurrence.text.lower())


def _number(occurrence: Occurrence, fit: Fit, was: Number, now: Number) -> Fit | None:
    if was == now == "plural" and (moved := owner_inside(occurrence, fit)):
        return moved
    if fit.safe and not is_simple(fit.text) and is_owned(occurrence):
        fit = fit.in_doubt()  # our people who use services
    if fit.safe and not is_simple(fit.text) and _is_compound(occurrence):
        fit = fit.in_doubt()  # a budget work to hear people's views
    if describes_doing(occurrence, fit.text):
        if acts_on_something(fit.text):
            return None  # continuous making services better
        fit = fit.in_doubt()  # more effective finding and keeping staff
    agreed = agreement.agree_in_number(occurrence, fit, was, now)
    if agreed is None or agreed.start != occurrence.span.start:
        return agreed
    if now == "mass" and is_action(agreed.text):
        return _action(occurrence, agreed)
    if not agreed.safe and now in ("singular", was):
        return agreed
    is_name = agreed.text[:1].isupper() and occurrence.entry.kind == "initials"
    if (_wants_article(occurrence, now) and not is_name) or (_is_tied(occurrence) and not is_simple(agreed.text)):
        return agreed.in_doubt()
    return agreed if now in ("singular", was) else agreement.drop_article(occurrence, agreed)


def _is_tied(occurrence: Occurrence) -> bool:
    """Whether what follows must stand right behind the noun: *an approach to giving help*, *a plan of theirs*."""
    following = occurrence.sentence.words[occurrence.tokens[1] + 2 :]
    return occurrence.after == "of" or (occurrence.after == "to" and bool(following) and following[0].endswith("ing"))


def _is_compound(occurrence: Occurrence) -> bool:
    """Whether the noun right before says what kind of thing the term is: *a budget engagement exercise*."""
    before = occurrence.tokens[0] - 1
    if before < 0 or not occurrence.before.isalpha():
        return False
    reading = occurrence.sentence.reading_of(before, before)
    return reading.part == "noun" and reading.feature == "singular"


def _wants_article(occurrence: Occurrence, now: Number) -> bool:
    """Whether a countable word would stand alone where the term could: *looking at impact* -> *looking at effect*."""
    if now != "singular":
        return False
    before = occurrence.tokens[0] - 1
    return before < 0 or not occurrence.sentence.is_one_of(_BEFORE_SINGULAR, before)


_GRADING = frozenset(
    "very so too especially particularly extremely highly increasingly equally severely clinically".split()
)
_DESCRIBING = frozenset({"adjective", "participle-adjective"})
_STANDING_FIRST = frozenset("new old good better bad big large small long".split())
"""Words that stand before others that describe: a new digital idea."""
_RELATIVES = frozenset({"who", "which", "that"})
_POINTING = frozenset({"this", "that", "these", "those"})
_BEFORE_THING: frozenset[Part] = frozenset({"determiner", "adjective", "number"})
_BEFORE_SINGULAR: frozenset[Part] = _BEFORE_THING | {"noun", "name"}
_NOUN: frozenset[Part] = frozenset({"noun"})
_JOINING: frozenset[Part] = frozenset({"preposition", "conjunction"})


def _action(occurrence: Occurrence, fit: Fit) -> Fit | None:
    """An action has no article and no owner behind it: *the co-production went well* -> *working together went well*."""
    if occurrence.after == "of":
        return fit.in_doubt() if is_with_adverb(fit.text) else None
    if occurrence.after in {"from", "by"} and fit.text.partition(" ")[0].endswith("ing"):
        return None  # participation from young people
    if _shares_article(occurrence):
        return fit.in_doubt()
    dropped = agreement.drop_article(occurrence, fit, also_the=True)
    if fit.safe and dropped is fit and occurrence.tokens[0]:
        before = occurrence.tokens[0] - 1
        done_to = occurrence.before.endswith("ing") and fit.text.partition(" ")[0].endswith("ing")
        described = occurrence.sentence.is_one_of(_BEFORE_SINGULAR, before) or _is_described_as_done(occurrence)
        if occurrence.before in _POINTING or done_to or described:
            return fit.in_doubt()  # achieving getting better, care joining up services
    return dropped


def _is_described_as_done(occurrence: Occurrence) -> bool:
    """Whether a participle after a small word describes the term: *through targeted outreach*, not *we targeted outreach*."""
    sentence, before = occurrence.sentence, occurrence.tokens[0] - 1
    if sentence.reading_of(before, before).feature not in {"participle", "past"}:
        return False
    return before > 0 and not _JOINING.isdisjoint(closed(sentence.words[before - 1].lower()))


def _shares_article(occurrence: Occurrence) -> bool:
    """Whether *the* before the term goes with a noun behind another: *the commissioning and planning process*."""
    if occurrence.after not in {"and", "or", "&"} or occurrence.before not in {"the", "a", "an", "our", "their", "its"}:
        return False
    joined = occurrence.tokens[1] + 2
    last = phrase_end(occurrence.sentence, joined)
    if last is None or occurrence.sentence.is_one_of(_BEFORE_THING, joined):
        return False
    following = occurrence.sentence.words[last + 1 : last + 2]
    return last > joined or any(word.endswith("ing") for word in following)


def _follower(occurrence: Occurrence, *, asks_safety: bool) -> Literal["noun", "likely", "doubtful", ""]:
    """Whether a noun follows directly (*provider network*), likely one (*provider groups*), or what may as well be the verb.

    Where nobody `asks_safety`, a doubt says nothing, and the sentence is not read for one.
    """
    following = occurrence.tokens[1] + 1
    words = occurrence.sentence.words
    gap = occurrence.sentence.text[occurrence.span.end : occurrence.span.end + 1]
    if following >= len(words) or not gap.isspace() or not words[following][:1].isalpha():
        return ""
    if _is_mainly_verb(words[following]) and _ends_plural_subject(occurrence):
        return ""
    stands_alone = occurrence.features == ("plural",) or not is_simple(occurrence.text)
    if (stands_alone and not asks_safety) or not occurrence.sentence.is_one_of(_NOUN, following):
        return ""
    if not is_simple(occurrence.text):
        return (
            "" if "preposition" in closed(occurrence.text.lower().rpartition(" ")[2]) else "doubtful"
        )  # theory of change model
    if stands_alone:
        return "doubtful"  # the barriers people face
    reading = occurrence.sentence.reading_of(following, following)
    if not _may_be_verb(words[following]) or (reading.sure and reading.feature != "plural"):
        return "noun"
    return "likely" if reading.sure else "doubtful"


def _ends_plural_subject(occurrence: Occurrence) -> bool:
    """Whether the term ends words whose verb follows: *elective recovery* in *waits for elective recovery remain long*."""
    sentence, head = occurrence.sentence, occurrence.tokens[0] - 2
    if head < 0 or "preposition" not in closed(occurrence.before):
        return False
    return sentence.reading_of(head, head).feature == "plural"


def _is_mainly_verb(word: str) -> bool:
    uses = known(word.lower())
    return "base" in uses and uses["base"] < uses.get("noun", uses["base"] + 1)


def _may_be_verb(word: str) -> bool:
    small = word.lower()
    return not VERBAL.isdisjoint(known(small).keys() | closed(small).keys())


def _before_noun(occurrence: Occurrence, fit: Fit, wording: Wording) -> Fit | None:
    """A noun before another noun: a plain phrase takes its place, a longer one moves behind: *group for people who …*."""
    if occurrence.entry.kind == "initials":
        expansion = fit.saying(wording.say.replace("*", ""))
        if is_action(expansion.text):
            return None
        return expansion if is_simple(expansion.text) else expansion.in_doubt()
    if _may_describe(fit.text):
        return fit.in_doubt() if " " in fit.text or _may_be_verb(fit.text) else fit
    sentence = occurrence.sentence
    last = phrase_end(sentence, occurrence.tokens[1] + 1)
    if last is None or occurrence.before == "-":
        return None
    thing = sentence.text[sentence.tokens[occurrence.tokens[1] + 1].start : sentence.tokens[last].end]
    whole = inflect_phrase(wording.say, "noun", "plural") if phrase_number(wording.say) == "singular" else fit.text
    return fit.widened(fit.start, sentence.tokens[last].end, f"{thing} {_tie(thing)} {whole}").in_doubt()


def _may_describe(text: str) -> bool:
    """Whether a wording can stand before a noun as it is: *staff*, *local group*; not *workers*, *sharing skills*."""
    if not is_simple(text):
        return False
    first = text.partition(" ")[0]
    if first.endswith("ing") and "-" not in first:
        return False
    return phrase_number(text) != "plural" or (text.isalpha() and listed(text, "groups"))


def _tie(thing: str) -> str:
    """The small word between a thing and those it belongs to: *satisfaction of*, *feedback from*, else *for*."""
    noun = thing.rpartition(" ")[2].lower()
    ties = word_table("owned_nouns")
    return next((ties[base][0] for base in (noun, *noun_bases(noun)) if base in ties), "for")
