"""Glossary page: the jargon that stays in some documents, with what we mean by it, ready to go at the back of them.

As a web page, as a Word document or as plain text, by the end of the name of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath

from plainspeak.reports.html_style import GLOSSARY, PAPER, PRINT
from plainspeak.reports.html_text import page_top, words
from plainspeak.reports.left_terms import LeftTerm
from plainspeak.reports.terminal import on_one_line

TITLE = "What we mean"
NOTHING_LEFT = "There is no jargon left to explain."
COLUMNS = ("The jargon", "What we mean")


def glossary_page(path: str, terms: Sequence[LeftTerm]) -> bytes:
    """The page as the file at `path` is to hold it; its suffix is one of `SUFFIXES`."""
    return _MAKERS[_suffix(path)](terms)


def has_page_suffix(path: str) -> bool:
    """Whether a page can be saved under this name."""
    return _suffix(path) in _MAKERS


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()


def _text(terms: Iterable[LeftTerm]) -> bytes:
    """Two lines for each term, with a blank line after them."""
    jargon, meaning = COLUMNS
    parts = [f"{jargon}: {on_one_line(term.jargon)}\n{meaning}: {on_one_line(term.meaning)}\n" for term in terms]
    return "\n".join(parts or [f"{NOTHING_LEFT}\n"]).encode()


def _html(terms: Sequence[LeftTerm]) -> bytes:
    """A table, each row headed by its term."""
    rows = "".join(
        f'<tr><th scope="row"><dfn>{words(term.jargon)}</dfn></th><td>{words(term.meaning)}</td></tr>\n'
        for term in terms
    )
    head = "".join(f'<th scope="col">{column}</th>' for column in COLUMNS)
    table = f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    body = table if terms else f"<p>{NOTHING_LEFT}</p>\n"
    page = f"{page_top(TITLE, PAPER + GLOSSARY + PRINT)}<main>\n<h1>{TITLE}</h1>\n{body}</main>\n</body>\n</html>\n"
    return page.encode("utf-8", "backslashreplace")


def _docx(terms: Sequence[LeftTerm]) -> bytes:
    from plainspeak.reports.glossary_docx import docx_bytes

    return docx_bytes(TITLE, COLUMNS, terms, NOTHING_LEFT)


_MAKERS: dict[str, Callable[[Sequence[LeftTerm]], bytes]] = {
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".txt": _text,
}
SUFFIXES = tuple(_MAKERS)
"""The ends of file names that a page can be saved under."""
