"""Paragraphs and sentences: where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.text.span import Span
from plainspeak.text.word_lists import word_set

# Both begin with one set of characters, because re skips to the next of these four times as fast as it tries alternatives.
_BLANK_LINE = re.compile(
    r"[\r\n\x0c\u2029](?:(?<=[\x0c\u2029])|(?:(?<=\n)|(?<=\r)\n)[ \t]*(?:\r?\n[ \t]*)+)"  # a page break counts as one
)
# The same where \n is the only line end, in a seventh of the time.
_PLAIN_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_CANDIDATE = re.compile(
    r"[.!?\u2026\r\n](?:"
    r"(?<=[.!?\u2026])[.!?\u2026]*[\"'\u201d\u2019)\]*_]*(?=\s)"  # a full stop and what closes after it
    r"|(?<=\n)|(?<=\r)\n)"  # a line end
)
_SHORT_LINE = 50
_LONGEST_NUMBERING = 3


def paragraphs(text: str) -> Iterator[Span]:
    """The runs of non-blank lines of `text`, in order, without the blank lines between them."""
    start = 0
    plain = not ("\r" in text or "\x0c" in text or "\u2029" in text)
    for gap in (_PLAIN_BLANK_LINE if plain else _BLANK_LINE).finditer(text):
        if gap.start() > start and not text[start : gap.start()].isspace():
            yield Span(start, gap.start())
        start = gap.end()
    if start < len(text) and not text[start:].isspace():
        yield Span(start, len(text))


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The sentences, headings and list items of ``text[start:end]``, in order, without the white space around them."""
    stop = len(text) if end is None else end
    for paragraph in paragraphs(text[start:stop]):
        begin, last = paragraph.start + start, paragraph.end + start
        for place in _ends_in_paragraph(text, begin, last):
            first, after = begin, place
            while first < after and text[first].isspace():
                first += 1
            while first < after and text[after - 1].isspace():
                after -= 1
            if first < after:
                yield Span(first, after)
            begin = place


def _ends_in_paragraph(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end, and the next may begin."""
    for candidate in _CANDIDATE.finditer(text, start, end):
        place = candidate.end()
        if place > start and _ends_sentence(text, start, candidate, end):
            yield place
            start = place
    yield end


def _ends_sentence(text: str, begin: int, candidate: re.Match[str], end: int) -> bool:
    mark = candidate.group()
    rest = text[candidate.end() : min(end, candidate.end() + 40)].lstrip(" \t\r\n\"'\u201c\u2018([*_")
    if mark[0] in "\r\n":
        return _line_ends_sentence(text, begin, candidate, rest)
    if not rest or rest[0].islower():
        return False
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    words = text[max(begin, candidate.start() - 20) : candidate.start()].rsplit(None, 1)
    last = words[-1].lstrip("([\u201c\u2018\"'") if words else ""
    if len(last) <= _LONGEST_NUMBERING and text[begin : candidate.start()].strip() == last:
        return False  # the number of a list item: 1. or a.
    if len(last) == 1 and last.isupper() and last != "I":
        return False  # an initial: J. Smith
    return last.lower() not in word_set("abbreviations")


def _line_ends_sentence(text: str, begin: int, candidate: re.Match[str], rest: str) -> bool:
    """A line break ends a sentence before a list item, after a full stop or colon, and after a short line (a heading)."""
    after = text[candidate.end() : candidate.end() + 80].lstrip(" \t")
    if re.match(r"(?:[-*\u2022\u00b7\u25aa\u25cf\u25e6\u2013>#|]|\(?\w{1,3}[.)])[ \t]", after):
        return True
    line_start = max(begin, text.rfind("\n", 0, candidate.start()) + 1)
    line = text[line_start : candidate.start()].rstrip()
    if line.endswith((".", "!", "?", ":", ";")):
        return True
    return len(line) < _SHORT_LINE and (not rest or not rest[0].islower())
