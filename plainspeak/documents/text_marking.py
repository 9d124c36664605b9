"""Plain text, and what has no marks of its own: a web page that shows the text as it stands, with marks and a list of notes."""

from __future__ import annotations

import html
import re
from pathlib import PurePath

from plainspeak.documents.blocks import BlockText
from plainspeak.documents.html import HtmlText, Source
from plainspeak.documents.html_marking import marked_page
from plainspeak.documents.html_reading import Piece
from plainspeak.documents.marking import Marked, Propose
from plainspeak.documents.reader import read_bytes_as_document

_HEAD = (
    '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
    "<style>body {{ max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.6 system-ui, sans-serif; }}\n"
    "pre {{ font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }}\n"
    "sup {{ line-height: 0; }}</style>\n</head>\n<body>\n<main>\n<pre>\n"
)
_FOOT = "</pre>\n</main>\n</body>\n</html>\n"
_NOT_FOR_PAGES = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_IN_PIECES = re.compile(r"[&<>]|[^&<>]+")


def mark(data: bytes, path: str, propose: Propose) -> Marked:
    """A web page with the text that `data` is, marked. Raises DocumentError."""
    document = read_bytes_as_document(data, path)
    content = BlockText()
    content.add("paragraph", document.text)
    parts = [_HEAD.format(title=html.escape(f"{PurePath(path).name}, marked"))]
    length = len(parts[0])
    pieces: list[Piece] = []
    for piece in _IN_PIECES.finditer(_NOT_FOR_PAGES.sub("\ufffd", document.text)):
        written = html.escape(piece[0], quote=False)
        pieces.append(Piece(*piece.span(), length, length + len(written)))
        parts.append(written)
        length += len(written)
    page = HtmlText(Source("".join([*parts, _FOOT]), "utf-8", b""), content, list(document.masks), pieces)
    return marked_page(page, propose)
