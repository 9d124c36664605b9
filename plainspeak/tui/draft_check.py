"""Draft check: what stands in a draft that is being written, checked paragraph by paragraph.

A paragraph is checked once and remembered by its text, so that a key pressed costs one paragraph and an undo nothing.
Work is done in short slices between keys; only a paragraph too long for a slice goes to a thread.
"""

from __future__ import annotations

import asyncio
import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from typing import NamedTuple, ParamSpec, Protocol, TypeVar

from plainspeak.checking.finding import Checked, Finding, LeftAlone
from plainspeak.deciding.decisions import Decisions
from plainspeak.glossary.entry import Glossary
from plainspeak.rewriting.late_suggestions import LateSuggestions
from plainspeak.tui.finding_filter import FindingFilter, family_of
from plainspeak.tui.held_text import stored
from plainspeak.tui.line_spans import LineSpan, Row
from plainspeak.tui.paragraphs import Paragraph, line_starts, split_paragraphs
from plainspeak.tui.prose import MasksOf, all_prose, in_prose

P = ParamSpec("P")
T = TypeVar("T")

_SLICE = 0.004  # seconds of checking before a key may be answered
_MANY_LINES = 1_000  # more than this are settled in a thread
_LONG_MARKUP = 100_000  # code points of markup that may be taken apart between two keys
_LONG = 20_000  # code points; more than this is not checked between two keys


class Checker(Protocol):
    """What the app asks of the checker."""

    @property
    def glossary(self) -> Glossary:
        """The entries in force."""
        ...

    def check_paragraph(self, text: str) -> Checked:
        """Findings of one paragraph, with places in that paragraph."""
        ...

    def combine(self, paragraphs: Iterable[tuple[int, int, Checked]]) -> Checked:
        """Findings of the document: (start offset, first line from 1, findings) of each paragraph in order."""
        ...


class Measured(NamedTuple):
    """A paragraph checked and counted."""

    checked: Checked
    words: int
    sentences: int


class CheckedDraft(NamedTuple):
    """What was found in the paragraphs looked at so far; an offset counts one code point for each line end.

    `left` holds what the writer has left. `hidden` findings are kept out by a filter, which shows `only` what it says.
    """

    lines: list[str]
    line_starts: list[int]
    spans: dict[int, Row]
    findings: tuple[Finding, ...]
    left_alone: tuple[LeftAlone, ...]
    words: int
    sentences: int
    paragraphs: tuple[Paragraph, ...]
    share: float
    left: tuple[Finding, ...] = ()
    hidden: int = 0
    only: str = ""

    @property
    def complete(self) -> bool:
        """Whether all of the draft has been looked at."""
        return self.share >= 1

    def location(self, offset: int) -> tuple[int, int]:
        """The (row, column) of an offset, both from 0."""
        row = bisect_right(self.line_starts, offset) - 1
        return row, offset - self.line_starts[row]

    def offset(self, row: int, column: int) -> int:
        """The offset of a (row, column)."""
        return self.line_starts[row] + column

    def first_after(self, offset: int) -> int | None:
        """The index of the finding over this offset, or else of the next; after the last comes the first."""
        index = bisect_right(self.findings, offset, key=lambda finding: finding.end)
        return index % len(self.findings) if self.findings else None


