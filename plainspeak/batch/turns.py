"""Turns: results come in as they may, and go out in the order of the run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_MOST_AHEAD = 4_000  # documents that are not out yet
_MOST_WAITING = 48 << 20  # bytes of results that wait for an earlier one


class Job(NamedTuple):
    """A document of a run: its path, how much work it is in bytes, and what tells one state of the file from another.

    `packed` is its report, where that is there already.
    """

    path: str
    weight: int = 0
    stamp: str = ""
    packed: bytes = b""


class Task(NamedTuple):
    """A job under its number in the run."""

    number: int
    job: Job


class Turns:
    """The jobs of a run that are not out yet. Bounded: `has_room` tells when no more should be taken on."""

    def __init__(self) -> None:
        self.waiting = 0  # how many are done and wait for their turn
        self._jobs: dict[int, Job] = {}
        self._next = 0  # the number of the job that goes out next
        self._last = 0  # the number after that of the last job taken on
        self._waiting_bytes = 0

    def take_on(self, job: Job) -> Task:
        """Give the next number to `job`."""
        task = Task(self._last, job)
        self._last += 1
        self._jobs[task.number] = job
        self._count(job, 1)
        return task

    def put(self, task: Task, packed: bytes) -> None:
        """The task is done: this is its packed report."""
        job = self._jobs[task.number] = task.job._replace(packed=packed)
        self._count(job, 1)

    def has_room(self) -> bool:
        """Whether one more job may be taken on, so that the run's memory stays flat."""
        return self._last - self._next < _MOST_AHEAD and self._waiting_bytes < _MOST_WAITING

    def due(self) -> Iterator[Job]:
        """The jobs that are done and whose turn it is."""
        while self._next in self._jobs and self._jobs[self._next].packed:
            self._next += 1
            yield self._out(self._next - 1)

    def done(self) -> Iterator[Job]:
        """All the jobs that are done, whoever should come before them."""
        for number in sorted(number for number, job in self._jobs.items() if job.packed):
            yield self._out(number)

    def all(self) -> Iterator[Job]:
        """All the jobs, done or not."""
        for number in sorted(self._jobs):
            yield self._out(number)

    def __len__(self) -> int:
        return len(self._jobs)

    def _out(self, number: int) -> Job:
        job = self._jobs.pop(number)
        self._count(job, -1)
        return job

    def _count(self, job: Job, more: int) -> None:
        if job.packed:
            self.waiting += more
            self._waiting_bytes += more * len(job.packed)
