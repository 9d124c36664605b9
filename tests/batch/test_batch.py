from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from plainspeak.batch import crew
from plainspeak.batch import plan as plan_module
from plainspeak.batch.batch import Batch
from plainspeak.batch.plan import Plan
from plainspeak.checking.checker import Checker
from plainspeak.documents.document import Document
from plainspeak.documents.reader import read
from plainspeak.settings import Settings

SETTINGS = Settings(cache=False, jobs=2)
PLAN = Plan(SETTINGS)
posix = pytest.mark.skipif(os.name == "nt", reason="processes are forked and killed in another way on Windows")


@pytest.fixture(autouse=True)
def nothing_is_left():
    yield
    assert multiprocessing.active_children() == []


def reader(monkeypatch: pytest.MonkeyPatch, **does) -> None:
    """Makes workers, which are forked, do something else than read at a document of this name."""

    def act(path: str) -> Document:
        does.get("n" + Path(path).stem, lambda: None)()
        return read(path)

    monkeypatch.setattr(plan_module, "read", act)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_workers_find_what_one_process_finds_in_the_same_order(
    letters: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch, always_workers: None
) -> None:
    (letters / "19.txt").write_bytes(b"\x00\x01\x02")
    plan = Plan(SETTINGS, measures=True, detailed=True)
    by_workers = list(Batch(["letters", "gone.txt"], plan, checker))
    monkeypatch.setattr("plainspeak.batch.batch._FEW", 100)
    assert by_workers == list(Batch(["letters", "gone.txt"], plan, checker))
    assert [Path(report.path).stem for report in by_workers] == [*(f"{number:02}" for number in range(40)), "gone"]
    assert sum(bool(report.error) for report in by_workers) == 2


def test_progress_tells_how_far_it_is(letters: Path, checker: Checker) -> None:
    batch = Batch(["letters"], PLAN, checker)
    assert batch.progress.seconds_left is None
    assert batch.count() == 40
    for number, report in enumerate(batch, 1):
        assert number <= batch.progress.done <= 40
        assert report.findings
    assert batch.progress.total == 40
    assert batch.progress.seconds_left == 0
    assert batch.progress.findings == 9 * 40


@posix
def test_a_slow_document_does_not_hold_up_the_count(
    letters: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch, always_workers: None
) -> None:
    reader(monkeypatch, n00=lambda: time.sleep(1))
    batch = Batch(["letters"], PLAN, checker)
    batch.count()
    seen = []
    batch.while_waiting = lambda: seen.append((batch.progress.done, batch.progress.seconds))
    next(iter(batch))
    assert max(done for done, _ in seen) > 10, "what the other worker has done by then counts"
    assert seen == sorted(seen), "time goes by while nothing comes out"


@posix
def test_a_document_that_kills_its_worker_takes_no_other_down(
    letters: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch, always_workers: None
) -> None:
    reader(monkeypatch, n05=die, n23=die)
    reports = list(Batch(["letters"], PLAN, checker))
    assert len(reports) == 40
    assert [report.error for report in reports if report.error] == [
        f"{Path('letters', name)} could not be checked: the process that read it came to an end (SIGKILL), twice."
        for name in ("05.txt", "23.txt")
    ]


@posix
def test_a_document_has_a_second_try(
    letters: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch, always_workers: None
) -> None:
    def die_once() -> None:
        if not Path("died").exists():
            Path("died").touch()
            die()

    reader(monkeypatch, n05=die_once)
    reports = list(Batch(["letters"], PLAN, checker))
    assert Path("died").exists()
    assert not any(report.error for report in reports)
    assert [report.path for report in reports] == sorted(report.path for report in reports)


@posix
def test_a_document_that_never_ends_is_given_up(
    letters: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch, always_workers: None
) -> None:
    reader(monkeypatch, n00=lambda: time.sleep(60))
    reports = list(Batch(["letters"], PLAN._replace(seconds=0.3), checker))
    assert [report.error for report in reports if report.error] == [
        f"{Path('letters', '00.txt')} could not be checked within 0 seconds, twice. Cut it into parts, and check those."
    ]


@posix
def test_long_names_and_long_reports_do_not_hold_each_other_up(
    tmp_path: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch, always_workers: None
) -> None:
    monkeypatch.chdir(tmp_path)
    deep = Path(*["a folder with a long name " * 8] * 9)
    deep.mkdir(parents=True)
    for number in range(300):
        (deep / f"{number:03}.txt").write_text("We utilise our toolkits for our service users. " * 5)
    monkeypatch.setattr(crew, "_CHUNK_BYTES", 1_000_000)
    reports = list(Batch([str(deep)], PLAN._replace(seconds=20), checker))
    assert len(reports) == 300
    assert not any(report.error for report in reports)


@posix
def test_a_stop_ends_it_soon_and_keeps_what_is_done(
    letters: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch, always_workers: None
) -> None:
    reader(monkeypatch, n03=lambda: time.sleep(60))
    batch = Batch(["letters"], PLAN, checker)
    timer = threading.Timer(1, batch.stop)  # workers are forked only while no other thread is there
    documents = iter(batch)
    reports = [next(documents)]
    timer.start()
    began = time.monotonic()
    reports += documents
    assert time.monotonic() - began < 5
    assert batch.stopped
    assert "03" not in {Path(report.path).stem for report in reports}
    assert len(reports) >= 3
    timer.join()


def test_a_batch_in_another_thread_can_be_paused(letters: Path, checker: Checker, always_workers: None) -> None:
    batch = Batch(["letters"], Plan(SETTINGS._replace(spelling=False)), checker)
    batch.pause()
    reports = []
    thread = threading.Thread(target=lambda: reports.extend(batch))
    thread.start()
    time.sleep(0.3)
    assert batch.paused
    assert reports == []
    batch.go_on()
    thread.join(60)
    assert len(reports) == 40
    assert all(len(report.findings) == 9 for report in reports)


@posix
def test_where_no_worker_can_be_started_this_process_does_it(
    letters: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch, always_workers: None
) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    assert len(list(Batch(["letters"], PLAN, checker))) == 40


@posix
def test_workers_that_never_begin_are_given_up(
    letters: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch, always_workers: None
) -> None:
    monkeypatch.setattr("plainspeak.batch.worker._stand_apart", die)
    reports = list(Batch(["letters"], PLAN, checker))
    assert [Path(report.path).stem for report in reports] == [f"{number:02}" for number in range(40)]
    assert not any(report.error for report in reports)


@posix
def test_leaving_the_loop_ends_the_workers(letters: Path, checker: Checker, always_workers: None) -> None:
    documents = iter(Batch(["letters"], PLAN, checker))
    next(documents)
    assert multiprocessing.active_children()
    documents.close()  # what a for loop that is left does
