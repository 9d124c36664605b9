"""Words on their way into a page: never tags, and never what turns the reading direction."""

from __future__ import annotations

from html import escape

from plainspeak.reports.terminal import on_one_line


def words(text: str) -> str:
    """`text` for a page, on one line; control characters are written out."""
    return escape(on_one_line(text))


def name(text: str) -> str:
    """The name of a file or a term, kept apart from the words around it whatever direction it is read in."""
    return f"<bdi>{words(text)}</bdi>"


def number(value: float, places: int = 0) -> str:
    """``1,234``, or with one place ``12.3``, and ``12`` for ``12.0``."""
    return f"{value:,.{places}f}".removesuffix(".0") if places else f"{value:,.0f}"
