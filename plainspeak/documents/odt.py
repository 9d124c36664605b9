"""OpenDocument texts (.odt)."""

from __future__ import annotations

from plainspeak.documents.document import Document
from plainspeak.documents.odt_reading import read_odt
from plainspeak.documents.package import Package


def document(data: bytes, path: str) -> Document:
    """The OpenDocument text that `data` is. Raises DocumentError."""
    odt = read_odt(Package(data, path))
    content = odt.content
    return Document(path, "odt", content.text, tuple(odt.masks), blocks=tuple(content.blocks), fixed=odt.fixed)
