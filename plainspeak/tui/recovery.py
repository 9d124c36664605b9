"""Recovery: a copy of the unsaved draft, kept until the app ends as it should.

Each running app has one copy and holds a lock on it. A copy that nobody holds was left behind by a crash, a power cut
or a closed window, and is offered on the next start.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from plainspeak.tui.draft_file import Stamp

_SUFFIX = ".draft.json"


@dataclass(frozen=True, slots=True)
class LostDraft:
    """A draft left behind: its text, the file it belongs to (if any), and when the copy was made (seconds).

    `stamp` tells the state of the file that the draft began from; None when there was none.
    """

    text: str
    path: Path | None
    saved_at: float
    copy: Path
    stamp: Stamp | None = None


def recovery_folder() -> Path:
    """Where copies are kept: in PLAINSPEAK_HOME if that is set, else in the user's own folder for such things."""
    home = os.environ.get("PLAINSPEAK_HOME")
    if home:
        return Path(home) / "recovery"
    from platformdirs import user_state_path

    return user_state_path("plainspeak", appauthor=False) / "recovery"


class RecoveryCopy:
    """The copy of one running app. Trouble in writing it never stops the writer: it is told in `fault`."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or recovery_folder()
        self.file = self.folder / f"{os.getpid()}-{time.time_ns()}{_SUFFIX}"
        self.fault = ""
        self._lock: IO[bytes] | None = None

    def write(self, text: str, path: Path | None, stamp: Stamp | None = None) -> None:
        """Keep `text`, the unsaved state of `path`, which began from the state of that file that `stamp` tells."""
        content = {
            "path": str(path.absolute()) if path else None,
            "stamp": stamp,
            "saved_at": time.time(),
            "text": text,
        }
        try:
            self._hold()
            beside = self.file.with_suffix(".part")
            _write_whole(beside, json.dumps(content).encode("ascii"))
            beside.replace(self.file)
            self.fault = ""
        except OSError as error:
            self.fault = error.strerror or str(error)

    def remove(self) -> None:
        """Nothing is left to recover."""
        if self._lock:
            _delete(self.file)
            self.let_go()
            _delete(_lock_file(self.file))

    def let_go(self) -> None:
        """Leave the copy, if there is one, for the next start."""
        if self._lock:
            self._lock.close()
            self._lock = None

    def _hold(self) -> None:
        if self._lock is None:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock = _locked(_lock_file(self.file))


def lost_drafts(folder: Path | None = None) -> list[LostDraft]:
    """The copies that no running app holds, newest first; those that cannot be read are passed over."""
    found = []
    for copy in (folder or recovery_folder()).glob(f"*{_SUFFIX}"):
        try:
            lock = _locked(_lock_file(copy))
            if lock is None:
                continue
            lock.close()
            found.append(_read(copy))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return sorted(found, key=lambda draft: draft.saved_at, reverse=True)


def open_elsewhere(path: Path, folder: Path | None = None, *, apart_from: Path | None = None) -> bool:
    """Whether another running app has changes of the file at `path` that are not saved; its own copy is `apart_from`."""
    for copy in (folder or recovery_folder()).glob(f"*{_SUFFIX}"):
        try:
            if copy == apart_from or _read(copy).path != path.absolute():
                continue
            lock = _locked(_lock_file(copy))
            if lock is None:
                return True
            lock.close()
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return False


def _read(copy: Path) -> LostDraft:
    """What a copy holds. Raises OSError, ValueError, KeyError or TypeError when that is not a draft."""
    content = json.loads(copy.read_text(encoding="ascii"))
    stamp = content.get("stamp")
    mtime, size, inode = stamp or (0, 0, 0)
    path = Path(content["path"]) if content["path"] else None
    return LostDraft(content["text"], path, content["saved_at"], copy, (mtime, size, inode) if stamp else None)


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file that only this person may read, so that it is on the disk when this returns."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)


def forget(draft: LostDraft) -> None:
    """Delete the copy of a lost draft."""
    _delete(draft.copy)
    _delete(_lock_file(draft.copy))


def _lock_file(copy: Path) -> Path:
    return copy.with_name(copy.name.removesuffix(_SUFFIX) + ".lock")


def _delete(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _locked(path: Path) -> IO[bytes] | None:
    """The file, open and locked for as long as it stays open, or None when another process holds it."""
    file = path.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
