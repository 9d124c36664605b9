"""Which files a run goes through."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plainspeak.documents.reader import has_known_suffix


class Found(NamedTuple):
    """One document to read, or in `error` why a folder cannot be looked into."""

    path: str
    error: str = ""


def walk(paths: Iterable[str], exclude: Sequence[str] = ()) -> Iterator[Found]:
    """The files that `paths` stand for, each once: a file is itself, a folder the documents in it and below it.

    In a folder, files come before its folders, both by name. Hidden ones, those of an unknown kind and those that fit a
    pattern of `exclude` are left out, and links to folders are not followed. A file that is named is always in.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _in_folder(path, exclude) if Path(path).is_dir() else (Found(path),):
            if found.path not in seen:
                seen.add(found.path)
                yield found


def _in_folder(folder: str, exclude: Sequence[str]) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        name = os.path.normpath(folder)
        yield Found(name, f"The folder {name} cannot be looked into: {error.strerror or error}.")
        return
    shown = [entry for entry in listed if not entry.name.startswith(".") and not _excluded(entry, exclude)]
    for entry in shown:
        if has_known_suffix(entry.name) and not entry.is_dir():
            yield Found(os.path.normpath(entry.path))
    for entry in shown:
        if entry.is_dir(follow_symlinks=False):
            yield from _in_folder(entry.path, exclude)


def _excluded(entry: os.DirEntry[str], exclude: Sequence[str]) -> bool:
    if not exclude:
        return False
    from fnmatch import fnmatch

    path = os.path.normpath(entry.path).replace(os.sep, "/")
    return any(fnmatch(entry.name, pattern) or fnmatch(path, pattern.rstrip("/")) for pattern in exclude)
