"""Batches in processes of their own: killed, stopped, and gone on with."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PLAINSPEAK = [sys.executable, str(Path(__file__).with_name("with_small_glossary.py"))]
FEW_SECONDS = 20
PIPE = os.path.join("letters", "50.txt")  # noqa: PTH118 - a word of the command
pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked for in /proc")


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return {**os.environ, "PLAINSPEAK_HOME": str(tmp_path_factory.mktemp("home")), "TERM": "xterm"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a hundred letters, of which 50.txt is a pipe that nobody writes to: whoever reads it waits."""
    monkeypatch.chdir(tmp_path)
    letters = tmp_path / "letters"
    letters.mkdir()
    for number in range(100):
        (letters / f"{number:02}.txt").write_text(f"We utilise {number} of them for service users.\n" * 120)
    (letters / "50.txt").unlink()
    os.mkfifo(letters / "50.txt")
    return letters


def start(env: dict[str, str], *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PLAINSPEAK, "check", "letters", PIPE, "--jobs", "2", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
    )


def check(env: dict[str, str], *words: str) -> tuple[str, str, int]:
    with start(env, *words) as process:
        out, err = process.communicate(timeout=FEW_SECONDS)
    return out, err, process.returncode


def children(pid: int) -> list[int]:
    """The processes that this one has started and that are still there."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == pid and state != "Z":
            found.append(int(stat.parent.name))
    return found


def until(true) -> None:
    end = time.monotonic() + FEW_SECONDS
    while not true():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.02)


def is_there(pid: int) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def size_of(path: str) -> int:
    return Path(path).stat().st_size if Path(path).exists() else 0


def wait_until_it_waits(path: str) -> None:
    """Wait until a run writes nothing more to its journal: then one worker waits for the pipe, and the rest is done."""
    last = -1
    while size_of(path) == 0 or last < size_of(path):
        last = size_of(path)
        time.sleep(0.4)


def write_the_letter_that_was_a_pipe(folder: Path) -> None:
    (folder / "50.txt").unlink()
    (folder / "50.txt").write_text("We utilise it.\n")


def test_a_run_that_is_killed_leaves_nothing_and_goes_on_to_the_same_report(env: dict[str, str], folder: Path) -> None:
    with start(env, "--no-cache", "--resume", "run.journal") as process:
        wait_until_it_waits("run.journal")
        workers = children(process.pid)
        assert len(workers) == 2
        process.kill()
        process.communicate()
    until(lambda: not any(map(is_there, workers)))
    write_the_letter_that_was_a_pipe(folder)
    out, err, status = check(env, "--no-cache", "--resume", "run.journal")
    assert (out, err, status) == check(env, "--no-cache")
    assert "letters/50.txt" in out.replace(os.sep, "/")
    assert not Path("run.journal").exists()
    assert sorted(path.name for path in folder.parent.iterdir()) == ["letters"]


def test_a_worker_that_is_killed_takes_its_document_down_and_no_other(env: dict[str, str], folder: Path) -> None:
    killed = 0
    with start(env, "--no-cache", "--resume", "run.journal") as process:
        wait_until_it_waits("run.journal")
        while killed < 2:  # the one that waits for the pipe is started anew once
            before = children(process.pid)
            if all(Path(f"/proc/{pid}/wchan").read_text() == "0" for pid in before):
                process.kill()
                pytest.skip("this kernel does not tell what a process waits for")
            for pid in before:
                if waits_for_a_pipe(pid):
                    os.kill(pid, signal.SIGKILL)
                    killed += 1
            until(lambda was=before: process.poll() is not None or children(process.pid) != was)
        out, err = process.communicate(timeout=FEW_SECONDS)
    name = str(Path("letters", "50.txt"))
    assert (
        err == f"plainspeak: {name} could not be checked: the process that read it came to an end (SIGKILL), twice.\n"
    )
    assert process.returncode == 3
    write_the_letter_that_was_a_pipe(folder)
    Path(name).write_text("It is plain.\n")
    whole = check(env, "--no-cache")[0]
    assert out.splitlines()[:-1] == whole.splitlines()[:-1]


def waits_for_a_pipe(pid: int) -> bool:
    try:
        waits_in = Path(f"/proc/{pid}/wchan").read_text()
    except OSError:
        return False
    return waits_in in ("fifo_open", "wait_for_partner")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_keeps_what_is_done_and_goes_on_later(
    env: dict[str, str], folder: Path, number: signal.Signals
) -> None:
    with start(env, "--no-cache", "--resume", "run.journal") as process:
        wait_until_it_waits("run.journal")
        workers = children(process.pid)
        began = time.monotonic()
        process.send_signal(number)
        out, err = process.communicate(timeout=FEW_SECONDS)
    assert time.monotonic() - began < 3
    assert process.returncode == 130
    assert not any(map(is_there, workers))
    assert err == (
        "plainspeak: Stopped. What was checked by then is in the report.\n"
        "plainspeak: Give the same command again to go on.\n"
    )
    *lines, last = out.splitlines()
    assert f" in {len({line.split(':')[0] for line in lines})} documents: " in last
    assert last.endswith(" The check was stopped before it was complete: other documents are missing here.")
    write_the_letter_that_was_a_pipe(folder)
    assert check(env, "--no-cache", "--resume", "run.journal") == check(env, "--no-cache")


def test_a_document_that_takes_too_long_is_given_up(env: dict[str, str], folder: Path) -> None:
    out, err, status = check(env, "--no-cache", "--time-limit", "1")
    name = Path("letters", "50.txt")
    assert err == (
        f"plainspeak: {name} could not be checked within 1 second, twice. Cut it into parts, and check those.\n"
    )
    assert status == 3
    assert out.splitlines()[-1].endswith("1 document could not be read.")
