"""Finding: a match judged and explained; what leaves `checking`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plainspeak.glossary.entry import LEVELS, Level
from plainspeak.rewriting.suggestion import Suggestion, SuggestionKind
from plainspeak.text.span import Span

_LONGEST_SENTENCE = 1000  # characters of it that are shown; nobody writes a longer one
__all__ = ["Checked", "Explained", "Finding", "LeftAlone", "Suggestion", "SuggestionKind"]


class Finding(NamedTuple):
    """Something a reader may stumble over.

    `start` and `end` are code points in the text as given, lines and columns count from 1; `end_column` is the
    column after the last character. `entry` is the glossary id, or "" where no entry is behind it. `place` tells
    where it stands in a paged document.
    """

    check: str
    entry: str
    level: Level
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    what_we_mean: str
    why: str
    question: str
    sentence: str
    suggestions: Sequence[Suggestion] = ()
    place: dict[str, int | str] | None = None

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)


def shown_sentence(text: str, sentence: Span, span: Span) -> str:
    """The sentence of `text` in which `span` stands; of one that never ends, as many words as are shown round it.

    A text of which somebody has taken the full stops away would else be held once for each finding.
    """
    if sentence.end - sentence.start <= _LONGEST_SENTENCE:
        return sentence.of(text)
    around = (_LONGEST_SENTENCE - min(_LONGEST_SENTENCE, span.end - span.start)) // 2
    start, end = max(sentence.start, span.start - around), min(sentence.end, span.end + around)
    if start > sentence.start:
        start = text.find(" ", start, span.start) + 1 or start
    if end < sentence.end:
        end = max(text.rfind(" ", span.end, end), span.end)
    return text[start:end]


def sentence_start(text: str, finding: Finding) -> int:
    """The code point of `text` at which the sentence of `finding` starts."""
    earliest = max(0, finding.end - len(finding.sentence))
    found = text.find(finding.sentence, earliest, finding.start + len(finding.sentence))
    return found if found >= 0 else finding.start


class LeftAlone(NamedTuple):
    """A term that was found and not flagged, and the reason in a word or two."""

    entry: str
    start: int
    end: int
    text: str
    reason: str

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)


class Explained(NamedTuple):
    """From the code point `start` on a reader knows what `key` (an entry's id, or initials) means."""

    key: str
    start: int


class Left(NamedTuple):
    """From the code point `start` on, `key` (an entry's id, or words in small letters) is left alone for this `reason`."""

    key: str
    start: int
    reason: str


class Checked(NamedTuple):
    """What one check of one text found, all in text order.

    `acting` holds where unknown initials start that do something or own something, as a body does; `names` where they
    start and must be a name. `left` is what the writer asks to leave.
    """

    findings: tuple[Finding, ...]
    left_alone: tuple[LeftAlone, ...]
    explained: tuple[Explained, ...] = ()
    acting: tuple[int, ...] = ()
    left: tuple[Left, ...] = ()
    names: tuple[int, ...] = ()

    def at_or_above(self, level: Level) -> Checked:
        """The same with the findings of this level and those above it."""
        if level == LEVELS[-1]:
            return self
        levels = LEVELS[: LEVELS.index(level) + 1]
        return self._replace(findings=tuple(finding for finding in self.findings if finding.level in levels))
