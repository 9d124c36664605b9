"""Overview: what a whole run comes to, added up document by document, so that none of them has to be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.documents.reader import STANDARD_INPUT
from plainspeak.glossary.entry import LEVELS, Level, as_gloss
from plainspeak.reports.advice import wordings
from plainspeak.reports.density import is_jargon, per_thousand
from plainspeak.reports.report import DocumentReport, Summary
from plainspeak.reports.terminal import on_one_line
from plainspeak.reports.terms import Term, term_of
from plainspeak.rewriting.apply import safe_edits

if TYPE_CHECKING:
    from plainspeak.text.readability import Readability

PIPED = "piped text"
"""What a text is called that came through a pipe."""


class Row(NamedTuple):
    """One document in figures. `number` counts from 1 in the order of the run; `left` is the jargon that safe swaps leave."""

    number: int
    path: str
    format: str
    counts: dict[Level, int]
    jargon: int
    left: int
    before: Readability | None
    after: Readability | None

    @property
    def density(self) -> float:
        """Pieces of jargon in 1,000 words; 0 where there are no words."""
        return per_thousand(self.jargon, self.before) or 0.0

    @property
    def density_after(self) -> float:
        """The same once every safe swap is made."""
        return per_thousand(self.left, self.after) or 0.0


class TermTotal:
    """One term over all documents: how often it stands where, and what to know of it."""

    def __init__(self, finding: Finding) -> None:
        self.level = finding.level
        self.meaning = finding.what_we_mean
        self.question = finding.question
        self.times = 0
        self.documents = 0
        self._forms: Counter[str] = Counter()
        self._wordings: dict[str, list[str]] = {}

    @property
    def words(self) -> str:
        """The form in which it is met most often."""
        return max(self._forms, key=lambda form: self._forms[form])

    @property
    def wordings(self) -> list[str]:
        """What to say instead of that form, best first; only what fits in everywhere."""
        return self._wordings[self.words]

    def add(self, finding: Finding) -> None:
        """Count one more place."""
        words = on_one_line(finding.text)
        form = as_gloss(words) if finding.sentence.startswith(finding.text) else words
        self.times += 1
        self._forms[form] += 1
        if not self._wordings.get(form):
            self._wordings[form] = [say if form == words else as_gloss(say) for say in _fitting_anywhere(finding)]


def _fitting_anywhere(finding: Finding) -> list[str]:
    """The wordings that stand for the words of the finding alone, and not for its neighbours too."""
    own = [offer for offer in finding.suggestions if (offer.start, offer.end) == (finding.start, finding.end)]
    return wordings(finding._replace(suggestions=own))


class Overview:
    """The figures of a run. `rows` are the documents that could be read, `failed` the paths and faults of the others."""

    def __init__(self) -> None:
        self.summary = Summary()
        self.rows: list[Row] = []
        self.failed: list[tuple[str, str]] = []
        self.jargon = 0
        self.left = 0
        self.questions = 0
        self.initials: Counter[str] = Counter()
        self._terms: dict[Term, TermTotal] = {}

    def add(self, document: DocumentReport) -> None:
        """Count one more document."""
        self.summary.add(document)
        if document.error:
            self.failed.append((document.path, document.error))
            return
        jargon = [finding for finding in document.findings if is_jargon(finding)]
        row = _row(self.summary.documents, document, jargon)
        self.rows.append(row)
        self.jargon += row.jargon
        self.left += row.left
        self.questions += sum(_only_asks(finding) for finding in jargon)
        self.initials.update(finding.text for finding in jargon if finding.check == "acronym")
        self._add_terms(jargon)

    def _add_terms(self, findings: Iterable[Finding]) -> None:
        here: set[Term] = set()
        for finding in findings:
            term = term_of(finding)
            total = self._terms.setdefault(term, TermTotal(finding))
            total.add(finding)
            total.documents += term not in here
            here.add(term)

    @property
    def safe(self) -> int:
        """How many pieces of jargon can be swapped with nobody looking."""
        return self.jargon - self.left

    def densest(self) -> list[Row]:
        """The documents, those with the most jargon in 1,000 words first."""
        return sorted(self.rows, key=lambda row: (-row.density, row.number))

    def commonest(self, most: int, levels: Iterable[Level] = LEVELS) -> list[TermTotal]:
        """The terms of these levels that come up most often, not more than `most`."""
        wanted = set(levels)
        terms = [total for total in self._terms.values() if total.level in wanted]
        return sorted(terms, key=lambda total: (-total.times, LEVELS.index(total.level)))[:most]

    def density(self) -> float:
        """Pieces of jargon in 1,000 words over all documents."""
        return _share(self.jargon, sum(row.before.words for row in self.rows if row.before))

    def density_after(self) -> float:
        """The same once every safe swap is made."""
        return _share(self.left, sum(row.after.words for row in self.rows if row.after))


def mean(measured: Iterable[Readability | None], name: str) -> float:
    """A figure of many documents, each counted by its words."""
    known = [one for one in measured if one]
    words = sum(one.words for one in known)
    return sum(getattr(one, name) * one.words for one in known) / words if words else 0.0


def _share(pieces: int, words: int) -> float:
    return 1000 * pieces / words if words else 0.0


def _row(number: int, document: DocumentReport, jargon: list[Finding]) -> Row:
    counts = Counter(finding.level for finding in document.findings)
    return Row(
        number,
        PIPED if document.path == STANDARD_INPUT else document.path,
        document.format,
        {level: counts[level] for level in LEVELS},
        len(jargon),
        len(jargon) - len(safe_edits(finding.suggestions for finding in jargon)),
        document.readability,
        document.detail.after if document.detail else None,
    )


def _only_asks(finding: Finding) -> bool:
    return bool(finding.question) and not wordings(finding, 1) and finding.check != "acronym"
