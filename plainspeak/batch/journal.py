"""Journal: what a run has done so far, in a file, so that a run that was stopped can go on from there."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from plainspeak.batch.turns import Job
from plainspeak.errors import DocumentError, UsageError

_HEAD = "plainspeak: what a run has done so far"


class Journal:
    """The journal of a run in the file at `path`. `made_with` says what its results depend on besides the documents.

    Each result is written at once, with a checksum, so that after a crash only one that was half written is lost. Raises
    UsageError when the file is something else, belongs to another run or is in use by one, DocumentError when it cannot be
    read or written.
    """

    def __init__(self, path: Path, made_with: str) -> None:
        self._path = path
        self._places: dict[int, tuple[int, int]] = {}  # where the result for a path stands, by the path's hash
        try:
            self._file = _opened(path)
            try:
                self._keep_others_out()
                self._read(f"{_HEAD} {crc32(made_with.encode()):08x}\n".encode())
            except BaseException:
                self._file.close()
                raise
        except OSError as error:
            raise DocumentError(f"{path} cannot be used: {error.strerror or error}.", "Give another name.") from error

    def __len__(self) -> int:
        return len(self._places)

    def get(self, job: Job) -> bytes | None:
        """The result for this document, if the file has not changed since."""
        place = self._places.get(hash(job.path))
        if place is None or not job.stamp:
            return None
        self._file.seek(place[0])
        about, _, packed = self._file.read(place[1]).partition(b"\n")
        return packed if json.loads(about) == [job.path, job.stamp] else None

    def add(self, job: Job, packed: bytes) -> None:
        """Write down a result. Raises DocumentError when there is no room."""
        body = json.dumps([job.path, job.stamp]).encode() + b"\n" + packed
        try:
            self._file.seek(0, os.SEEK_END)
            self._file.write(b"%d %08x\n%b\n" % (len(body), crc32(body), body))
            self._file.flush()
            self._places[hash(job.path)] = (self._file.tell() - 1 - len(body), len(body))
        except OSError as error:
            raise DocumentError(f"{self._path} cannot be written: {error.strerror or error}.", "Make room.") from error

    def close(self) -> None:
        """Keep the file for the next run."""
        self._file.close()

    def finish(self) -> None:
        """The run is complete: the file goes."""
        self._file.close()
        with suppress(OSError):
            self._path.unlink()

    def _keep_others_out(self) -> None:
        if not _take(self._file):
            what = f"{self._path} is in use by a run that is at work just now."
            raise UsageError(what, "Wait until it is complete, or give another name.")

    def _read(self, head: bytes) -> None:
        """Find out what is there; what stands after the first damaged result is cut off."""
        found = self._file.readline(len(head) + 1)
        if found != head:
            if found and not head.startswith(found):
                raise self._foreign(found)
            self._file.seek(0)
            self._file.truncate()
            self._file.write(head)
            self._file.flush()
            return
        end = self._file.tell()
        while body := _next_body(self._file):
            path = json.loads(body.partition(b"\n")[0])[0]
            self._places[hash(path)] = (self._file.tell() - 1 - len(body), len(body))
            end = self._file.tell()
        self._file.seek(end)
        self._file.truncate()

    def _foreign(self, found: bytes) -> UsageError:
        if found.startswith(_HEAD.encode()):
            return UsageError(
                f"{self._path} belongs to a run with another glossary, version or other options.",
                "Give the options of that run, or delete the file to start afresh.",
            )
        return UsageError(f"{self._path} is not a file that --resume has made.", "Give another name.")


def _opened(path: Path) -> BinaryIO:
    """The file, made if it is not there, for its owner only: it holds sentences of the documents."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600), "r+b")


def _take(file: BinaryIO) -> bool:
    """Keep other runs out for as long as this process has the file open; False where one has it already."""
    try:
        import fcntl
    except ImportError:  # on Windows nobody is kept out
        return True
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # not flock, which workers that are forked would hold on to
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # the disk knows no locks
        return True
    return True


def _next_body(file: BinaryIO) -> bytes:
    """The next result; nothing at the end, or where it is damaged or cut short."""
    length, _, check = file.readline(40).partition(b" ")
    if not (length.isdigit() and check.endswith(b"\n")):
        return b""
    body = file.read(int(length))
    whole = file.read(1) == b"\n" and check == b"%08x\n" % crc32(body)
    return body if whole else b""
