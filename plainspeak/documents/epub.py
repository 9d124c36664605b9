"""Electronic books (.epub): their chapters, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from plainspeak.documents.blocks import BlockText
from plainspeak.documents.document import Document
from plainspeak.documents.html import decoded
from plainspeak.documents.html_reading import HtmlReader
from plainspeak.documents.package import Package, joined
from plainspeak.errors import DocumentError
from plainspeak.text.protected import Mask

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_LARGEST = 64 << 20


def document(data: bytes, path: str) -> Document:
    """The book that `data` is. Raises DocumentError."""
    package = Package(data, path)
    content, masks = BlockText(), list[Mask]()
    size = 0
    for number, chapter in enumerate(_chapters(package), 1):
        source = package.read(chapter)
        size += len(source)
        if size > _LARGEST:
            raise DocumentError(f"{path} is too large to read.", "Split it, and check the parts.")
        if not source.isascii() and _ENCRYPTION in package.names and b"\0" in source:
            raise DocumentError(f"{path} is locked against copying, so it cannot be read.")
        HtmlReader(decoded(source, path).text, content, masks, {"chapter": number}).read()
    return Document(path, "epub", content.text, tuple(masks), blocks=tuple(content.blocks))


def _chapters(package: Package) -> Iterator[str]:
    """The parts that hold the chapters."""
    book = next((one.get("full-path", "") for one in package.xml(_CONTAINER).iter("{*}rootfile")), "")
    root = package.xml(book)
    folder = str(PurePosixPath(book).parent)
    items = {
        one.get("id"): joined(folder, unquote(one.get("href", "")))
        for one in root.iter("{*}item")
        if "nav" not in one.get("properties", "").split()  # its table of contents, the words of which stand elsewhere
    }
    for one in root.iter("{*}itemref"):
        part = items.get(one.get("idref"), "")
        if part in package.names and one.get("linear") != "no":
            yield part
