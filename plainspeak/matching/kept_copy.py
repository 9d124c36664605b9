"""Kept copies: what took time to make, kept in the user's cache folder. One that is missing or damaged is just made again."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

_CHECKSUM = len("\nffffffff")


def read_copy(path: Path) -> bytes | None:
    """What was kept at `path`; None when it is not there or not whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    content = data[:-_CHECKSUM]
    return content if data[-_CHECKSUM:] == _checksum(content) else None


def keep_copy(path: Path, content: bytes, most: int) -> None:
    """Keep bytes at `path`, and of the copies with the same beginning of their name at most so many.

    A folder that cannot be written to only costs time.
    """
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content + _checksum(content))
        beside.replace(path)
        _forget_old(path, most)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _forget_old(path: Path, most: int) -> None:
    alike = path.parent.glob(f"{path.name.partition('-')[0]}-*{path.suffix}")
    for old in sorted(alike, key=lambda other: other.stat().st_mtime, reverse=True)[most:]:
        old.unlink(missing_ok=True)


def _checksum(content: bytes) -> bytes:
    return b"\n%08x" % crc32(content)


def program_state() -> str:
    """What tells one state of the program that compiles a glossary from another."""
    package = Path(__file__).parents[1]
    folders = (package / "text", package / "text" / "data", package / "glossary", package / "matching")
    found = (file for folder in folders for file in os.scandir(folder) if file.is_file())
    stamps = ((file.name, status.st_size, status.st_mtime_ns) for file in found if (status := file.stat()))
    return f"{crc32(repr(sorted(stamps)).encode()):08x}"
