"""Documents kept in a Word document as they came (``w:altChunk``), which programs that make letters leave to Word to take in."""

from __future__ import annotations

from plainspeak.documents.blocks import Block
from plainspeak.documents.document import Document
from plainspeak.documents.package import Element, Package
from plainspeak.documents.reader import format_of, read_bytes_as_document
from plainspeak.errors import DocumentError

NOT_READ = "A part of it is kept in another format, and is not checked. Open it in Word, save it again, and check that."
_READ = ("html", "rtf", "txt")  # and no packages, which might hold themselves
_CALLED = "embedded document"


def embedded(package: Package, part: str, element: Element) -> Document | None:
    """The document that `element`, of the part of this name, stands for; None for one that cannot be read here."""
    wanted = next((str(value) for name, value in element.attrib.items() if str(name).endswith("}id")), "")
    target = next((target for relation, _, target in package.relations(part) if relation == wanted), "")
    if target not in package.names:
        return None
    data = package.read(target)
    try:
        return read_bytes_as_document(data, target) if format_of(data, target) in _READ else None
    except DocumentError:
        return None


def as_embedded(document: Document) -> tuple[Block, ...]:
    """The blocks of an embedded document, each with a place that says so."""
    return tuple(block._replace(place={**block.place, "part": _CALLED}) for block in document.all_blocks)
