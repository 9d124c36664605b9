"""Agreement: the words around a term made to agree with what is put in its place.

Each step takes the occurrence and the `Fit` so far, and gives back a `Fit`, or None where no sentence can be made.
"""

from __future__ import annotations

from functools import lru_cache

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.fit import Fit
from plainspeak.rewriting.phrase_bounds import phrase_start
from plainspeak.text.adverbs import is_adverb
from plainspeak.text.articles import article_for
from plainspeak.text.casing import copy_case
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.noun_phrases import Number
from plainspeak.text.part_of_speech import Part
from plainspeak.text.parts.stems import verb_bases
from plainspeak.text.parts.words import costs_of, two_words
from plainspeak.text.verbs import verb_form
from plainspeak.text.word_lists import word_set

_ARTICLES = frozenset({"a", "an"})
_ARTICLES_AND_THE = _ARTICLES | {"the"}
_TO_SINGULAR = {
    "these": "this", "those": "that", "many": "much", "few": "little", "several": "some",
    "are": "is", "were": "was", "have": "has", "do": "does", "aren't": "isn't", "weren't": "wasn't", "haven't": "hasn't",
}  # fmt: skip
_TO_PLURAL = {
    "this": "these", "that": "those", "much": "many", "little": "few",
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't",
}  # fmt: skip
_VERBS_IN_NUMBER = frozenset({"is", "are", "was", "were", "has", "have"})
_BEFORE = frozenset({"these", "those", "many", "few", "several", "this", "that", "much", "little"})
_COUNTS_ONE = frozenset({"each", "every", "another", "one", "either", "neither"})
_COUNTS_MANY = frozenset({"both", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_OWN_BEGINNING = frozenset(
    "how what where who why when whether all both every everyone someone anyone your our their my his her its this that".split()
)
_PREPOSITION: frozenset[Part] = frozenset({"preposition"})
_DESCRIBING: frozenset[Part] = frozenset({"adjective", "adverb"})
_BEFORE_NOUN: frozenset[Part] = frozenset({"determiner", "adjective"})
_PRESENT = frozenset({"s", "present", "half-modal"})
_REMEMBERED = 16_384
_LEADING_ARTICLE = lazy_pattern(r"\A(?:[aA][nN]?|[tT][hH][eE]) (?=\w)")


def agree_in_number(occurrence: Occurrence, fit: Fit, was: Number, now: Number) -> Fit | None:
    """Make *these*, *many*, *are*, *has* and the like agree when the number changes from `was` to `now`."""
    before, after = occurrence.before, occurrence.after
    if now == "mass" and before in _COUNTS_ONE:
        return None
    if (was == "plural") == (now == "plural"):
        return fit
    if _is_taken_up(occurrence, _SEVERAL_THINGS if was == "plural" else _ONE_THING):
        fit = fit.in_doubt()
    table = _TO_PLURAL if now == "plural" else _TO_SINGULAR
    if before in (_COUNTS_ONE if now == "plural" else _COUNTS_MANY) or before[:1].isdigit():
        return None
    if before in table and before in _BEFORE:
        fit = _put_before(occurrence, fit, table[before])
    if (asked := _verb_before(occurrence)) is not None:
        return fit.in_doubt() if after in {"and", "or", ","} else _put_verb(occurrence, fit, asked, table)
    agrees = after in table and after not in _BEFORE
    if not (agrees or fit.safe) or _follows_preposition(occurrence):
        return fit  # the verb belongs to what stands before: training on the rules has begun
    if agrees:
        return _put_after(occurrence, fit, table[after])
    if verb := _verb_right_behind(occurrence, now):
        return _put_after(occurrence, fit, verb)
    return fit.in_doubt() if _verb_may_disagree(occurrence, table) else fit


def _is_taken_up(occurrence: Occurrence, pronouns: frozenset[str]) -> bool:
    """Whether one of the pronouns may mean the term further on: *housing stock is old, and much of it is damp*."""
    return any(word.lower() in pronouns for word in occurrence.sentence.words[occurrence.tokens[1] + 1 :])


def _verb_before(occurrence: Occurrence) -> int | None:
    """The place of a verb that stands before what it agrees with: *there is also waste*, *are enough resources kept?*."""
    words = occurrence.sentence.words
    at = phrase_start(occurrence.sentence, occurrence.tokens[0]) - 1
    while at > 0 and (
        is_adverb(words[at].lower()) or occurrence.sentence.reading_of(at, at).feature in {"participle", "past"}
    ):
        at -= 1
    if at < 0 or words[at].lower() not in _VERBS_IN_NUMBER:
        return None
    return at if at == 0 or words[at - 1].lower() == "there" else None


def _put_verb(occurrence: Occurrence, fit: Fit, at: int, table: dict[str, str]) -> Fit:
    """The verb at token `at` in the number that it now needs: *there is* -> *there are*."""
    token = occurrence.sentence.tokens[at]
    verb = table.get(token.text.lower())
    if verb is None:
        return fit
    between = occurrence.sentence.text[token.end : fit.start]
    return fit.widened(token.start, fit.end, copy_case(token.text, verb) + between + fit.text)


def _follows_preposition(occurrence: Occurrence) -> bool:
    start = phrase_start(occurrence.sentence, occurrence.tokens[0])
    words = occurrence.sentence.words
    if not start:
        return False
    if words[start - 1].lower() == "of":
        counted = words[start - 2].lower() if start > 1 else ""
        return counted not in word_set("words_of_amount") and not counted[:1].isdigit()  # a third of the staff are
    return occurrence.sentence.is_one_of(_PREPOSITION, start - 1)


def _verb_right_behind(occurrence: Occurrence, now: Number) -> str:
    """The next word in the number that it now needs where it is surely a verb: *the governing body meets* -> *governors meet*."""
    at = occurrence.tokens[1] + 1
    gap = occurrence.sentence.text[occurrence.span.end : occurrence.span.end + 1]
    if at >= len(occurrence.sentence.words) or not gap.isspace() or not _may_be_present(occurrence.sentence.words[at]):
        return ""
    reading = occurrence.sentence.reading_of(at, at)
    if reading.part != "verb" or not reading.sure or reading.feature != ("s" if now == "plural" else "present"):
        return ""
    word = occurrence.sentence.words[at].lower()
    if now != "plural":
        return verb_form(word, "s")[0]
    return next((base for base, ending in verb_bases(word) if ending == "s"), "")


def _verb_may_disagree(occurrence: Occurrence, table: dict[str, str]) -> bool:
    words = occurrence.sentence.words
    for index in range(occurrence.tokens[1] + 1, len(words)):
        if words[index].lower() in table:
            return True
        if not _may_be_present(words[index]):
            continue
        reading = occurrence.sentence.reading_of(index, index)
        if reading.part == "verb" and reading.feature in {"s", "present"}:
            return True
    return False


@lru_cache(_REMEMBERED)
def _may_be_present(word: str) -> bool:
    """Whether a word could be a verb in the present at all, going by the word alone: only then is it read in its place."""
    return bool(two_words(word)) or not _PRESENT.isdisjoint(costs_of(word))


def _put_before(occurrence: Occurrence, fit: Fit, word: str) -> Fit:
    token = occurrence.sentence.tokens[occurrence.tokens[0] - 1]
    between = occurrence.sentence.text[token.end : fit.start]
    return fit.widened(token.start, fit.end, copy_case(token.text, word) + between + fit.text)


def _put_after(occurrence: Occurrence, fit: Fit, word: str) -> Fit:
    token = occurrence.sentence.tokens[occurrence.tokens[1] + 1]
    between = occurrence.sentence.text[fit.end : token.start]
    return fit.widened(fit.start, token.end, fit.text + between + copy_case(token.text, word))


def drop_article(occurrence: Occurrence, fit: Fit, *, also_the: bool = False) -> Fit:
    """Take away *a* or *an*, and *the* if asked, before words that cannot have one: *a partnership* -> *working together*."""
    words = occurrence.sentence.words
    articles = _ARTICLES_AND_THE if also_the else _ARTICLES
    index = occurrence.tokens[0] - 1
    if articles.isdisjoint(map(str.lower, words[: index + 1])):
        return fit
    while index >= 0 and _describes_next(occurrence, index):
        index -= 1
    if index < 0 or words[index].lower() not in articles:
        return fit
    tokens = occurrence.sentence.tokens
    between = occurrence.sentence.text[tokens[index + 1].start : fit.start]
    text = between + fit.text
    if words[index][:1].isupper():
        text = text[:1].upper() + text[1:]
    widened = fit.widened(tokens[index].start, fit.end, text)
    return widened.in_doubt() if between else widened


def _describes_next(occurrence: Occurrence, index: int) -> bool:
    """Whether the token at `index` tells more of the noun behind it: *new* and *nurture* in *a new nurture provision*."""
    if occurrence.sentence.is_one_of(_DESCRIBING, index):
        return True
    reading = occurrence.sentence.reading_of(index, index)
    return reading.part == "noun" and reading.feature == "singular"


def drop_determiner(occurrence: Occurrence, fit: Fit) -> Fit:
    """Take away *a*, *an* or *the* before a wording that brings its own beginning: *a one-stop shop* -> *one place*."""
    if fit.start != occurrence.span.start or occurrence.before not in _ARTICLES_AND_THE:
        return fit
    first = fit.text.split(" ", 1)[0].lower()
    articles = _ARTICLES_AND_THE if first in _OWN_BEGINNING else _ARTICLES if first == "one" else frozenset()
    if occurrence.before not in articles:
        return fit
    token = occurrence.sentence.tokens[occurrence.tokens[0] - 1]
    text = fit.text[:1].upper() + fit.text[1:] if token.text[:1].isupper() else fit.text
    return fit.widened(token.start, fit.end, text)


def mend_article(occurrence: Occurrence, fit: Fit, spoken: str = "") -> Fit:
    """Change *a* to *an*, or back, when the words that now follow it need the other."""
    if fit.start != occurrence.span.start or occurrence.before not in _ARTICLES:
        return fit
    token = occurrence.sentence.tokens[occurrence.tokens[0] - 1]
    wanted = article_for(fit.text, spoken)
    if not fit.text or token.text.lower() == wanted:
        return fit
    between = occurrence.sentence.text[token.end : fit.start]
    if fit.text.startswith("other "):
        between = ""  # an other -> another
    return fit.widened(token.start, fit.end, copy_case(token.text, wanted) + between + fit.text)


def without_second_article(occurrence: Occurrence, fit: Fit) -> Fit:
    """Take *the* or *a* off a wording that comes after an article or an adjective already."""
    article = _LEADING_ARTICLE.match(fit.text)
    if not article or not occurrence.tokens[0] or fit.start != occurrence.span.start:
        return fit
    before = occurrence.tokens[0] - 1
    is_second = occurrence.sentence.is_one_of(_BEFORE_NOUN, before)
    return fit.saying(without_article(fit.text)) if is_second else fit


def without_article(text: str) -> str:
    """A wording without *the*, *a* or *an* in front."""
    return _LEADING_ARTICLE.sub("", text, count=1)


def is_possessive(word: str) -> bool:
    """Whether a word in small letters has the ending of an owner: *carer's*, *carers'*."""
    return word.endswith(("'s", "\u2019s", "s'", "s\u2019"))


def owns_behind_description(occurrence: Occurrence, fit: Fit) -> bool:
    """Whether a wording that begins with an owner comes after a describing word: *better* before *everyone's health*."""
    if not occurrence.tokens[0] or fit.start != occurrence.span.start:
        return False
    owner = fit.text.partition(" ")[0].lower()
    if not (is_possessive(owner) or owner in _OWN_BEGINNING):
        return False
    return is_possessive(occurrence.before) or occurrence.sentence.is_one_of(_BEFORE_NOUN, occurrence.tokens[0] - 1)


_ONE_THING = frozenset({"it", "its", "itself"})
_SEVERAL_THINGS = frozenset({"they", "them", "their", "themselves"})
