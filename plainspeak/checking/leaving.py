"""Leaving words: ``plainspeak: leave holistic because it is our service's name``, for the rest of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plainspeak.checking.finding import Finding, Left, LeftAlone
from plainspeak.glossary.entry import Entry
from plainspeak.matching.matcher import Matcher
from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.protected import Mask

AS_ASKED = "as asked"
"""Why a term was left alone that the writer has asked to leave; the writer's own reason may follow."""

INSTRUCTION = "instruction"
"""Why the words of such a line are no findings; they are not told among those that were left alone."""
_LEAVE = lazy_pattern(
    r"plainspeak:[ \t]*leave[ \t]+(?P<what>[^\r\n]*?)[ \t]*(?:--%?>|\*/|[#%]\}|\]\]|$)", re.IGNORECASE | re.MULTILINE
)
_BECAUSE = lazy_pattern(r"[ \t]+because[ \t]+", re.IGNORECASE)
_MARKS = " \t\"'\u2018\u2019\u201c\u201d.;"


class Leave(NamedTuple):
    """From the code point `start` on, `words` are not flagged; `reason` is the writer's own, or ""."""

    words: str
    reason: str = ""
    start: int = 0


def leaves_in(text: str) -> list[Leave]:
    """What the writer asks to leave in ``plainspeak: leave`` lines of `text`."""
    if "plainspeak:" not in text.lower():
        return []
    return [
        leave._replace(start=found.start()) for found in _LEAVE.finditer(text) for leave in leaves_of(found["what"])
    ]


def instructions_in(text: str) -> list[Mask]:
    """Where such lines stand: their words are for plainspeak, and nobody reads them as text."""
    if "plainspeak:" not in text.lower():
        return []
    return [Mask(*found.span(), INSTRUCTION) for found in _LEAVE.finditer(text)]


def leaves_of(what: str) -> list[Leave]:
    """What ``words, other words because reason`` asks to leave."""
    words, *reason = _BECAUSE.split(what, 1)
    return [Leave(each, "".join(reason).strip()) for part in words.split(",") if (each := part.strip(_MARKS))]


def left(leaves: Iterable[Leave], matcher: Matcher, entries: Sequence[Entry]) -> Iterator[Left]:
    """The entries that cover these words, and the words themselves, each with the place from which on it is left."""
    for words, reason, start in leaves:
        said = f"{AS_ASKED}: {reason}" if reason else AS_ASKED
        covering = {
            entries[sense.entry].id
            for group in matcher.scan(words)
            for match in group
            if (match.start, match.end) == (0, len(words))
            for sense in match.senses
        }
        for key in (words.casefold(), *sorted(covering)):
            yield Left(key, start, said)


def without_left(findings: Sequence[Finding], lefts: Sequence[Left]) -> tuple[list[Finding], list[LeftAlone]]:
    """The findings that nobody has asked to leave, and the others as left alone."""
    kept: list[Finding] = []
    left_alone: list[LeftAlone] = []
    for finding in findings:
        keys = {finding.entry, finding.text.casefold(), finding.text.casefold().removesuffix("s")} - {""}
        reason = next((one.reason for one in lefts if one.key in keys and one.start <= finding.start), None)
        if reason is None:
            kept.append(finding)
        else:
            left_alone.append(LeftAlone(finding.entry, finding.start, finding.end, finding.text, reason))
    return kept, left_alone
