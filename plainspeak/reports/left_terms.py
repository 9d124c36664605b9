"""Left terms: the jargon that stays in some documents, for the glossary at their end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plainspeak.glossary.entry import LEVELS, Entry, Glossary, Level
from plainspeak.reports.report import DocumentReport
from plainspeak.reports.terminal import on_one_line

_ARTICLE = re.compile(r"(?:an?|the) ")
_READ_ANYWAY = frozenset({"quotation", "explained"})
"""Why a term was left alone although readers meet it as a word: it needs its line in the glossary all the same."""


class LeftTerm(NamedTuple):
    """One line of the glossary: the wordings that stand in the documents, the most frequent first, and what we mean."""

    jargon: str
    meaning: str


class LeftTerms:
    """The terms of some documents, gathered as they go by. `level` is the lowest level that counts."""

    def __init__(self, glossary: Glossary, level: Level) -> None:
        self._glossary = glossary
        self._levels = LEVELS[: LEVELS.index(level) + 1]
        self._found: dict[str, Counter[str]] = {}
        self._initials: Counter[str] = Counter()

    def of(self, documents: Iterable[DocumentReport]) -> Iterator[DocumentReport]:
        """The documents themselves, each looked through as it goes by."""
        for document in documents:
            self.add(document)
            yield document

    def add(self, document: DocumentReport) -> None:
        """Look through one more document."""
        for finding in document.findings:
            if finding.entry:
                self._add(finding.entry, finding.text)
            elif finding.check == "acronym":
                self._initials[on_one_line(finding.text)] += 1
        for left in document.left_alone:
            if left.reason in _READ_ANYWAY:
                self._add(left.entry, left.text)

    def _add(self, entry_id: str, words: str) -> None:
        entry = self._glossary.get(entry_id)
        if entry and entry.level in self._levels:
            self._found.setdefault(entry_id, Counter())[_wording_of(entry, words)] += 1

    @property
    def unexplained(self) -> list[str]:
        """Initials that no entry explains, the most frequent first."""
        return [initials for initials, _ in self._initials.most_common()]

    def in_order(self) -> list[LeftTerm]:
        """The terms in order of the alphabet, in which a, an or the before them does not count.

        Of two that are called the same, each says what kind of word it is.
        """
        entries = [(entry, found) for key, found in self._found.items() if (entry := self._glossary.get(key))]
        called = {entry.id: ", ".join(wording for wording, _ in found.most_common()) for entry, found in entries}
        shared = {name for name, count in Counter(called.values()).items() if count > 1}
        terms = [
            LeftTerm(
                f"{called[entry.id]} ({entry.kind})" if called[entry.id] in shared else called[entry.id],
                entry.what_we_mean,
            )
            for entry, _ in entries
        ]
        return sorted(terms, key=lambda term: _place_in_alphabet(term.jargon))


def _place_in_alphabet(jargon: str) -> tuple[str, str]:
    return _ARTICLE.sub("", jargon.casefold()), jargon


def _wording_of(entry: Entry, words: str) -> str:
    """The term of `entry` that stands in a text as `words`, in whatever form."""
    if not entry.also:
        return entry.jargon
    from rapidfuzz.fuzz import ratio

    written = _plain(words)
    return max(entry.terms, key=lambda term: ratio(_plain(term), written))


def _plain(words: str) -> str:
    return " ".join(words.replace("-", " ").split()).casefold()
