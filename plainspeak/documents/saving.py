"""Saving files so that a fault half-way loses nothing: write beside, flush, rename."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from plainspeak.errors import DocumentError

_BESIDE = ".plainspeak-"
_UNFINISHED = ".tmp"
_OURS = f"{_BESIDE}{'[0-9a-f]' * 12}{_UNFINISHED}"
_MOMENT = 1.0  # seconds in which a new file may not be held yet


def save_bytes(path: Path, data: bytes) -> None:
    """Save `data` as the file at `path`. Raises DocumentError; the file is then as it was."""
    save_parts(path, [data])


def save_parts(path: Path, parts: Iterable[bytes]) -> None:
    """Save the bytes of `parts`, one after the other, as the file at `path`.

    A link is followed, and a file that is there keeps its permissions. A pipe or device is written straight to. Raises
    DocumentError; the file is then as it was, and so it is when `parts` itself raises.
    """
    try:
        mode = _mode(path)
        if mode is not None and not stat.S_ISREG(mode):
            _write_straight(path, parts)
        else:
            _refuse_read_only(path, mode)
            _write_beside(Path(os.path.realpath(path)), mode, parts)
    except OSError as error:
        raise _unsaved(path, error) from error


def forget_unfinished(folder: Path) -> None:
    """Remove from `folder` what a save has left there that was killed half-way. What another save is at stays.

    Every save of a new process does so first, in the folder that it writes to.
    """
    with suppress(OSError):
        for path in folder.glob(_OURS):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _MOMENT and _is_let_go(path):
                    path.unlink()


@cache
def _forget_unfinished_once(folder: Path) -> None:
    """A folder may hold very many files, so it is looked through once."""
    forget_unfinished(folder)


def copy_beside(path: Path) -> Path:
    """Copy the file at `path` to a new name in its folder: ``NAME.bak``, or ``NAME.bak2`` and so on if that is taken.

    Raises DocumentError.
    """
    try:
        data = path.read_bytes()
        number = 1
        while os.path.lexists(copy := path.with_name(f"{path.name}.bak{number if number > 1 else ''}")):
            number += 1
        _write_beside(copy, _mode(path), [data])
    except OSError as error:
        raise _unsaved(path, error) from error
    return copy


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _refuse_read_only(path: Path, mode: int | None) -> None:
    """A rename would replace a file that its owner has marked as read-only."""
    if mode is not None and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _write_straight(path: Path, parts: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(parts)


def _write_beside(path: Path, mode: int | None, parts: Iterable[bytes]) -> None:
    _forget_unfinished_once(path.parent)
    beside = path.with_name(f"{_BESIDE}{os.urandom(6).hex()}{_UNFINISHED}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(beside, flags, 0o666)
    try:
        _hold(handle)
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(handle)
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _sync_folder(path.parent)


def _hold(handle: int) -> bool:
    """Hold a file as long as it is open here; False when another process holds it."""
    try:
        import fcntl
    except ImportError:  # Windows, where a file that is open cannot be removed anyway
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # somebody else holds it, or the file system knows no locks
        return False
    return True


def _is_let_go(path: Path) -> bool:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        return _hold(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system can do that."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unsaved(path: Path, error: OSError) -> DocumentError:
    name = str(path)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return DocumentError(
                f"There is no room on the disk to save {name}.", "It is as it was. Make room, or save to another disk."
            )
        case errno.EISDIR:
            return DocumentError(f"{name} is a folder.", "Give the name of a file to save to.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return DocumentError(
                f"You do not have permission to save {name}.",
                "Save it in another folder; if it is open in another program, close it there.",
            )
        case errno.ENOENT | errno.ENOTDIR:
            return DocumentError(f"{name} cannot be saved: there is no such folder.", "Make the folder first.")
        case errno.ENAMETOOLONG:
            return DocumentError(f"{name} cannot be saved: the name is too long.", "Give it a shorter name.")
    return DocumentError(f"{name} cannot be saved: {error.strerror or error}.")
