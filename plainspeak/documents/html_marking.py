"""Web pages marked up: each finding in a ``mark`` with its note, and a list of the notes at the end."""

from __future__ import annotations

import html
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from plainspeak.documents.html import HtmlText, read_html
from plainspeak.documents.html_reading import Piece
from plainspeak.documents.html_tokens import Tag, tokens
from plainspeak.documents.marking import Marked, Propose, remarks
from plainspeak.text.edits import Edit, apply_edits
from plainspeak.text.span import Span

_NO_SCRIPTS = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
_STYLE = "background: #fff3b0; color: #000; border-bottom: 2px solid #7a5c00"
_LEGEND = (
    '\n<section class="plainspeak" style="margin: 2em 1em; padding: 1em; border: 2px solid #7a5c00">'
    "<h2>What plainspeak found</h2><ol>{items}</ol></section>\n"
)


def mark(data: bytes, path: str, propose: Propose) -> Marked:
    """A copy of the page that `data` is, marked; its scripts do not run in it. Raises DocumentError."""
    return marked_page(read_html(data, path), propose)


def marked_page(page: HtmlText, propose: Propose) -> Marked:
    """A page, marked."""
    notes: dict[str, int] = {}
    marks: list[Edit] = []
    wanted = [remark for remark in remarks(propose(page.content.text, page.masks)) if remark.note]
    for remark in wanted:
        number = notes.setdefault(remark.note, len(notes) + 1)
        stretches = _stretches(page.pieces, remark.span)
        for stretch in stretches:
            last = stretch == stretches[-1]
            marks += _marked(page.source.text, stretch, remark.note, number if last else 0)
    edits: list[Edit] = []
    if notes:
        head, end = _head(page.source.text), _body_end(page.source.text)
        items = "".join(f"<li>{'<br/>'.join(map(html.escape, note.splitlines()))}</li>" for note in notes)
        edits = [Edit(head, head, _NO_SCRIPTS), *marks, Edit(end, end, _LEGEND.format(items=items))]
    marked = page.source.back(apply_edits(page.source.text, _one_at_each_place(edits)))
    return Marked(marked, 0, len(wanted), 0)


def _one_at_each_place(insertions: Iterable[Edit]) -> Iterator[Edit]:
    """The same insertions; those at one place become one, in the order in which they are given."""
    texts: dict[int, str] = {}
    for edit in insertions:
        texts[edit.start] = texts.get(edit.start, "") + edit.replacement
    return (Edit(place, place, text) for place, text in texts.items())


def _stretches(pieces: Sequence[Piece], span: Span) -> list[Span]:
    """Where in the source the words of `span` stand; a tag parts one stretch from the next."""
    found: list[Span] = []
    first, last = bisect_right(pieces, span.start, key=_end), bisect_left(pieces, span.end, key=_start)
    for piece in pieces[first:last]:
        start, end = piece.source_start, piece.source_end
        if piece.end - piece.start == end - start:
            start += max(0, span.start - piece.start)
            end -= max(0, piece.end - span.end)
        if found and found[-1].end == start:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return found


def _start(piece: Piece) -> int:
    return piece.start


def _end(piece: Piece) -> int:
    return piece.end


def _marked(source: str, stretch: Span, note: str, number: int) -> Iterator[Edit]:
    """The edits that put a mark around a stretch, with its number in the list where this is the last stretch."""
    if stretch.of(source).lstrip().startswith("<"):
        return  # a line break
    title = html.escape(note).replace("\n", "&#10;")
    yield Edit(stretch.start, stretch.start, f'<mark class="plainspeak" style="{_STYLE}" title="{title}">')
    yield Edit(stretch.end, stretch.end, f"<sup>[{number}]</sup></mark>" if number else "</mark>")


def _head(source: str) -> int:
    """Where the head of a page begins: before everything that is shown or run."""
    place = 0
    for token in tokens(source):
        if isinstance(token, Tag) and token.name in ("html", "head") and not token.closing:
            place = token.end
        elif isinstance(token, Tag) or not source[token.start : token.end].isspace():
            return place or token.start
    return place


def _body_end(source: str) -> int:
    """Where the body of a page ends."""
    for token in tokens(source):
        if isinstance(token, Tag) and token.closing and token.name in ("body", "html"):
            return token.start
    return len(source)
