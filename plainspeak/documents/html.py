"""Web pages (.html): read in the encoding that they are in."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from plainspeak.checking.leaving import Leave
from plainspeak.documents.blocks import BlockText
from plainspeak.documents.document import Document
from plainspeak.documents.encoding import byte_order_mark, encoded, read_windows_1252
from plainspeak.documents.html_instructions import html_instructions
from plainspeak.documents.html_reading import HtmlReader, Piece
from plainspeak.errors import DocumentError
from plainspeak.text.protected import Mask

_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,500}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE
)
_SAID_WITHIN = 2048
_LARGEST = 64 << 20
WINDOWS_1252 = {"cp1252", "iso8859-1", "ascii", "latin-1"}  # all three are read as Windows-1252 on the web
_UTF = ("utf-16", "utf-32", "utf_16", "utf_32")


class Source(NamedTuple):
    """The source of a page, and what is needed to write it back."""

    text: str
    encoding: str
    bom: bytes

    def back(self, text: str) -> bytes:
        """`text` as the bytes of a page like this one; letters that it does not have are written as references."""
        if self.encoding == "cp1252":
            return self.bom + b"".join(_in_windows_1252(letter) for letter in text)
        return self.bom + text.encode(self.encoding, "xmlcharrefreplace")


class HtmlText(NamedTuple):
    """A page that is read: its source, its text in blocks, what is not the writer's, and the way back to the source.

    `leave` are words that its comments ask to leave alone.
    """

    source: Source
    content: BlockText
    masks: list[Mask]
    pieces: list[Piece]
    leave: tuple[Leave, ...] = ()


def document(data: bytes, path: str) -> Document:
    """The page that `data` is. Raises DocumentError."""
    page = read_html(data, path)
    content = page.content
    return Document(path, "html", content.text, tuple(page.masks), blocks=tuple(content.blocks), leave=page.leave)


def read_html(data: bytes, path: str) -> HtmlText:
    """The text of a page, with a way back to its source. Raises DocumentError."""
    if len(data) > _LARGEST:
        raise DocumentError(f"{path} is too large to read.", "Split it, and check the parts.")
    source = decoded(data, path)
    content, masks = BlockText(), list[Mask]()
    pieces = HtmlReader(source.text, content, masks).read()
    asked = html_instructions(source.text, pieces, len(content.text))
    return HtmlText(source, content, [*masks, *asked.masks], pieces, asked.leave)


def decoded(data: bytes, path: str) -> Source:
    """The source of a page: by its byte order mark, else as it says itself, else as UTF-8 or Windows-1252."""
    bom, encoding = byte_order_mark(data)
    said = _CHARSET.search(data[:_SAID_WITHIN])
    if not encoding:
        encoding = _codec(said[1].decode("ascii")) if said else "utf-8"
    body = data[len(bom) :]
    if encoding != "cp1252":
        try:
            return Source(body.decode(encoding), encoding, bom)
        except (UnicodeError, ValueError):
            if bom:
                raise DocumentError(
                    f"{path} is damaged: its letters cannot be read.", "Save it again as UTF-8, and check that."
                ) from None
    return Source(read_windows_1252(body), "cp1252", bom)


def _codec(name: str) -> str:
    """The Python name of the encoding that a page says it is in; UTF-8 for one that cannot be true or is not known."""
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return "utf-8"
    if codec.name in WINDOWS_1252:
        return "cp1252"
    is_text = getattr(codec, "_is_text_encoding", True)
    return codec.name if is_text and not codec.name.startswith(_UTF) else "utf-8"


def _in_windows_1252(letter: str) -> bytes:
    try:
        return encoded(letter, "cp1252")
    except UnicodeEncodeError:
        return b"&#%d;" % ord(letter)