class DraftCheck:
    """Checks a draft again and again as it changes. `fault` says what went wrong in a paragraph, if anything did."""

    def __init__(
        self,
        checker: Checker,
        decisions: Callable[[], Decisions] = Decisions,
        masks_of: Callable[[], MasksOf | None] = all_prose,
    ) -> None:
        self.checker = checker
        self.decisions = decisions
        self.masks_of = masks_of  # what in the draft is not prose, such as the code in Markdown
        self.fault = ""
        self.only = FindingFilter()
        self._measured: dict[str, Measured] = {}

    async def run(
        self, lines: list[str], rows: tuple[int, int], is_stale: Callable[[], bool]
    ) -> AsyncIterator[CheckedDraft]:
        """Check `lines`, those in sight (`rows`) first; yields what is known when it is worth showing.

        Gives up between two slices once `is_stale` says that the draft has changed; what was checked is remembered.
        """
        paragraphs = await _aside(len(lines), split_paragraphs, lines)
        wanted = [paragraph for paragraph in paragraphs if paragraph.text not in self._measured]
        in_sight = [paragraph for paragraph in wanted if paragraph.first < rows[1] and paragraph.last > rows[0]]
        await self._measure(in_sight, is_stale)
        if len(in_sight) < len(wanted) and not is_stale():
            seen = [paragraph for paragraph in paragraphs if paragraph.text in self._measured]
            yield await self._settled(lines, seen, len(seen) / len(paragraphs))
            await self._measure(wanted, is_stale)
        if not is_stale():
            yield await self._settled(lines, paragraphs, 1)
            self._forget_others(paragraphs)

    def now(self, lines: list[str]) -> CheckedDraft | None:
        """Check `lines` at once; None when so much of them is new that it would take long."""
        paragraphs = split_paragraphs(lines)
        if sum(len(paragraph.text) for paragraph in paragraphs if paragraph.text not in self._measured) > _LONG:
            return None
        if self.masks_of() and sum(map(len, lines)) > _LONG_MARKUP:
            return None
        for paragraph in paragraphs:
            self._measure_one(paragraph.text)
        return self._drawn_up(lines, paragraphs, 1)

    async def _measure(self, paragraphs: Sequence[Paragraph], is_stale: Callable[[], bool]) -> None:
        started = time.perf_counter()
        for paragraph in paragraphs:
            if is_stale():
                return
            if len(paragraph.text) > _LONG:
                await asyncio.to_thread(self._measure_one, paragraph.text)
            else:
                self._measure_one(paragraph.text)
            if time.perf_counter() - started > _SLICE:
                await asyncio.sleep(0.001)
                started = time.perf_counter()

    def _measure_one(self, text: str) -> None:
        """Check one paragraph. A fault of the checker costs that paragraph its findings, never the writer the draft."""
        if text not in self._measured:
            try:
                self._measured[text] = measure(self.checker, text)
            except Exception as fault:
                self.fault = f"{type(fault).__name__}: {fault}"
                self._measured[text] = Measured(Checked((), ()), 0, 0)

    async def _settled(self, lines: list[str], paragraphs: list[Paragraph], share: float) -> CheckedDraft:
        return await _aside(len(lines), self._drawn_up, lines, paragraphs, share)

    def _drawn_up(self, lines: list[str], paragraphs: Sequence[Paragraph], share: float) -> CheckedDraft:
        measured = [self._measured[paragraph.text] for paragraph in paragraphs]
        findings, left_alone = self.checker.combine(
            (paragraph.start, paragraph.first + 1, part.checked)
            for paragraph, part in zip(paragraphs, measured, strict=True)
        )[:2]
        if masks_of := self.masks_of():
            findings, left_alone = in_prose(findings, left_alone, masks_of(stored("\n".join(lines))))
        findings, left, left_alone = self._without_left(findings, left_alone, lines)
        shown = self._admitted(findings)
        starts = line_starts(lines)
        return CheckedDraft(
            lines=lines,
            line_starts=starts,
            spans=_spans_by_row(shown, lines, starts),
            findings=shown,
            left_alone=left_alone,
            left=left,
            words=sum(part.words for part in measured),
            sentences=sum(part.sentences for part in measured),
            paragraphs=tuple(paragraphs),
            share=share,
            hidden=len(findings) - len(shown),
            only=self.only.in_words(),
        )

    def _admitted(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Those that the filter lets through."""
        if not self.only:
            return findings
        entry_of = self.checker.glossary.get
        return tuple(one for one in findings if self.only.admits(one, family_of(one, entry_of)))

    def _without_left(
        self, findings: tuple[Finding, ...], left_alone: tuple[LeftAlone, ...], lines: Sequence[str]
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[LeftAlone, ...]]:
        """The findings that are open, those that the writer has left, and all that is left alone."""
        decisions = self.decisions()
        settled = decisions.settled(findings, stored("\n".join(lines))) if decisions else {}
        if not settled:
            return findings, (), left_alone
        left = {index: findings[index] for index in sorted(settled)}
        alone = [LeftAlone(one.entry, one.start, one.end, one.text, settled[index]) for index, one in left.items()]
        kept = tuple(one for index, one in enumerate(findings) if index not in settled)
        return kept, tuple(left.values()), tuple(sorted((*left_alone, *alone), key=lambda one: one.start))

    def _forget_others(self, paragraphs: Sequence[Paragraph]) -> None:
        """Keep the memory in bounds; what undo may bring back soon is kept for a while."""
        if len(self._measured) > 2 * len(paragraphs) + 500:
            self._measured = {part.text: self._measured[part.text] for part in paragraphs}


async def _aside(lines: int, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do what is short at once, and what takes long because there are many lines in a thread."""
    if lines > _MANY_LINES:
        return await asyncio.to_thread(job, *args, **kwargs)
    return job(*args, **kwargs)


def measure(checker: Checker, text: str) -> Measured:
    """Check one paragraph and count its words and sentences."""
    from plainspeak.text.sentences import sentences
    from plainspeak.text.tokens import is_word, tokenise

    words = sum(is_word(token.text) for token in tokenise(text))
    checked = checker.check_paragraph(text)
    for finding in checked.findings:
        if isinstance(finding.suggestions, LateSuggestions):
            finding.suggestions.set_aside()  # few of them are ever looked at, and all of them are kept
    return Measured(checked, words, sum(1 for _ in sentences(text)))


def _spans_by_row(findings: Iterable[Finding], lines: Sequence[str], starts: Sequence[int]) -> dict[int, Row]:
    """The stretch of each finding in its line; one that runs over a line end has a stretch in both."""
    rows: defaultdict[int, list[LineSpan]] = defaultdict(list)
    for finding in findings:
        row = bisect_right(starts, finding.start) - 1
        start, end = finding.start - starts[row], finding.end - starts[row]
        while end > len(lines[row]) and row + 1 < len(lines):
            rows[row].append(LineSpan(start, len(lines[row]), finding.level))
            start, end, row = 0, end - len(lines[row]) - 1, row + 1
        rows[row].append(LineSpan(start, end, finding.level))
    return {row: tuple(spans) for row, spans in rows.items()}
