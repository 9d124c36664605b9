"""One change to a glossary file at a time, however many people and programs want to change it.

The lock is the operating system's own, held on a small file beside the glossary file. It ends with the process that holds
it, so one that was killed never keeps the others out; the small file itself only says who is at work, for the message.
"""

from __future__ import annotations

import getpass
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from plainspeak.errors import GlossaryError

WAIT = 10.0
"""Seconds to wait for another change to end."""

_PAUSE = 0.05
_LOCKED_BYTE = 1 << 20  # far behind what is written, so that Windows lets others read who is at work


def change_file(path: Path, change: Callable[[str], str], write: Callable[[Path, bytes], None]) -> str:
    """Change the text of a glossary file, or make it; `change` is given the text as it is now ("" for a new file).

    `write` puts bytes in the place of a file, wholly or not at all. Returns the new text. Raises GlossaryError when
    somebody else is at work on the file for too long, when it is not UTF-8 or when it changes meanwhile; what `change`
    and `write` raise goes through. The file is then as it was.
    """
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        before = _bytes_of(path)
        try:
            text = before.decode("utf-8")
        except UnicodeDecodeError:
            raise GlossaryError(f"{path} is not saved as UTF-8.", "Save it again with the encoding UTF-8.") from None
        new = change(text)
        if _bytes_of(path) != before:
            raise GlossaryError(f"{path} was changed by another program just now.", "Nothing was saved. Try again.")
        if new != text:
            write(path, new.encode("utf-8"))
    return new


@contextmanager
def locked(path: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock on a file. Raises GlossaryError when it is not free within `wait` seconds."""
    lock = path.with_name(f".{path.name}.lock")
    end = time.monotonic() + wait
    while (handle := _try_lock(lock)) is None:
        if time.monotonic() > end:
            raise GlossaryError(
                f"{path.name} is being changed by {_holder(lock)}.", "Nothing was saved. Try again soon."
            )
        time.sleep(_PAUSE)
    try:
        _say_who(handle)
        yield
    finally:
        with suppress(OSError):  # on Windows, while another waits for it
            lock.unlink()
        os.close(handle)


def _try_lock(lock: Path) -> int | None:
    """An open handle that holds the lock, or None while another process does."""
    try:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        what = f"{lock.parent} cannot be written to: {error.strerror or error}."
        raise GlossaryError(what, "Choose a file in a folder of your own.") from None
    try:
        free = _take(handle) and os.path.samestat(os.fstat(handle), lock.stat())
    except FileNotFoundError:  # the one who had it has just taken it away
        free = False
    if free:
        return handle
    os.close(handle)
    return None


def _take(handle: int) -> bool:
    """Take the operating system's lock on an open file, which it gives up when the process ends; False if it is taken."""
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore] # Windows only
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        what = f"Files cannot be locked on this disk: {error.strerror or error}."
        raise GlossaryError(what, "Nothing was saved. Change a copy on your own disk.") from None
    return True


def _say_who(handle: int) -> None:
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # a user without a name
        name = "somebody"
    who = f"{name} on {socket.gethostname()} since {datetime.now():%H:%M} (process {os.getpid()})"
    os.lseek(handle, 0, os.SEEK_SET)
    os.truncate(handle, 0)
    os.write(handle, who.encode("utf-8", "replace"))


def _holder(lock: Path) -> str:
    try:
        return lock.read_text("utf-8", "replace").strip() or "somebody else"
    except OSError:
        return "somebody else"


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise GlossaryError(
            f"{path} cannot be read: {error.strerror or error}.", "Check that you may open it."
        ) from None
