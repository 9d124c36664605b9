"""Protected stretches: quotations, names, addresses and code, which are never altered."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plainspeak.text.edits import Edit, place_after
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.span import Span
from plainspeak.text.word_lists import word_set


class Mask(NamedTuple):
    """A stretch of code points that is left alone, and the reason in a word or two."""

    start: int
    end: int
    reason: str

    def moved(self, by: int) -> Mask:
        """The same stretch, `by` code points further on."""
        return Mask(self.start + by, self.end + by, self.reason)


_QUOTED = lazy_pattern(
    r"\u201c(?P<double>[^\u201c\u201d]*)(?:\u201d|\Z)"
    r"|(?<![^\W_])\u2018(?P<single>[^\u2018]*?)\u2019(?![^\W_])"
    r"|(?<![^\W_])\"(?P<straight>[^\"\n]*(?:\n(?!\n)[^\"\n]*)*)\"(?![^\W_])"
    r"|(?<![^\W_])'(?P<plain>[^'\n]*(?:(?<=[^\W_])'(?=[^\W_])[^'\n]*)*)'(?![^\W_])"
)
# A mark that may open a quotation. Most paragraphs have none, and need not be searched for a whole one.
_OPENING_MARK = lazy_pattern(r"[\u201c\u2018\"'](?<![^\W_]['\"\u2018])")
_SENTENCE_LIKE = lazy_pattern(r"[.!?\u2026,][\"'\u2019]?\s*\Z")
_MANY_WORDS = 6
_ADDRESS = lazy_pattern(
    r"https?://[^\s<>\"\u201d]+"
    r"|www\.[^\s<>\"\u201d]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\w)[#@](?=\w*[^\W\d])\w[\w-]*"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|nhs|ac|co|uk|eu|info|html?|pdf|docx?|xlsx?|pptx?|odt|csv|txt|zip|png|jpe?g)\b"
    r"(?:/[^\s<>\"\u201d]*)?"
    r"|(?:[A-Za-z]:)?(?:[\\/][\w.-]+){2,}"
    r"|`[^`\n]+`"
)
# Every address but one between backticks holds one of these, and no white space.
_MARK_INSIDE = lazy_pattern(r"[@#/\\.](?=\S)")
_SPACE = lazy_pattern(r"\s")
_SWITCH = lazy_pattern(r"plainspeak:[ \t]*(?P<to>off|on)\b", re.IGNORECASE)
_QUOTE_LINE = lazy_pattern(r"^[ \t]{0,3}>.*$", re.MULTILINE)


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Mask]:
    """Direct speech and quoted sentences in one paragraph of `text`.

    A few quoted words in a sentence (so-called scare quotes) are the writer's own and are not protected: a quotation
    has six words or more, or ends like a sentence.
    """
    stop = len(text) if end is None else end
    stretch = text[start:stop]
    if not ('"' in stretch or "'" in stretch or "\u201c" in stretch or "\u2018" in stretch):
        return []
    first = _OPENING_MARK.search(text, start, stop)
    if not first:
        return []
    return [
        Mask(match.start(), match.end(), "quotation")
        for match in _QUOTED.finditer(text, first.start(), stop)
        if _is_speech(match.group(match.lastgroup or 0))
    ]


def _is_speech(quoted: str) -> bool:
    words = quoted.split()
    return len(words) >= _MANY_WORDS or (len(words) > 1 and bool(_SENTENCE_LIKE.search(quoted)))


def quoted_lines(text: str, start: int = 0, end: int | None = None) -> list[Mask]:
    """Lines that begin with ``>``, as in e-mail and Markdown block quotations."""
    stop = len(text) if end is None else end
    if text.find(">", start, stop) < 0:
        return []
    return [Mask(m.start(), m.end(), "quotation") for m in _QUOTE_LINE.finditer(text, start, stop)]


def addresses(text: str, start: int = 0, end: int | None = None) -> list[Mask]:
    """Web and e-mail addresses, hashtags, handles, file names, paths and stretches between backticks."""
    stop = len(text) if end is None else end
    stretches = [(start, stop)] if text.find("`", start, stop) >= 0 else _stretches_with_marks(text, start, stop)
    return [
        Mask(match.start(), match.end(), "address")
        for first, last in stretches
        for match in _ADDRESS.finditer(text, first, last)
    ]


def _stretches_with_marks(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches between white space in which an address may stand: trying every word takes fifty times as long."""
    done = start
    for mark in _MARK_INSIDE.finditer(text, start, stop):
        if mark.start() < done:
            continue
        first = mark.start()
        while first > done and not text[first - 1].isspace():
            first -= 1
        space = _SPACE.search(text, mark.end(), stop)
        done = space.start() if space else stop
        yield first, done


