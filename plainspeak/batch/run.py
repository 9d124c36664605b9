"""A run: each document read and checked on its own, so that one that fails does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from plainspeak.batch.walk import Found
from plainspeak.checking.finding import sentence_start
from plainspeak.documents.document import Document
from plainspeak.errors import DocumentError
from plainspeak.glossary.entry import LEVELS, Level
from plainspeak.reports.report import Detail, DocumentReport
from plainspeak.rewriting.apply import rewrite

if TYPE_CHECKING:
    from plainspeak.checking.checker import Checker
    from plainspeak.checking.finding import Checked, Finding
    from plainspeak.text.readability import Readability

ASKED_FOR = "spelling"
"""The check that is made only when somebody asks for it; what it finds is reported whatever its level."""


class Run(NamedTuple):
    """How documents are checked.

    `read` reads one, `level` is the lowest level to report, and `measure`, where that is wanted, tells how hard a text
    is to read. `detailed` asks for the detail too, which needs `measure`.
    """

    checker: Checker
    read: Callable[[str], Document]
    level: Level = "should"
    measure: Callable[[str], Readability] | None = None
    detailed: bool = False

    def over(self, found: Iterable[Found]) -> Iterator[DocumentReport]:
        """The report of each document, as soon as it is checked."""
        for path, error in found:
            yield DocumentReport(path, "", error=error) if error else self.of(path)

    def of(self, path: str) -> DocumentReport:
        """The report of the document at `path`, whatever happens to it."""
        try:
            return self._checked(self.read(path))
        except DocumentError as error:
            return DocumentReport(path, "", error=str(error))
        except Exception as error:  # a fault of ours must not cost the other documents their report
            what = f"{type(error).__name__}: {error}".rstrip(": ")
            return DocumentReport(
                path, "", error=f"{path} could not be checked, which is a fault in plainspeak ({what})."
            )

    def _checked(self, document: Document) -> DocumentReport:
        found = self.checker.check(document.text, document.masks, document.leave)
        levels = LEVELS[: LEVELS.index(self.level) + 1]
        findings = document.placed(
            finding for finding in found.findings if finding.level in levels or finding.check == ASKED_FOR
        )
        return DocumentReport(
            path=document.path,
            format=document.format,
            findings=findings,
            left_alone=found.left_alone,
            readability=self.measure(document.text) if self.measure else None,
            notices=document.notices,
            detail=self._detail(document, found, findings),
            pages=document.pages,
        )

    def _detail(self, document: Document, found: Checked, findings: Iterable[Finding]) -> Detail | None:
        if not (self.detailed and self.measure):
            return None
        starts = tuple(sentence_start(document.text, finding) for finding in findings)
        return Detail(starts, self.measure(rewrite(document.text, found).text))
