"""Word documents (.docx, strict and transitional)."""

from __future__ import annotations

from plainspeak.documents.document import Document
from plainspeak.documents.docx_reading import read_docx
from plainspeak.documents.package import Package


def document(data: bytes, path: str) -> Document:
    """The Word document that `data` is. Raises DocumentError."""
    word = read_docx(Package(data, path))
    content = word.content
    return Document(
        path,
        "docx",
        content.text,
        tuple(word.masks),
        tuple(word.notices),
        blocks=tuple(content.blocks),
        fixed=word.fixed,
    )