def switched_off(text: str) -> list[Mask]:
    """The stretches between ``plainspeak: off`` and ``plainspeak: on`` (or the end of `text`)."""
    if "plainspeak:" not in text.lower():
        return []
    masks: list[Mask] = []
    begin: int | None = None
    for switch in _SWITCH.finditer(text):
        if switch["to"].lower() == "off":
            begin = switch.start() if begin is None else begin
        elif begin is not None:
            masks.append(Mask(begin, switch.end(), "switched off"))
            begin = None
    if begin is not None:
        masks.append(Mask(begin, len(text), "switched off"))
    return masks


def apart(masks: Iterable[Mask]) -> list[Mask]:
    """The masks in text order, cut so that no two overlap: of two that do, the one that starts or is given first is whole."""
    cut: list[Mask] = []
    reach = 0
    for mask in sorted(masks, key=_start):
        if mask.end > reach:
            cut.append(mask._replace(start=max(mask.start, reach)))
            reach = mask.end
    return cut


def shifted(masks: Iterable[Mask], edits: Sequence[Edit]) -> list[Mask]:
    """The masks in the text that comes of these edits, which are in text order."""
    return [Mask(place_after(start, edits), place_after(end, edits), reason) for start, end, reason in masks]


def masks_in(masks: Sequence[Mask], span: Span) -> list[Mask]:
    """Those of `masks`, sorted and not overlapping, that touch `span`."""
    first = bisect_right(masks, span.start, key=_end)
    last = bisect_left(masks, span.end, key=_start)
    return list(masks[first:last])


def _start(mask: Mask) -> int:
    return mask.start


def _end(mask: Mask) -> int:
    return mask.end


def reason_at(masks: Iterable[Mask], span: Span) -> str | None:
    """The reason of the first mask that touches `span`, or None."""
    start, end = span
    for mask in masks:
        if mask.start < end and start < mask.end:
            return mask.reason
    return None


# -- names ------------------------------------------------------------------------------------------------------


def _capital(word: str) -> bool:
    return word[:1].isupper()


def is_heading(words: Sequence[str]) -> bool:
    """Whether the words of a sentence look like a heading in Title Case or all capitals: there capitals say nothing."""
    if words and words[-1] in {".", "!", ";"}:
        return False
    long_words = [word for word in words if word[:1].isalpha() and word.lower() not in word_set("words_inside_names")]
    capitals = sum(map(_capital, long_words))
    return len(long_words) >= 2 and capitals >= 0.75 * len(long_words)  # noqa: PLR2004 - two words make a heading


def name_around(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The run of capitalised words that holds ``words[first:last + 1]``, as first and last index.

    Small words (of, for, and, the) belong to a run only between two capitals. The first word of the sentence counts only
    when the word after it has a capital too and nothing but its place explains it.
    """
    begin = _reach(words, first, -1)
    while begin < first and words[begin].lower() in word_set("words_before_names"):
        begin += 1
    finish = _reach(words, last, 1)
    return begin, finish


def _reach(words: Sequence[str], at: int, step: int) -> int:
    edge = at
    index = at + step if _capital(words[at]) else -1
    while 0 <= index < len(words):
        word = words[index]
        if _capital(word) or (word[:1].isdigit() and (edge != at or _is_year(word))):
            edge = index
        elif word.lower() not in word_set("words_inside_names") and word not in "&'\u2019()":
            break
        index += step
    return edge


def _is_year(word: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", word))
