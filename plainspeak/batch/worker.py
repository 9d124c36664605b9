"""Worker: a process of its own that checks the documents it is sent, and the handle by which it is held.

A worker is sent lists of paths and gives back one packed report for each, in that order; so whoever holds it always knows
which document it is at. It ends as soon as the process that started it does, whatever the reason and whatever it is at.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from queue import SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING

from plainspeak.batch.turns import Task

if TYPE_CHECKING:
    from plainspeak.batch.plan import Plan
    from plainspeak.checking.checker import Checker

READY = b"ready"
_MOST_MEMORY = 3 << 30  # bytes of address space
_FAREWELL = 2.0  # seconds to end in


class Worker:
    """A worker process. `tasks` are those it has been sent and has not given back; the first is the one it is at."""

    def __init__(self, plan: Plan, checker: Checker, others: Sequence[Worker]) -> None:
        context = _context()
        ours, theirs = context.Pipe()
        self.connection: Connection = ours
        self.tasks: deque[Task] = deque()
        self.ready = False
        self._plan = plan
        self._since = monotonic()
        forked = context.get_start_method() == "fork"
        held = [ours, *(other.connection for other in others)]
        told = (theirs, held, plan, checker) if forked else (theirs, (), plan.portable(), None)
        self._process = context.Process(target=_work, args=told, name="plainspeak worker", daemon=True)  # type: ignore[attr-defined]  # each context has one
        with _without_interrupts():
            self._process.start()
        theirs.close()

    def send(self, tasks: Sequence[Task]) -> None:
        """Give the worker these documents. Raises OSError when it is gone."""
        if not self.tasks:
            self._since = monotonic()
        self.tasks.extend(tasks)
        self.connection.send([task.job.path for task in tasks])

    def receive(self) -> bytes:
        """What the worker has sent; the next document is then the one it is at. Raises EOFError or OSError when it is gone."""
        sent = self.connection.recv_bytes()
        self._since = monotonic()
        return sent

    def is_late(self) -> bool:
        """Whether the document that the worker is at has taken longer than it may."""
        return bool(self.tasks) and monotonic() - self._since > self._plan.limit(self.tasks[0].job.weight)

    def dismiss(self) -> None:
        """Let the worker end by itself."""
        self.connection.close()

    def wait(self) -> None:
        """See a dismissed worker off."""
        self._process.join(_FAREWELL)
        if self._process.is_alive():
            self.kill()

    def kill(self) -> str:
        """End the worker and all that it has started, at once. Returns how it had ended if it had already, else ""."""
        self.connection.close()
        self._process.join(0.05)
        code = self._process.exitcode
        if self._process.pid and os.name != "nt":
            with suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)
        with suppress(OSError):
            self._process.kill()
        self._process.join()
        return "" if code is None else _ending(code)


def _ending(code: int) -> str:
    if code >= 0:
        return f"status {code}"
    with suppress(ValueError):
        return signal.Signals(-code).name
    return f"signal {-code}"


def _context() -> BaseContext:
    """How processes are started: a fork shares the glossary, and is safe where no other thread is at work."""
    alone = threading.active_count() == 1 and threading.current_thread() is threading.main_thread()
    return multiprocessing.get_context("fork" if sys.platform == "linux" and alone else "spawn")


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Keep Ctrl+C from reaching a process before it is set up; the mask is handed on to it."""
    if os.name == "nt":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# -- in the process itself ---------------------------------------------------------------------------------------------


def _work(connection: Connection, held: Sequence[Connection], plan: Plan, checker: Checker | None) -> None:
    """Check what comes over the connection until it closes. `held` are ends that a forked worker has, and has to close."""
    for other in held:
        other.close()
    _stand_apart()
    paths: SimpleQueue[str] = SimpleQueue()
    threading.Thread(target=_listen, args=(connection, paths), daemon=True).start()
    with suppress(OSError):
        from plainspeak.batch.unit import Unit

        if checker is None:
            from plainspeak.checking.checker import Checker

            checker = Checker.load(plan.settings)
        unit = Unit(plan, checker)
        connection.send_bytes(READY)
        while True:
            packed, kept = unit.outcome(paths.get())
            connection.send_bytes((b"+" if kept else b"-") + packed)


def _listen(connection: Connection, paths: SimpleQueue[str]) -> None:
    """Take in what is sent at once, so that nobody has to wait for this process to be ready for it.

    When the process at the other end is gone, or lets go, this one ends, and with it all that it has started.
    """
    with suppress(EOFError, OSError):
        while True:
            for path in connection.recv():
                paths.put(path)
    if os.name != "nt":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _stand_apart() -> None:
    """Be deaf to Ctrl+C, which is the first process's to answer; have no terminal; and take no more memory than is right."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    if os.name == "nt":
        return
    os.setpgid(0, 0)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    import resource

    with suppress(OSError, ValueError):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(hard, _MOST_MEMORY)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
