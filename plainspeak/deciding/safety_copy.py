"""Safety copy: what somebody is writing, kept in a file of its own until the app ends as it should.

Each running app holds a lock on its copies. A copy that nobody holds was left behind by a crash, a power cut or a closed
window, and is offered on the next start.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

RECOVERY_PAUSE = 0.6  # seconds after the first unsaved change until the copy is written; it must be there within two


def recovery_folder() -> Path:
    """Where copies are kept: in PLAINSPEAK_HOME if that is set, else in the user's own folder for such things."""
    home = os.environ.get("PLAINSPEAK_HOME")
    if home:
        return Path(home) / "recovery"
    from platformdirs import user_state_path

    return user_state_path("plainspeak", appauthor=False) / "recovery"


class SafetyCopy:
    """One copy of a running app, in a file whose name ends in ``.KIND.json``.

    Trouble in writing it never stops the writer: it is told in `fault`.
    """

    def __init__(self, kind: str, folder: Path | None = None) -> None:
        self.folder = folder or recovery_folder()
        self.file = self.folder / f"{os.getpid()}-{time.time_ns()}{_suffix(kind)}"
        self.fault = ""
        self._lock: IO[bytes] | None = None

    def keep(self, content: Mapping[str, object]) -> None:
        """Keep this in place of what was kept before; the time is added as `saved_at`."""
        try:
            self._hold()
            beside = self.file.with_suffix(".part")
            _write_whole(beside, json.dumps({**content, "saved_at": time.time()}).encode("ascii"))
            beside.replace(self.file)
            self.fault = ""
        except OSError as error:
            self.fault = error.strerror or str(error)

    @property
    def is_kept(self) -> bool:
        """Whether there is a copy on the disk, and nothing has gone wrong since."""
        return self._lock is not None and not self.fault

    def remove(self) -> None:
        """Nothing is left to recover."""
        if self._lock:
            _delete(self.file)
            _delete(self.file.with_suffix(".part"))
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


def copies(kind: str, folder: Path | None = None) -> Iterator[tuple[Path, Any, bool]]:
    """Each copy of a kind that can be read: its file, what it holds, and whether a running app holds it."""
    for file in (folder or recovery_folder()).glob(f"*{_suffix(kind)}"):
        with suppress(OSError, ValueError):
            lock = _locked(_lock_file(file))
            if lock:
                lock.close()
            yield file, json.loads(file.read_text(encoding="ascii")), lock is None


def when_kept(saved_at: float) -> str:
    """When a copy was made, as in ``28 November 2026, 14:05``; `saved_at` in seconds."""
    return time.strftime("%d %B %Y, %H:%M", time.localtime(saved_at))


def forget_copy(file: Path) -> None:
    """Delete a copy that was left behind."""
    _delete(file)
    _delete(_lock_file(file))


def _suffix(kind: str) -> str:
    return f".{kind}.json"


def _lock_file(copy: Path) -> Path:
    return copy.with_name(f"{copy.name.partition('.')[0]}.lock")


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file that only this person may read, so that it is on the disk when this returns."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)


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
