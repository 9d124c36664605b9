"""Which files of a git checkout have changed since some time."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from plainspeak.batch.walk import Found
from plainspeak.errors import UsageError

_SECONDS = 120
_QUIET = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")  # a checkout must not make git run its programs


class ChangedSince:
    """Keeps the files that have changed since `revision`: later commits, what is not committed, and new files.

    A revision on another line of work counts from where that line and this one parted. Calling it raises UsageError where
    a file is in no git checkout, git is not installed, or there is no such revision.
    """

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._changed: dict[Path, set[str]] = {}  # by the folder of the checkout
        self._tops: dict[str, Path] = {}  # the checkout that each folder is in

    def __call__(self, found: Iterator[Found]) -> Iterator[Found]:
        """Those of the files found that have changed, and every error."""
        return (each for each in found if each.error or self._has_changed(each.path))

    def _has_changed(self, path: str) -> bool:
        if not os.path.lexists(path):
            return True  # the run tells that it is not there
        folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - links stay
        if folder not in self._tops:
            self._tops[folder] = self._top_of(folder)
        top = self._tops[folder]
        if top not in self._changed:
            self._changed[top] = set(self._files_of(top))
        return os.path.realpath(folder) + os.sep + name in self._changed[top]

    def _top_of(self, folder: str) -> Path:
        near = next((top for top in self._changed if Path(folder).is_relative_to(top)), None)
        if near and not any(os.path.lexists(above / ".git") for above in _between(Path(folder), near)):
            return near
        done = _git(folder, "rev-parse", "--show-toplevel")
        if done is None or not done.strip():
            raise UsageError(f"{folder} is not in a git checkout, so --since cannot tell what has changed there.")
        return Path(done.rstrip("\n"))

    def _files_of(self, top: Path) -> Iterator[str]:
        revision = self._revision
        commit = (
            None if revision.startswith("-") else _git(str(top), "rev-parse", "--verify", "-q", revision + "^{commit}")
        )
        if not commit:
            raise UsageError(f'There is no revision "{revision}" in {top}.', _advice(top))
        start = _git(str(top), "merge-base", commit.strip(), "HEAD") or commit
        changed = _git(str(top), "diff", "--name-only", "--no-ext-diff", "--diff-filter=d", "-z", start.strip()) or ""
        new = _git(str(top), "ls-files", "--others", "-z") or ""
        real = os.path.realpath(top)
        return (os.path.join(real, *name.split("/")) for name in (changed + new).split("\0") if name)  # noqa: PTH118 - names as they are


def _advice(top: Path) -> str:
    if (_git(str(top), "rev-parse", "--is-shallow-repository") or "").strip() == "true":
        return "Only the latest commits are there. Fetch the others: git fetch --unshallow"
    return "Give a branch, a tag or a commit, such as main or HEAD~3."


def _between(folder: Path, top: Path) -> Iterator[Path]:
    """`folder` and those above it, up to but not `top`."""
    while folder != top:
        yield folder
        folder = folder.parent


def _git(folder: str, *words: str) -> str | None:
    """What git says, or None when it says no."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and a revision that does not begin with -
            ["git", *_QUIET, "-C", folder, *words],  # noqa: S607 - git from the person's own path
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise UsageError("git is not installed, and --since asks it what has changed.", "Install git.") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(
            f"git does not answer ({type(error).__name__}), and --since asks it what has changed."
        ) from error
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None
