"""Explained: terms and initials whose meaning the text itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.checking.finding import Explained
from plainspeak.matching.occurrence import Occurrence
from plainspeak.text.span import Span
from plainspeak.text.word_lists import word_set

_INITIALS = r"[A-Z][A-Za-z]*(?:&?[A-Z][A-Za-z]*)+|[A-Z]{2,}"
_INTRODUCED = re.compile(rf"\([\"\u201c\u2018']?(?P<short>{_INITIALS})[\"\u201d\u2019']?\)")
_SPELT_OUT = re.compile(r"\((?P<long>[^()\n]{6,90})\)")
_ENDS_IN_INITIALS = re.compile(rf"(?<!\w)(?:{_INITIALS})\Z")
_TELLS_MORE = (
    r"(?:which|who|that) "
    r"(?:will|must|shall|should|can|cannot|may|might|would|could|has|have|had|was|were|we|you|they|it)\b"
)
"""What says something about a thing, and not what it is: *your consent (which will not be refused)*."""
_MEANING_FOLLOWS = re.compile(
    r"['\u2019\u201d\"]\s+(?:is|are|means|refers to)\b"
    r"|['\u2019\u201d\")]?[,;:]?\s+"
    rf"(?:\((?!{_TELLS_MORE})(?P<opening>[a-z]\w*)\s+[a-z][^()]*\s[^()]*\)"
    r"|(?:which|that) (?:means|is to say)\b|that is,|i\.e\.|meaning (?!that))"
)
_DEFINED_IN_LIST = re.compile(r"\*{0,2}(?::|[ \t]+[\u2013\u2014-])[ \t]+(?:[^\s]+[ \t]+){3,}[^\n]*\.\s*\Z")
_NAMED_AS_JARGON = re.compile(r"\bthe jargon:\s+\Z", re.IGNORECASE)
_BY_WE_MEAN = re.compile(r"\bby\s+['\u2018\u201c\"]?\Z", re.IGNORECASE)
_WE_MEAN = re.compile(r"['\u2019\u201d\"]?,?\s+(?:we|I)\s+mean\b")
_CAPITAL_WORD = re.compile(r"\b[A-Z]\w*")
_RUN_OF_CAPITALS = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]\w*(?:[ -](?:of |for |and |the |in |on |to )?[A-Z]\w*){2,9}")
_FEWEST_WORDS = 3
UNKNOWN = "unknown initials: "
"""Before initials that are only explained where no entry covers them."""
_NAMED = frozenset({"noun", "name", "initials", "phrase"})
_SMALL = frozenset("of for and the in on to with a an & at by".split())


def initials_explained(text: str) -> Iterator[Explained]:
    """Initials that are spelt out in brackets, in either order, or stand alone in brackets behind what they are short for.

    The key is the initials without a plural s.
    """
    if "(" not in text:
        return
    for match in _INTRODUCED.finditer(text):
        if _follows_words(text, match.start()):
            yield Explained(_singular(match["short"]), match.start("short"))
    for match in _SPELT_OUT.finditer(text):
        short = _initials_before(text, match.start())
        if short and _stand_for(short.of(text), match["long"].split()):
            yield Explained(_singular(short.of(text)), short.start)


def _follows_words(text: str, bracket: int) -> bool:
    """Whether white space and, before it, a word stand in front of a bracket."""
    end = bracket
    while end and text[end - 1] in " \t\r\n":
        end -= 1
    before = text[end - 1 : end]
    return end < bracket and (before.isalnum() or before in {"_", "\u2019", "'"})


def _initials_before(text: str, bracket: int) -> Span | None:
    """Where initials stand that only spaces part from a bracket."""
    end = bracket
    while end and text[end - 1] in " \t":
        end -= 1
    if end == bracket:
        return None
    start = end
    while start and not text[start - 1].isspace():
        start -= 1
    initials = _ENDS_IN_INITIALS.search(text[start:end])
    return Span(start + initials.start(), end) if initials else None


def named_in_full(text: str) -> Iterator[Explained]:
    """Initials that no glossary knows and that a name in capitals gives away: *Applied Research Collaboration*, later ARC."""
    for run in _RUN_OF_CAPITALS.finditer(text):
        words = [(word.start(), word[0][0]) for word in _CAPITAL_WORD.finditer(text, *run.span())]
        for first in range(len(words) - _FEWEST_WORDS + 1):
            for last in range(first + _FEWEST_WORDS, len(words) + 1):
                initials = "".join(letter for _, letter in words[first:last])
                yield Explained(f"{UNKNOWN}{initials}", words[first][0])


def _singular(initials: str) -> str:
    return initials[:-1] if initials.endswith("s") and len(initials) > 2 else initials  # noqa: PLR2004 - one letter and s


def _stand_for(initials: str, words: list[str]) -> bool:
    """Whether `words` begin with the letters of `initials`; small words may be skipped."""
    letters = [letter.lower() for letter in _singular(initials) if letter.isalnum()]
    return _spells(letters, [part.lower() for word in words for part in re.split(r"[-/,]", word) if part])


def _spells(letters: list[str], parts: list[str]) -> bool:
    """Whether the words begin with the letters, in order; one word may give two letters: *multidisciplinary team*, MDT."""
    if not letters or not parts:
        return not letters and not parts
    part = parts[0]
    if part[0] == letters[0] and (
        _spells(letters[1:], parts[1:])
        or (len(letters) > 1 and letters[1] in part[1:] and _spells(letters[2:], parts[1:]))
    ):
        return True
    return part in _SMALL and _spells(letters, parts[1:])


def explains_itself(occurrence: Occurrence) -> bool:
    """Whether the sentence says what the term means.

    It may do so in brackets, after *which means*, with *by … we mean*, or in a list of terms and meanings
    (*Co-production: working together as equals.*).
    """
    text, span = occurrence.sentence.text, occurrence.span
    meaning = _MEANING_FOLLOWS.match(text, span.end)
    if meaning:
        opening = meaning["opening"]
        return not opening or (occurrence.entry.kind in _NAMED and opening not in word_set("words_opening_asides"))
    sentence = occurrence.sentence.span
    if _DEFINED_IN_LIST.match(text, span.end, sentence.end) and occurrence.starts_sentence:
        return True
    if occurrence.before == ":" and text[span.start - 1].isspace():
        return bool(_NAMED_AS_JARGON.search(text[sentence.start : span.start]))
    return bool(_WE_MEAN.match(text, span.end)) and bool(_BY_WE_MEAN.search(text[max(0, span.start - 6) : span.start]))
