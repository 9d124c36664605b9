"""Times `plainspeak check` over batches of documents, twice each: with nothing kept from before, and over the same again.

usage: python benchmarks/batches.py [--only NAME ...] [--many]
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from corpus import prose

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "documents"))
import samples

PAGE = 3_000  # characters on a page
LINES = 42  # of text on a page of a PDF


class Batch(NamedTuple):
    """A batch: how its files are made in a folder, and how many seconds the first run may take."""

    make: Callable[[Path], None]
    goal: float


def text_files(folder: Path) -> None:
    for number in range(2_000):
        branch = folder / f"{number % 20:02}"
        branch.mkdir(exist_ok=True)
        (branch / f"{number:04}.txt").write_text(prose(5_000, seed=number), encoding="utf-8")


def word_files(folder: Path) -> None:
    for number in range(200):
        paragraphs = prose(5 * PAGE, seed=number).split("\n\n")
        (folder / f"{number:03}.docx").write_bytes(samples.docx("".join(map(samples.paragraph, paragraphs))))


def pdf_file(folder: Path) -> None:
    lines = textwrap.wrap(prose(150 * LINES * 80), 76)
    pages = [lines[at : at + LINES] for at in range(0, 150 * LINES, LINES)]
    (folder / "plan.pdf").write_bytes(samples.pdf(*pages))


def many_files(folder: Path) -> None:
    for number in range(100_000):
        branch = folder / f"{number // 1000:02}"
        branch.mkdir(exist_ok=True)
        (branch / f"{number:06}.txt").write_text(f"Letter {number}. We utilise it for our service users.\n")


BATCHES = {
    "2,000 text files of 5 kB": Batch(text_files, 0.0),
    "200 Word files of 5 pages": Batch(word_files, 10.0),
    "a PDF of 150 pages": Batch(pdf_file, 3.0),
}
MANY = {"100,000 files of a line": Batch(many_files, 0.0)}


class Run(NamedTuple):
    """One run: seconds on the clock and of processor; MB of memory of the largest process, and of all at a time."""

    wall: float
    cpu: float
    largest: float
    together: float


def measure(folder: Path, home: Path, *options: str) -> Run:
    command = [sys.executable, "-m", "plainspeak", "check", str(folder), "--fail-on", "never", *options]
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "PLAINSPEAK_HOME": str(home)})
    together = 0.0
    while (done := os.wait4(child.pid, os.WNOHANG))[0] == 0:
        together = max(together, memory_of(child.pid))
        time.sleep(0.1)
    _, status, used = done
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begun
    if child.returncode != 0:
        sys.exit(f"plainspeak ended with status {child.returncode}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, together)


def memory_of(pid: int) -> float:
    """MB of a process and all that it has started, what they share counted once; 0 where /proc does not tell."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    own = next((int(row.split()[1]) / 1024 for row in rows if row.startswith("Pss:")), 0.0)
    return own + sum(memory_of(int(child)) for child in children)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="*", help="names of batches")
    parser.add_argument("--many", action="store_true", help="100,000 files too, which takes minutes")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        for name, batch in {**BATCHES, **(MANY if asked.many else {})}.items():
            if not asked.only or name in asked.only:
                report(name, batch, Path(place))


def report(name: str, batch: Batch, place: Path) -> None:
    folder, home = place / "documents", place / "home"
    folder.mkdir()
    batch.make(folder)
    measure(warm(place), home)  # compiles the glossary
    goal = f" (goal: {batch.goal:g} s)" if batch.goal else ""
    print(f"\n{name}{goal}")
    first, again = measure(folder, home), measure(folder, home)
    for what, run in (("first", first), ("again", again)):
        print(
            f"  {what}: {run.wall:7.2f} s on the clock, {run.cpu:7.2f} s of processor, memory {run.largest:4.0f} MB the largest"
            f" process, {run.together:4.0f} MB together"
        )
    print(f"  again is {first.wall / again.wall:.1f} times as fast (goal: 10)")
    shutil.rmtree(folder)


def warm(place: Path) -> Path:
    path = place / "warm.txt"
    path.write_text("We utilise it.\n")
    return path


if __name__ == "__main__":
    main()
