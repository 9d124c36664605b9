"""Batch: many documents checked beside one another, one by one to whoever wants their reports."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from plainspeak.batch.packed import pack, unpack
from plainspeak.batch.plan import Plan
from plainspeak.batch.processors import processors
from plainspeak.batch.progress import PassedOver, Progress
from plainspeak.batch.turns import Job
from plainspeak.batch.walk import Found, stamp_of, walk, weight_of
from plainspeak.documents.document import Document
from plainspeak.documents.reader import STANDARD_INPUT, read
from plainspeak.reports.report import DocumentReport

if TYPE_CHECKING:
    from plainspeak.batch.crew import Crew
    from plainspeak.batch.journal import Journal
    from plainspeak.batch.run import Run
    from plainspeak.batch.unit import Recall
    from plainspeak.checking.checker import Checker

_FEW = 16
_LITTLE = 300_000  # bytes that are checked in the time that it takes to start workers
_MOST_WORKERS = 8
_WORTH_KEEPING = 4_000  # bytes: a smaller document is checked as fast as its result is looked up


class Batch:
    """The documents that `paths` stand for, checked by `plan`: iterate over it once to get the report of each, in order.

        batch = Batch(["letters/"], Plan(load_settings()))
        for document in batch:          # a DocumentReport; what could not be read has its `error`
            show(document, batch.progress)

    Each document is a unit of its own: it has a time limit and a second try, and one that brings down the process that
    reads it takes nothing else down. Few and small documents are checked in this very process. Memory stays flat
    however many there are, as long as the reports are not kept.

    `progress` may be read, and `stop`, `pause` and `go_on` may be called, from any thread; a stop makes the iteration end
    soon, after what is done by then, and then `stopped` is True. `journal` writes down each result at once, and a batch
    that is given the same journal later goes on from there. `choose` leaves out some of what `paths` stand for.
    `passed_over` are documents of which nothing here reads the format. `while_waiting` is called ten times a second while
    workers are at work; `checks_here` tells that there are none. Making a batch reads the glossary: it raises GlossaryError.
    Iterating raises DocumentError when the journal cannot be written.
    """

    def __init__(
        self,
        paths: Iterable[str],
        plan: Plan,
        checker: Checker | None = None,
        *,
        read: Callable[[str], Document] = read,
        journal: Journal | None = None,
        choose: Callable[[Iterator[Found]], Iterator[Found]] | None = None,
    ) -> None:
        if checker is None:
            from plainspeak.checking.checker import Checker

            checker = Checker.load(plan.settings)
        self.passed_over = PassedOver()
        self._paths = tuple(paths)
        self._plan = plan
        self._checker = checker
        self._read = read
        self._journal = journal
        self._choose = choose
        self.while_waiting: Callable[[], None] = lambda: None
        self.checks_here = False
        self._out = Progress()  # by the documents that are out
        self._checked = 0
        self._crew: Crew | None = None
        self._begun = self._ended = 0.0
        self._stop = threading.Event()
        self._may_go_on = threading.Event()
        self._may_go_on.set()

    # -- from any thread -----------------------------------------------------------------------------------------------

    @property
    def progress(self) -> Progress:
        """How far the batch is by now. Documents that are done and wait for an earlier one count as done."""
        out = self._out
        done = out.done + (self._crew.waiting if self._crew else 0)
        seconds = (self._ended or monotonic()) - self._begun if self._begun else 0.0
        return out._replace(done=done, seconds=seconds, ready=max(0, done - self._checked))

    @property
    def stopped(self) -> bool:
        """Whether somebody has stopped the batch."""
        return self._stop.is_set()

    @property
    def paused(self) -> bool:
        """Whether the batch waits for `go_on`."""
        return not self._may_go_on.is_set()

    def stop(self) -> None:
        """End soon. Documents that are being checked are given up; those that are done still come out."""
        self._stop.set()
        self._may_go_on.set()

    def pause(self) -> None:
        """Begin no more documents until `go_on`."""
        self._may_go_on.clear()

    def go_on(self) -> None:
        """Go on after `pause`."""
        self._may_go_on.set()

    def count(self) -> int:
        """Count the documents, which makes `progress.total` and `progress.seconds_left` known. Reads folders only."""
        total = sum(1 for _ in self._found())
        self._out = self._out._replace(total=total)
        return total

    # -- the documents -------------------------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[DocumentReport]:
        self._begun = monotonic()
        jobs = self._jobs()
        first = list(islice(jobs, _FEW + 1))
        little = len(first) <= _FEW and sum(job.weight for job in first) < _LITTLE
        try:
            for document in self._here(first) if little else self._kept_or_checked(chain(first, jobs)):
                self._count_in(document)
                yield document
        finally:
            self._ended = monotonic()

    def _found(self, pass_over: Callable[[str], None] | None = None) -> Iterator[Found]:
        settings = self._plan.settings
        found = walk(
            self._paths,
            settings.exclude,
            gitignore=settings.gitignore,
            outputs=self._plan.outputs,
            pass_over=pass_over,
        )
        return self._choose(found) if self._choose else found

    def _jobs(self) -> Iterator[Job]:
        for path, error in self._found(self._pass_over):
            if error:
                yield Job(path, packed=pack(DocumentReport(path, "", error=error)))
                continue
            job = Job(path, weight_of(path), stamp_of(path) if self._journal is not None else "")
            done = self._journal.get(job) if self._journal is not None else None
            yield job._replace(packed=done) if done else job

    def _pass_over(self, path: str) -> None:
        self.passed_over = PassedOver(self.passed_over.files + 1, self.passed_over.first or path)

    def _count_in(self, document: DocumentReport) -> None:
        out = self._out
        self._out = out._replace(
            done=out.done + 1,
            failed=out.failed + bool(document.error),
            findings=out.findings + len(document.findings),
            pages=out.pages + document.pages,
        )

    def _here(self, jobs: Iterable[Job]) -> Iterator[DocumentReport]:
        """The documents checked one after the other in this process."""
        from plainspeak.batch.unit import Unit

        run, unit = self._run(), Unit(self._plan, self._checker)
        kept = 0
        self.checks_here = True
        for job in jobs:
            if self._shall_end():
                break
            if job.packed:
                yield unpack(job.packed)
                continue
            if self._plan.settings.cache and job.weight >= _WORTH_KEEPING:
                outcome = unit.outcome(job.path)
                kept += outcome.kept
                document = unpack(outcome.packed)
            else:
                document = run.of(job.path)
            self._checked += 1
            if self._journal is not None and job.path != STANDARD_INPUT:
                self._write_down(job, pack(document))
            yield document
        self._prune(kept)

    def _kept_or_checked(self, jobs: Iterator[Job]) -> Iterator[DocumentReport]:
        """The documents of which the result is kept as they are found, as long as there are only such; then by workers."""
        from plainspeak.batch.unit import Recall

        recall = Recall(self._plan, self._checker)
        found = (self._recalled(recall, job) for job in jobs)
        for job in found:
            if self._shall_end():
                return
            if not job.packed:
                yield from self._by_crew(chain([job], found))
                return
            yield unpack(job.packed)
            self.while_waiting()

    def _recalled(self, recall: Recall, job: Job) -> Job:
        """The job with what is kept of its document."""
        packed = job.packed or recall.packed(job.path)
        if packed and not job.packed:
            self._write_down(job, packed)
        return job._replace(packed=packed)

    def _shall_end(self) -> bool:
        """Wait while the batch is paused; then whether it is stopped."""
        while self.paused:
            self._may_go_on.wait(0.1)
        return self.stopped

    def _run(self) -> Run:
        return self._plan.run_with(self._checker)._replace(read=self._read)

    def _by_crew(self, jobs: Iterator[Job]) -> Iterator[DocumentReport]:
        """The documents checked by workers; by this process after all where no worker can be started."""
        from plainspeak.batch.crew import CannotStartError, Crew, Watch

        crew = self._crew = Crew(
            self._plan, self._checker, self._plan.settings.jobs or min(processors(), _MOST_WORKERS)
        )
        watch = Watch(self._stop.is_set, lambda: self.paused, self._take, self.while_waiting)
        try:
            for job in crew.over(map(self._with_standard_input, jobs), watch):
                yield unpack(job.packed)
        except CannotStartError as cannot:
            self._crew = None
            yield from self._here(cannot.rest)
        finally:
            self._prune(crew.kept)

    def _with_standard_input(self, job: Job) -> Job:
        """What is piped in can only be read here."""
        return job._replace(packed=pack(self._run().of(job.path))) if job.path == STANDARD_INPUT else job

    def _take(self, job: Job, packed: bytes) -> None:
        """A worker has checked a document."""
        self._checked += 1
        self._write_down(job, packed)

    def _write_down(self, job: Job, packed: bytes) -> None:
        """Put a result into the journal. One that failed is tried again by the run that goes on."""
        if self._journal is not None and not unpack(packed).error:
            self._journal.add(job, packed)

    def _prune(self, kept: int) -> None:
        if kept:
            from plainspeak.batch.cache import open_cache

            open_cache("").prune(kept)


def journal_for(path: str, plan: Plan, checker: Checker) -> Journal:
    """The journal in the file at `path` for a batch with this plan and checker. Raises as Journal does."""
    from plainspeak.batch.journal import Journal
    from plainspeak.batch.unit import made_with

    return Journal(Path(path), made_with(plan, checker))
