"""The documents that a person names, for commands that hold the glossary against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.batch.walk import walk
from plainspeak.cli.streams import tell
from plainspeak.documents.document import Document
from plainspeak.documents.reader import read
from plainspeak.errors import DocumentError


class YourDocuments:
    """Documents read one by one; one that cannot be read is told and counted, and the rest go on."""

    def __init__(self, paths: Sequence[str], exclude: Sequence[str]) -> None:
        self._paths = paths
        self._exclude = exclude
        self.read = 0
        self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        for path, error in walk(self._paths, self._exclude):
            document = None if error else self._document(path)
            if document:
                self.read += 1
                yield document
            else:
                self.failed += 1
                if error:
                    tell(f"plainspeak: {error}")

    @property
    def status(self) -> int:
        """The exit status: 3 when one could not be read, else 0."""
        return DocumentError.exit_status if self.failed else 0

    def _document(self, path: str) -> Document | None:
        try:
            return read(path)
        except DocumentError as unreadable:
            tell(f"plainspeak: {unreadable}")
            return None
