"""The glossary page of a run: the jargon left in its documents, saved as a file of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plainspeak.cli.streams import tell
from plainspeak.documents.saving import save_bytes
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import Glossary, Level
from plainspeak.reports.counts import counted
from plainspeak.reports.glossary_page import SUFFIXES, glossary_page, has_page_suffix
from plainspeak.reports.left_terms import LeftTerms
from plainspeak.reports.report import DocumentReport
from plainspeak.reports.terminal import on_one_line

_MOST_NAMED = 10


def refuse_page(path: str) -> None:
    """Raise UsageError when a page cannot be saved at `path`."""
    if not has_page_suffix(path):
        raise UsageError(
            f"A glossary page is a web page, a Word document or plain text, and {path} is none of these.",
            f"Give a name that ends in {', '.join(SUFFIXES)}.",
        )


class GlossaryPage:
    """What becomes the file at `path`. `level` is the lowest level of terms that go on it."""

    def __init__(self, path: str, glossary: Glossary, level: Level) -> None:
        self._path = path
        self._terms = LeftTerms(glossary, level)

    def of(self, documents: Iterable[DocumentReport]) -> Iterable[DocumentReport]:
        """The documents themselves; their terms are kept in mind."""
        return self._terms.of(documents)

    def save(self, *, cut_short: bool = False) -> None:
        """Save the page, and tell what it holds; `cut_short` says that not all was checked. Raises DocumentError."""
        terms = self._terms.in_order()
        save_bytes(Path(self._path), glossary_page(self._path, terms))
        count = counted(len(terms), "term")
        where = "what was checked by then" if cut_short else "the text"
        tell(f"plainspeak: {self._path} says what {count} left in {where} {'means' if len(terms) == 1 else 'mean'}.")
        if initials := self._terms.unexplained:
            more = ", …" if len(initials) > _MOST_NAMED else ""
            named = ", ".join(map(on_one_line, initials[:_MOST_NAMED]))
            tell(f"plainspeak: No entry says what these initials mean, so the page does not either: {named}{more}.")
