"""Web pages marked up: each finding in a ``mark`` with its note, and a list of the notes at the end."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainspeak.documents.html import read_html
from plainspeak.documents.html_reading import Piece
from plainspeak.documents.html_tokens import Tag, tokens
from plainspeak.documents.marking import Check, Marked, remarks
from plainspeak.text.edits import Edit, apply_edits
from plainspeak.text.span import Span

_NO_SCRIPTS = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
_STYLE = "background: #fff3b0; color: #000; border-bottom: 2px solid #7a5c00"
_LEGEND = (
    '\n<section class="plainspeak" style="margin: 2em 1em; padding: 1em; border: 2px solid #7a5c00">'
    "<h2>What plainspeak found</h2><ol>{items}</ol></section>\n"
)


def mark(data: bytes, path: str, check: Check) -> Marked:
    """A copy of the page that `data` is, marked; its scripts do not run in it. Raises DocumentError."""
    page = read_html(data, path)
    notes: dict[str, int] = {}
    edits: list[Edit] = []
    wanted = remarks(check(page.content.text, page.masks))
    for remark in wanted:
        number = notes.setdefault(remark.note, len(notes) + 1)
        stretches = _stretches(page.pieces, remark.span)
        for stretch in stretches:
            last = stretch == stretches[-1]
            edits += _marked(page.source.text, stretch, remark.note, number if last else 0)
    if notes:
        ends = _ends(page.source.text)
        items = "".join(f"<li>{'<br>'.join(map(html.escape, note.splitlines()))}</li>" for note in notes)
        edits.append(Edit(ends.head, ends.head, _NO_SCRIPTS))
        edits.append(Edit(ends.body, ends.body, _LEGEND.format(items=items.replace("<br>", "<br/>"))))
    marked = page.source.back(apply_edits(page.source.text, edits))
    return Marked(marked, 0, len(wanted), 0)


def _stretches(pieces: Sequence[Piece], span: Span) -> list[Span]:
    """Where in the source the words of `span` stand; a tag parts one stretch from the next."""
    found: list[Span] = []
    for piece in pieces:
        if piece.start >= span.end or piece.end <= span.start:
            continue
        start, end = piece.source_start, piece.source_end
        if piece.end - piece.start == end - start:
            start += max(0, span.start - piece.start)
            end -= max(0, piece.end - span.end)
        if found and found[-1].end == start:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return found


def _marked(source: str, stretch: Span, note: str, number: int) -> Iterator[Edit]:
    """The edits that put a mark around a stretch, with its number in the list where this is the last stretch."""
    if stretch.of(source).lstrip().startswith("<"):
        return  # a line break
    title = html.escape(note).replace("\n", "&#10;")
    yield Edit(stretch.start, stretch.start, f'<mark class="plainspeak" style="{_STYLE}" title="{title}">')
    yield Edit(stretch.end, stretch.end, f"<sup>[{number}]</sup></mark>" if number else "</mark>")


class _Ends(NamedTuple):
    """Where the head of a page begins, and where its body ends."""

    head: int
    body: int


def _ends(source: str) -> _Ends:
    head, body = 0, len(source)
    for token in tokens(source):
        if isinstance(token, Tag):
            if token.closing and token.name in ("body", "html") and body == len(source):
                body = token.start
            elif not token.closing and token.name in ("html", "head") and not head:
                head = token.end if token.name == "head" else 0
    return _Ends(head or _after_doctype(source), body)


def _after_doctype(source: str) -> int:
    """Where the first tag of the page ends that may stand before the head."""
    for token in tokens(source):
        if isinstance(token, Tag):
            return token.end if token.name == "html" else token.start
    return 0
