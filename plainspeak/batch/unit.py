"""Unit: one document, from its path to its packed report, by way of the cache."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plainspeak.batch.packed import pack, with_path, without_path
from plainspeak.batch.run import Run
from plainspeak.documents.beside import beside, with_instructions
from plainspeak.documents.plain_text import read_bytes
from plainspeak.documents.reader import STANDARD_INPUT, read_bytes_as_document
from plainspeak.errors import DocumentError

if TYPE_CHECKING:
    from plainspeak.batch.cache import Cache, Key
    from plainspeak.batch.plan import Plan
    from plainspeak.checking.checker import Checker
    from plainspeak.reports.report import DocumentReport

_MOST_MISSING = 8
_MOST_KEPT = 64 << 20  # bytes of a document; a larger one is checked each time


class Outcome(NamedTuple):
    """The packed report of a document, and whether it was newly put into the cache."""

    packed: bytes
    kept: bool = False


class Unit:
    """Checks documents by a plan. Holds a run and the cache, where there is to be one."""

    def __init__(self, plan: Plan, checker: Checker) -> None:
        self._plan = plan
        self._run = plan.run_with(checker)
        self._cache = _cache_for(plan, checker) if plan.settings.cache else None

    def outcome(self, path: str) -> Outcome:
        """What is found in the document at `path`, whatever happens to it."""
        if self._cache is None or not _may_be_kept(path):
            return Outcome(self._packed(self._run.of(path)))
        return self._by_way_of(self._cache, path)

    def _by_way_of(self, cache: Cache, path: str) -> Outcome:
        try:
            held = _Held.read(path)
        except Exception:  # whatever it is, the run tells it
            return Outcome(self._packed(self._run.of(path)))
        key = held.key(cache)
        if kept := cache.get(key):
            return Outcome(with_path(kept, path))
        report = _run_over(self._run, held).of(path)
        packed = self._packed(report)
        return Outcome(packed, kept=not report.error and cache.put(key, without_path(packed)))

    def _packed(self, report: DocumentReport) -> bytes:
        return pack(report, brief=self._plan.brief)


class Recall:
    """Finds what is kept of documents in the process that hands out the work, so that nobody has to be asked.

    It is given up once so many more results are missing than found that others had better look for them.
    """

    def __init__(self, plan: Plan, checker: Checker) -> None:
        self._cache = _cache_for(plan, checker) if plan.settings.cache else None
        self._missing = 0

    def packed(self, path: str) -> bytes:
        """The packed report of the document at `path` that is kept; nothing where there is none."""
        if self._cache is None or self._missing >= _MOST_MISSING or path == STANDARD_INPUT or not _may_be_kept(path):
            return b""
        try:
            kept = self._cache.get(_Held.read(path).key(self._cache))
        except DocumentError:
            kept = None
        self._missing += -1 if kept and self._missing else not kept
        return with_path(kept, path) if kept else b""


class _Held(NamedTuple):
    """A document and the file of instructions beside it, as bytes."""

    path: str
    data: bytes
    instructions: bytes

    @classmethod
    def read(cls, path: str) -> _Held:
        """Read both. Raises DocumentError."""
        return cls(path, read_bytes(Path(path)), beside(path))

    def key(self, cache: Cache) -> Key:
        """Under which the result is kept."""
        suffix = os.path.splitext(self.path)[1]  # noqa: PTH122 - a Path for each of 100,000 files takes a second
        return cache.key(suffix.lower(), self.data, self.instructions)


def _run_over(run: Run, held: _Held) -> Run:
    """The same run, for a document that has been read already, and the file beside it."""
    return run._replace(read=lambda path: with_instructions(read_bytes_as_document(held.data, path), held.instructions))


def _may_be_kept(path: str) -> bool:
    try:
        found = os.stat(path)  # noqa: PTH116 - asked for each of 100,000 files
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size <= _MOST_KEPT


def made_with(plan: Plan, checker: Checker) -> str:
    """What the result for a document depends on besides the document and the program."""
    options = [sorted(one) if isinstance(one, frozenset) else one for one in checker.options]  # a set has no order
    choices = (plan.level, plan.measures, plan.detailed, plan.brief, options)
    return f"{checker.glossary.fingerprint} {choices!r}"


def _cache_for(plan: Plan, checker: Checker) -> Cache:
    from plainspeak.batch.cache import open_cache

    return open_cache(made_with(plan, checker))
