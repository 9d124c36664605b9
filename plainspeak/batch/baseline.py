"""Baseline: the findings that are known, so that a run can show only those that are new.

The file is JSON with a line for each document. It holds digests, none of the words of a document.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from plainspeak.batch.likeness import Moved, new_among
from plainspeak.documents.saving import save_parts
from plainspeak.errors import DocumentError, UsageError
from plainspeak.reports.identity import traces
from plainspeak.reports.report import DocumentReport

_FORMAT = 1


class Baseline:
    """What the file at `path` knows. `known` and `new` count the findings that go by, `gone` those that do not come any more."""

    def __init__(self, path: Path, documents: dict[str, str]) -> None:
        self.known = 0
        self.new = 0
        self.gone = 0
        self._path = path
        self._documents = documents  # the traces of each document's findings, with a space between each two
        self._moved: Moved | None = None

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline in the file at `path`. Raises UsageError when it is missing or no baseline, DocumentError else."""
        try:
            data = json.loads(path.read_bytes())
            if data["plainspeak_baseline"] != _FORMAT:
                raise UsageError(f"{path} was made by a newer version.", "Use that version, or make the file again.")
            return cls(path, {str(name): " ".join(found) for name, found in data["documents"].items()})
        except FileNotFoundError:
            advice = "Add --update-baseline to make it from what is found now."
            raise UsageError(f"There is no file called {path}.", advice) from None
        except OSError as error:
            raise DocumentError(f"{path} cannot be read: {error.strerror or error}.") from error
        except (ValueError, TypeError, KeyError, AttributeError):
            advice = "Give another name, or delete it and make it again with --update-baseline."
            raise UsageError(f"{path} is not a baseline, or is damaged.", advice) from None

    def new_only(self, documents: Iterable[DocumentReport]) -> Iterator[DocumentReport]:
        """The documents with only the findings that are not known."""
        for document in documents:
            now = list(traces(document.findings))
            fresh = new_among(now, self._known_of(self._name(document.path), now))
            self.known += len(now) - len(fresh)
            self.new += len(fresh)
            yield _with_findings(document, fresh)

    def updated(self, documents: Iterable[DocumentReport]) -> Iterator[DocumentReport]:
        """The documents without findings, all of which are known from now on. `save` them afterwards."""
        for document in documents:
            if not document.error:
                self._take(document)
            yield _with_findings(document, [])

    def _take(self, document: DocumentReport) -> None:
        name = self._name(document.path)
        now = list(traces(document.findings))
        before = self._known_of(name, now)
        new = len(new_among(now, before))
        self.known += len(now) - new
        self.new += new
        self.gone += len(before) - (len(now) - new)
        self._documents.pop(name, None)
        if now:
            self._documents[name] = " ".join(now)

    def _known_of(self, name: str, now: list[str]) -> list[str]:
        """What is known of a document with these traces; of one with a new name what was known under its old one."""
        if name in self._documents or not now:
            return self._documents.get(name, "").split()
        if self._moved is None:
            folder = self._path.absolute().parent
            self._moved = Moved(
                {old: known for old, known in self._documents.items() if old != "-" and _is_gone(folder / old)}
            )
        return self._moved.like(now)

    def save(self) -> None:
        """Save what is known. Documents that are not there any more are forgotten. Raises DocumentError."""
        folder = self._path.absolute().parent
        there = {name: found for name, found in self._documents.items() if name == "-" or not _is_gone(folder / name)}
        save_parts(self._path, (part.encode() for part in _written(there)))

    def _name(self, path: str) -> str:
        """What the file calls a document: its path from the folder of the file, so that it may be used from any folder."""
        if path == "-":
            return path
        try:
            return os.path.relpath(path, self._path.absolute().parent).replace(os.sep, "/")
        except ValueError:  # on another drive
            return os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100 - links stay


def _is_gone(path: Path) -> bool:
    """Whether there is surely no such file; one in a folder that may not be looked into may be there."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _written(documents: dict[str, str]) -> Iterator[str]:
    yield f'{{"plainspeak_baseline": {_FORMAT},\n"documents": {{'
    between = "\n"
    for name in sorted(documents):
        yield f"{between}{json.dumps(name)}: {json.dumps(documents[name].split())}"
        between = ",\n"
    yield "\n}}\n"


def _with_findings(document: DocumentReport, wanted: list[int]) -> DocumentReport:
    """The document with these of its findings, by their place in the row."""
    if len(wanted) == len(document.findings):
        return document
    detail = document.detail
    return document._replace(
        findings=tuple(document.findings[at] for at in wanted),
        detail=detail and detail._replace(sentence_starts=tuple(detail.sentence_starts[at] for at in wanted)),
    )
