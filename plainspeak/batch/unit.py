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
from plainspeak.documents.reader import read_bytes_as_document

if TYPE_CHECKING:
    from plainspeak.batch.cache import Cache
    from plainspeak.batch.plan import Plan
    from plainspeak.checking.checker import Checker
    from plainspeak.reports.report import DocumentReport

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
            data = read_bytes(Path(path))
        except Exception:  # whatever it is, the run tells it
            return Outcome(self._packed(self._run.of(path)))
        instructions = beside(path)
        key = cache.key(Path(path).suffix.lower(), data, instructions)
        if kept := cache.get(key):
            return Outcome(with_path(kept, path))
        report = _run_over(self._run, data, instructions).of(path)
        packed = self._packed(report)
        return Outcome(packed, kept=not report.error and cache.put(key, without_path(packed)))

    def _packed(self, report: DocumentReport) -> bytes:
        return pack(report, brief=self._plan.brief)


def _run_over(run: Run, data: bytes, instructions: bytes) -> Run:
    """The same run, for a document that has been read already, and the file beside it."""
    return run._replace(read=lambda path: with_instructions(read_bytes_as_document(data, path), instructions))


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
