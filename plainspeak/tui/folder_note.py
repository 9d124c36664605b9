"""Folder note: which folder was being checked when the app ended, so that the check can be gone on with.

What was found by then is in the cache, so going on costs little. The note holds the name of the folder and two numbers.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from plainspeak.deciding.safety_copy import recovery_folder
from plainspeak.documents.saving import save_bytes
from plainspeak.errors import DocumentError

_EVERY = 2.0  # seconds between two notes of a check that goes on


class FolderNote(NamedTuple):
    """A check that has not come to its end: so many of the documents of a folder; `total` is 0 while they are not counted."""

    folder: Path
    done: int
    total: int

    @property
    def told(self) -> str:
        """What a person should know, and what to do."""
        how_far = f"{self.done:,} of {self.total:,} documents were done. " if self.total else ""
        return f"The check of {self.folder.name or self.folder} did not come to its end. {how_far}Press G to go on with it."


class FolderNotes:
    """The note of the check that one screen makes. Trouble in writing it costs nothing but the note."""

    def __init__(self) -> None:
        self._written = 0.0

    def write(self, note: FolderNote, *, soon: bool = True) -> None:
        """Note how far a check is; `soon` leaves it out if there was a note just now."""
        if soon and time.monotonic() - self._written < _EVERY:
            return
        self._written = time.monotonic()
        with suppress(OSError, DocumentError):
            _file().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            save_bytes(_file(), json.dumps([str(note.folder.absolute()), note.done, note.total]).encode("ascii"))
            _file().chmod(0o600)

    def forget(self) -> None:
        """The check is complete."""
        with suppress(OSError):
            _file().unlink()

    def read(self) -> FolderNote | None:
        """The check that did not come to its end, if there was one and its folder is still there."""
        with suppress(OSError, ValueError, TypeError):
            folder, done, total = json.loads(_file().read_bytes())
            if Path(folder).is_dir():
                return FolderNote(Path(folder), int(done), int(total))
        return None


def _file() -> Path:
    return recovery_folder() / "folder-check.json"
