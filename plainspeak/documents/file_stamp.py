"""File stamp: what tells one state of a file from another without reading it."""

from __future__ import annotations

from pathlib import Path

Stamp = tuple[int, int, int]
"""When it was last changed (nanoseconds), its size in bytes, and the number that the disk knows it by."""


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of the file as it is now, or None when it cannot be looked at."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
