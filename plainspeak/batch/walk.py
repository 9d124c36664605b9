"""Which files a run goes through."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plainspeak.batch.ignoring import Ignoring, slashed
from plainspeak.documents.beside import SUFFIX
from plainspeak.documents.reader import STANDARD_INPUT, has_known_suffix, is_of_old_kind

_WILD = frozenset("*?[")


class Found(NamedTuple):
    """One document to read, or in `error` why a folder cannot be looked into, or that nothing fits a pattern."""

    path: str
    error: str = ""


class Choice(NamedTuple):
    """What is left out of folders: what fits a pattern of `exclude` and, with `gitignore`, what .gitignore files name.

    A pattern is one of a name, or of the end of a path from any folder on: ``drafts``, ``*.docx``, ``old/*``.

    `outputs` are the whole paths of files that the run itself writes. `pass_over` is told of each document in a folder that
    cannot be read, because its format is old.
    """

    exclude: Sequence[str] = ()
    gitignore: bool = True
    outputs: frozenset[str] = frozenset()
    pass_over: Callable[[str], None] | None = None


def walk(
    paths: Iterable[str],
    exclude: Sequence[str] = (),
    *,
    gitignore: bool = True,
    outputs: Iterable[str] = (),
    pass_over: Callable[[str], None] | None = None,
) -> Iterator[Found]:
    """The files that `paths` stand for, each once: a file is itself, a folder the documents in it and below it.

    In a folder, files come before its folders, both by name. Hidden ones, those of an unknown kind, those that fit a
    pattern of `exclude` and those that git ignores are left out, and links to folders are not followed. A file that is
    named is always in. A path with ``*``, ``?`` or ``[`` that is no file is a pattern: what fits it is treated as what is
    found in a folder, and ``**`` stands for any number of folders. What an earlier run has left at one of the `outputs` is not
    gone through, for this run writes over it. `pass_over` is told of documents in folders that are left out because their format
    is old.
    """
    patterns = tuple(slashed(os.path.normpath(pattern)) for pattern in exclude if pattern)
    choice = Choice(patterns, gitignore, frozenset(map(_whole, outputs)), pass_over)
    paths = tuple(paths)
    if len(paths) == 1:  # then nothing can come twice, and nothing is remembered
        yield from _standing_for(paths[0], choice)
        return
    seen: set[int] = set()
    for path in paths:
        for found in _standing_for(path, choice):
            if (mark := hash(found.path)) not in seen:
                seen.add(mark)
                yield found


def _standing_for(path: str, choice: Choice) -> Iterator[Found]:
    if path != STANDARD_INPUT and _is_folder(path):
        yield from _in_folder(path, choice, _ignoring(path, choice))
    elif not _WILD.isdisjoint(path) and not os.path.lexists(path):
        yield from _fitting(path, choice)
    else:
        yield Found(path)


def _fitting(pattern: str, choice: Choice) -> Iterator[Found]:
    from glob import iglob

    try:
        paths = sorted(iglob(pattern, recursive=True))  # noqa: PTH207 - a Path takes it apart otherwise
    except RecursionError:
        yield Found(pattern, f"The folders are too deep to look for {pattern}. Name a folder further in.")
        return
    for path in map(os.path.normpath, paths):
        if _is_folder(path):
            if "**" not in pattern:
                yield from _standing_for(path, choice)
        elif _may_be_document(path) and _is_in(
            path, choice, _ignoring(str(Path(path).parent), choice), is_folder=False
        ):
            yield Found(path)
    if not paths:
        yield Found(pattern, f"There is no file that fits {pattern}. Look at the spelling and the folder.")


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - a Path raises where one may not look


def _may_be_document(path: str) -> bool:
    """Whether there is a file, or a link that leads nowhere, of which the run tells; not a folder, a pipe or a device."""
    return os.path.isfile(path) or not os.path.exists(path)  # noqa: PTH110, PTH113 - False where a link leads in a circle


def _ignoring(folder: str, choice: Choice) -> Ignoring:
    return Ignoring.above(folder) if choice.gitignore else Ignoring()


class _Names(NamedTuple):
    """The names in a folder: files that are documents, folders, and documents of a format that cannot be read; by name."""

    files: list[str]
    folders: list[str]
    old: list[str]

    @classmethod
    def read(cls, folder: str) -> _Names:
        """The names in `folder`. Raises OSError."""
        names = cls([], [], [])
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    names.folders.append(entry.name)
                elif has_known_suffix(entry.name):
                    if entry.is_file(follow_symlinks=False) or _may_be_document(entry.path):
                        names.files.append(entry.name)
                elif is_of_old_kind(entry.name):
                    names.old.append(entry.name)
        return cls(*map(sorted, names))


def _in_folder(top: str, choice: Choice, ignoring: Ignoring) -> Iterator[Found]:
    """The documents of a folder. Only names are held, so that a folder of 100,000 files costs little."""
    waiting = [(top, ignoring)]
    while waiting:
        folder, ignoring = waiting.pop()
        if choice.gitignore and folder != top:
            ignoring = ignoring.inside(folder)
        try:
            names = _Names.read(folder)
        except OSError as error:
            name = os.path.normpath(folder)
            yield Found(name, f"The folder {name} cannot be looked into: {error.strerror or error}.")
            continue
        for name in names.old:
            _pass_over(f"{folder}{os.sep}{name}", choice, ignoring)
        for name in names.files:
            path = os.path.normpath(f"{folder}{os.sep}{name}")
            if _is_in(path, choice, ignoring, is_folder=False):
                yield Found(path)
        inside = (f"{folder}{os.sep}{name}" for name in reversed(names.folders))
        waiting += [(path, ignoring) for path in inside if _is_in(path, choice, ignoring, is_folder=True)]


def _pass_over(path: str, choice: Choice, ignoring: Ignoring) -> None:
    """Tell of a document that cannot be read, unless it would be left out anyway."""
    path = os.path.normpath(path)
    ignored = bool(ignoring.files) and ignoring.leaves_out(path, is_folder=False)
    if choice.pass_over and not ignored and not _excluded(path, os.path.basename(path), choice.exclude):  # noqa: PTH119 - see below
        choice.pass_over(path)


def _is_in(path: str, choice: Choice, ignoring: Ignoring, *, is_folder: bool) -> bool:
    name = os.path.basename(path)  # noqa: PTH119 - a Path for each of 100,000 files takes a second
    if name.startswith(".") or not (is_folder or has_known_suffix(name)) or _excluded(path, name, choice.exclude):
        return False
    if choice.outputs and _whole(path) in choice.outputs:
        return False
    return not (ignoring.files and ignoring.leaves_out(path, is_folder=is_folder))


def _whole(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - a Path leaves .. in


def _excluded(path: str, name: str, exclude: Sequence[str]) -> bool:
    if not exclude:
        return False
    path = slashed(os.path.normpath(path))
    return any(_fits(path, name, pattern) for pattern in exclude)


def _fits(path: str, name: str, pattern: str) -> bool:
    """Whether a pattern is that of the name or of the end of the path, by its wildcards or to the letter."""
    from fnmatch import fnmatch

    if os.path.isabs(pattern):  # noqa: PTH117 - asked for each of 100,000 files
        path = slashed(_whole(path))
        return path == pattern or fnmatch(path, pattern)
    if f"/{path}".endswith(f"/{pattern}"):
        return True
    return fnmatch(name, pattern) or fnmatch(path, pattern) or fnmatch(path, f"*/{pattern}")


def weight_of(path: str) -> int:
    """How much work the file at `path` is, in bytes of plain text: packed formats hold more than their size tells.

    What is not a file that can be read again, such as a pipe, weighs nothing.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - see above
    except (OSError, ValueError):
        return 0
    if not stat.S_ISREG(found.st_mode):
        return 0
    return found.st_size * _WEIGHTS.get(path[-5:].lower().rpartition(".")[2], 1)


def stamp_of(path: str) -> str:
    """What tells one state of the file at `path`, and of the one beside it, from another; "" for no file.

    It is the size, and when the file was changed.
    """
    return f"{own} {_stamp(path + SUFFIX)}".rstrip() if (own := _stamp(path)) else ""


def _stamp(path: str) -> str:
    try:
        found = os.stat(path)  # noqa: PTH116 - see above
    except (OSError, ValueError):
        return ""
    return f"{found.st_size} {found.st_mtime_ns}" if stat.S_ISREG(found.st_mode) else ""


_WEIGHTS = {"docx": 8, "odt": 8, "pptx": 4, "epub": 6, "pdf": 4}
