"""Report: what a run found, before anybody has printed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from plainspeak.checking.finding import Finding, LeftAlone
from plainspeak.glossary.entry import LEVELS, Level

if TYPE_CHECKING:
    from plainspeak.text.readability import Readability

SCHEMA = 1
"""The version of the shape that a report has in JSON."""


class Detail(NamedTuple):
    """What only a report that shows the text itself needs.

    `sentence_starts` are the code points at which the sentences of the findings start, one for each finding. `after` tells
    how hard the text is to read once every safe swap is made.
    """

    sentence_starts: tuple[int, ...]
    after: Readability


class DocumentReport(NamedTuple):
    """What one document is found to hold, or in `error` why it could not be read.

    `findings` are those at the level asked for. `readability` and `detail` are None where nobody asked for them, or there is
    no text. `pages` is how many pages the document has, 0 where nobody knows.
    """

    path: str
    format: str
    findings: tuple[Finding, ...] = ()
    left_alone: tuple[LeftAlone, ...] = ()
    readability: Readability | None = None
    notices: tuple[str, ...] = ()
    error: str = ""
    detail: Detail | None = None
    pages: int = 0

    @property
    def words(self) -> int:
        """How many words the document has, where that was asked for."""
        return self.readability.words if self.readability else 0


class Report(NamedTuple):
    """A run. `documents` is gone through once, and may be made while it is: a printer keeps none of them.

    `only_new` says that what an earlier run knew is left out of them. `is_cut_short`, which is asked once they have all
    come, tells that somebody has stopped the run, so that there would have been more.
    """

    documents: Iterable[DocumentReport]
    version: str
    glossary_entries: int
    glossary_fingerprint: str
    only_new: bool = False
    is_cut_short: Callable[[], bool] = bool


class Summary:
    """The totals of a run, added up document by document."""

    def __init__(self) -> None:
        self.documents = 0
        self.failed = 0
        self.words = 0
        self.must = 0
        self.should = 0
        self.could = 0

    @property
    def findings(self) -> int:
        """How many findings there are at any level."""
        return self.must + self.should + self.could

    def at_or_above(self, level: Level) -> int:
        """How many findings there are at this level and those above it."""
        return sum(getattr(self, name) for name in LEVELS[: LEVELS.index(level) + 1])

    def add(self, document: DocumentReport) -> None:
        """Count one more document."""
        self.documents += 1
        self.failed += bool(document.error)
        self.words += document.words
        levels = [finding.level for finding in document.findings]
        self.must += levels.count("must")
        self.should += levels.count("should")
        self.could += levels.count("could")

    def of(self, documents: Iterable[DocumentReport]) -> Iterator[DocumentReport]:
        """The documents themselves, each counted as it goes by."""
        for document in documents:
            self.add(document)
            yield document
