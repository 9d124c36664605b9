"""Crew: workers that check documents beside one another, watched by one who hands out the work and collects it in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from multiprocessing.connection import wait
from time import sleep
from typing import TYPE_CHECKING, NamedTuple

from plainspeak.batch.packed import pack
from plainspeak.batch.turns import Job, Task, Turns
from plainspeak.batch.worker import READY, Worker
from plainspeak.reports.report import DocumentReport

if TYPE_CHECKING:
    from plainspeak.batch.plan import Plan
    from plainspeak.checking.checker import Checker

_CHUNK_BYTES = 60_000
_CHUNK_DOCUMENTS = 24
_TRIES = 2
_TICK = 0.1  # seconds


class Watch(NamedTuple):
    """What the crew asks and tells while it works: shall it stop or pause, that a result is there, and that time goes by."""

    is_stopped: Callable[[], bool]
    is_paused: Callable[[], bool]
    on_result: Callable[[Job, bytes], None]
    on_wait: Callable[[], None]


class CannotStartError(Exception):
    """No worker can be started here. `rest` are the jobs that are not out yet, in their order."""

    def __init__(self, rest: Iterator[Job]) -> None:
        super().__init__()
        self.rest = rest


class Crew:
    """Up to `size` workers. `kept` counts the results that went into the cache."""

    def __init__(self, plan: Plan, checker: Checker, size: int) -> None:
        self.kept = 0
        self._plan = plan
        self._checker = checker
        self._size = size
        self._workers: list[Worker] = []
        self._turns = Turns()
        self._again: deque[Task] = deque()  # to be handed out again, each by itself
        self._losses: dict[int, int] = {}  # how many workers a task has cost
        self._false_starts = 0
        self._source: Iterator[Job] = iter(())
        self._all_taken_on = False
        self._more_is_ready = False

    @property
    def waiting(self) -> int:
        """How many documents are checked and wait for an earlier one."""
        return self._turns.waiting

    def over(self, jobs: Iterable[Job], watch: Watch) -> Iterator[Job]:
        """The jobs with their reports, in their order; after a stop, those that are done by then. Raises CannotStartError."""
        self._source = iter(jobs)
        try:
            while not watch.is_stopped():
                if not watch.is_paused():
                    self._hand_out()
                yield from self._turns.due()
                if self._all_taken_on and not len(self._turns):
                    self._part()
                    return
                self._collect(watch)
                watch.on_wait()
            yield from self._turns.done()
        finally:
            self._disband()

    # -- handing out ---------------------------------------------------------------------------------------------------

    def _hand_out(self) -> None:
        """Give something to every worker that has little to do."""
        self._more_is_ready = False
        while self._again or self._turns.has_room():
            worker = min(self._workers, key=_load, default=None)
            if len(self._workers) >= self._size and worker and _has_enough(worker):
                return
            chunk = [self._again.popleft()] if self._again else self._chunk()
            if not chunk:
                self._more_is_ready = not self._all_taken_on  # the reports that are ready go out first
                return
            if worker is None or (worker.tasks and len(self._workers) < self._size):
                worker = self._engage()
            with suppress(OSError):  # it is gone: collecting finds that out, and hands its documents out again
                worker.send(chunk)

    def _chunk(self) -> list[Task]:
        """The next tasks for one worker: a large document by itself, small ones together.

        It may be empty where there were only documents whose reports are there already.
        """
        chunk: list[Task] = []
        weight = 0
        taken = 0
        while weight < _CHUNK_BYTES and taken < _CHUNK_DOCUMENTS and self._turns.has_room():
            taken += 1
            job = next(self._source, None)
            if job is None:
                self._all_taken_on = True
                break
            task = self._turns.take_on(job)
            weight += job.weight
            if not job.packed:
                chunk.append(task)
        return chunk

    def _engage(self) -> Worker:
        try:
            worker = Worker(self._plan, self._checker, self._workers)
        except OSError:
            raise self._cannot_start() from None
        self._workers.append(worker)
        return worker

    def _cannot_start(self) -> CannotStartError:
        return CannotStartError(chain(self._turns.all(), self._source))

    # -- collecting ----------------------------------------------------------------------------------------------------

    def _collect(self, watch: Watch) -> None:
        """Take what workers have sent; then see to those that are gone, and to those that are late."""
        by_connection = {worker.connection: worker for worker in self._workers}
        patience = 0.0 if self._more_is_ready else _TICK
        if not by_connection:
            sleep(patience)
        arrived = set(wait(list(by_connection), patience)) if by_connection else set()
        for connection, worker in by_connection.items():
            if connection in arrived:
                self._take_all(worker, watch)
            elif worker.is_late():
                self._lose(worker, watch, late=True)

    def _take_all(self, worker: Worker, watch: Watch) -> None:
        try:
            while worker.connection.poll():
                sent = worker.receive()
                if sent == READY:
                    worker.ready = True
                    self._false_starts = 0
                    continue
                self.kept += sent[:1] == b"+"
                self._finish(worker.tasks.popleft(), sent[1:], watch)
        except (EOFError, OSError):
            self._lose(worker, watch, late=False)

    def _finish(self, task: Task, packed: bytes, watch: Watch) -> None:
        self._losses.pop(task.number, None)
        watch.on_result(task.job, packed)
        self._turns.put(task, packed)

    def _lose(self, worker: Worker, watch: Watch, *, late: bool) -> None:
        """Part with a worker that is gone or late. Only the document that it was at has to do with that."""
        self._workers.remove(worker)
        ending = worker.kill()
        if not (worker.ready or late):
            self._false_starts += 1
            if self._false_starts > self._size:
                self._again.clear()
                raise self._cannot_start()
        elif worker.tasks:
            self._blame(worker.tasks.popleft(), ending, watch, late=late)
        self._again.extend(worker.tasks)

    def _blame(self, task: Task, ending: str, watch: Watch, *, late: bool) -> None:
        """A document has cost a worker: it is tried once more, by itself."""
        losses = self._losses[task.number] = self._losses.get(task.number, 0) + 1
        if losses < _TRIES:
            self._again.append(task)
            return
        path = task.job.path
        if late:
            seconds = f"{self._plan.limit(task.job.weight):,.0f}"
            limit = f"{seconds} second{'' if seconds == '1' else 's'}"
            error = f"{path} could not be checked within {limit}, twice. Cut it into parts, and check those."
        else:
            how = f" ({ending})" if ending else ""
            error = f"{path} could not be checked: the process that read it came to an end{how}, twice."
        self._finish(task, pack(DocumentReport(path, "", error=error)), watch)

    # -- the end -------------------------------------------------------------------------------------------------------

    def _part(self) -> None:
        """Let all workers end by themselves."""
        for worker in self._workers:
            worker.dismiss()
        while self._workers:
            self._workers.pop().wait()

    def _disband(self) -> None:
        while self._workers:
            self._workers.pop().kill()


def _has_enough(worker: Worker) -> bool:
    """Whether a worker will find something to do while nobody attends to it."""
    return _load(worker) > _CHUNK_BYTES or len(worker.tasks) > _CHUNK_DOCUMENTS


def _load(worker: Worker) -> int:
    """How much work a worker has before it, in bytes."""
    return sum(task.job.weight + 1 for task in worker.tasks)
