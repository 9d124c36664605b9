"""The head of a page, and words on their way into it: never tags, and never what turns the reading direction."""

from __future__ import annotations

from html import escape

from plainspeak.reports.terminal import on_one_line

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def words(text: str) -> str:
    """`text` for a page, on one line; control characters are written out."""
    return escape(on_one_line(text))


def name(text: str) -> str:
    """The name of a file or a term, kept apart from the words around it whatever direction it is read in."""
    return f"<bdi>{words(text)}</bdi>"


def number(value: float, places: int = 0) -> str:
    """``1,234``, or with one place ``12.3``, and ``12`` for ``12.0``."""
    return f"{value:,.{places}f}".removesuffix(".0") if places else f"{value:,.0f}"


def page_top(title: str, style: str) -> str:
    """The head of a page in which nothing runs and nothing is fetched."""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{words(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )
