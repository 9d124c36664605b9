"""Names: whether a term stands in the name of a body, a programme, an Act or a report."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.matching.context import Sentence
from plainspeak.matching.occurrence import Occurrence
from plainspeak.text.parts.grammar import NOMINAL
from plainspeak.text.parts.uses import closed, known
from plainspeak.text.protected import name_around
from plainspeak.text.word_lists import word_set


def is_part_of_name(occurrence: Occurrence, *, spelt_out: bool = False) -> bool:
    """Whether the words around show that the term belongs to a longer name, or is one word used as a name.

    A term that is all of a run of capitals (*Service Users*, *Care Plan*) is only a writer's habit and no name. So is one that
    spells out jargon in initials behind it (`spelt_out`): *the Invitation to Tender (ITT)*.
    """
    if occurrence.text.islower():
        return False  # nearly always
    sentence = occurrence.sentence
    first, last = occurrence.tokens
    words = sentence.words
    if not any(map(_capital, words[first : last + 1])) or sentence.is_heading:
        return False
    if occurrence.entry.kind == "initials" and is_title_of_person(words, first, last):
        return False
    outside = _capitals_outside(occurrence)
    if spelt_out:
        outside = [index for index in outside if index <= last]
    elif not outside and last > first and _names_initials(sentence, last) and _is_the_only_one(occurrence):
        outside = [last]
    if outside:
        return all(map(_capital, filter(_is_long, words[first : last + 1])))
    return _is_lone_capital(occurrence)


def _capitals_outside(occurrence: Occurrence) -> list[int]:
    """Indexes of the words beside the term whose capitals show that it stands in a longer name."""
    words, (first, last) = occurrence.sentence.words, occurrence.tokens
    begin, finish = name_around(words, first, last)
    if occurrence.starts_sentence and not _has_capital(words, last + 1):
        finish = last
    initials = occurrence.entry.kind == "initials"
    if initials:
        begin, finish = max(begin, first - 1), min(finish, last + 1)
    if not _may_be_named(occurrence):
        begin = first
    outside = [index for index in (*range(begin, first), *range(last + 1, finish + 1)) if _shows_name(words, index)]
    if initials:
        outside = [index for index in outside if may_end_name(words[index]) and not _says_for_whom(words[index])]
        outside = [
            index for index in outside if index < first or words[index].lower() not in word_set("words_after_initials")
        ]
    return outside


def may_be_name(occurrence: Occurrence) -> bool:
    """Whether a heading hides a name: in *Chair, Leeds Co-production Network* every word has a capital."""
    if not occurrence.text[:1].isupper() or not occurrence.sentence.is_heading:
        return False
    words, (first, last) = occurrence.sentence.words, occurrence.tokens
    return (first > 0 and _capital(words[first - 1])) or _has_capital(words, last + 1)


def _names_initials(sentence: Sentence, last: int) -> bool:
    """Whether initials in brackets follow, as behind the name of a programme: *Community Capacity Building (CCB)*."""
    following = sentence.words[last + 1 : last + 4]
    return following[:1] == ["("] and following[2:] == [")"] and following[1].removesuffix("s").isupper()


def _is_the_only_one(occurrence: Occurrence) -> bool:
    """Whether a term in capitals names one body or programme: not *an Integrated Care Board*, *Integrated Care Boards*."""
    return not occurrence.entry.keep and occurrence.before not in _ONE_OF_MANY and "plural" not in occurrence.features


_ONE_OF_MANY = frozenset("a an each every any another our your their its my his her local".split())


def is_title_of_person(words: Sequence[str], first: int, last: int) -> bool:
    """Whether somebody's name follows what they are: *our local PCSO Ann Smith*; not *the WXYZ Leeds Office*."""
    names = [word for word in words[last + 1 : last + 3] if word.istitle()]
    if len(names) <= 1 or not first or not words[first - 1].islower() or words[first - 1] == "the":
        return False
    small = names[0].lower()
    return not known(small) and not closed(small)


def may_end_name(word: str) -> bool:
    """Whether a word beside initials can belong to their name: *CCG Board*, not *NOMS Undertake*, *NHSE Digital*."""
    small = word.lower()
    uses = known(small)
    return not closed(small) and (not uses or not NOMINAL.isdisjoint(uses))


def _says_for_whom(word: str) -> bool:
    """Whether a capital before initials says whom a service is for, or of what kind it is: *Adult CMHT*, *Specialist CAMHS*."""
    person = word.lower().replace("\u2019", "'").removesuffix("'s").removesuffix("s'")
    no_names = word_set("person_words") | word_set("words_before_initials")
    return not {person, person.removesuffix("s")}.isdisjoint(no_names)


def _has_capital(words: list[str], index: int) -> bool:
    return index < len(words) and _capital(words[index])


def _capital(word: str) -> bool:
    return word[:1].isupper()


def _is_long(word: str) -> bool:
    """Not one of the small words inside a name: of, and, the."""
    return len(word) > 3  # noqa: PLR2004 - the longest of them


def _may_be_named(occurrence: Occurrence) -> bool:
    """Whether a capital can be that of a name: not in *additionally*, nor in a verb that begins a line after capitals."""
    kind = occurrence.entry.kind
    if kind in {"noun", "adjective", "name", "initials"} or occurrence.features == ("ing",):
        return True
    first = occurrence.tokens[0]
    if kind == "phrase":
        return " " in occurrence.text and all(map(_capital, filter(_is_long, occurrence.text.split())))
    return kind == "verb" and not (first and occurrence.sentence.words[first - 1].isupper())


def _shows_name(words: list[str], index: int) -> bool:
    """A capital shows a name, unless it is the first word of the sentence and an ordinary one."""
    word = words[index]
    if not word[:1].isupper():
        return False
    return any(before[:1].isalnum() for before in words[:index]) or not _is_common(word.lower())


def _is_common(word: str) -> bool:
    return bool(closed(word) or known(word))


def _is_lone_capital(occurrence: Occurrence) -> bool:
    """A capital in the middle of a sentence: *the Partnership*, *the report Self-directed support in Fife*."""
    if occurrence.starts_sentence or occurrence.entry.kind == "initials" or not _may_be_named(occurrence):
        return False
    words = occurrence.sentence.words[occurrence.tokens[0] : occurrence.tokens[1] + 1]
    if len(words) == 1 and not occurrence.text.isalpha():
        return False  # Co-production: a habit of its friends
    if any(map(_capital, words[1:])) or words[0].isupper() or occurrence.has_own_capital:
        return False
    if words[1:] and words[1].isdigit():
        return False  # a Section 21 notice, a Tier 3 service
    return occurrence.before[:1].isalnum() or occurrence.before in {",", "&"}
