"""Times `plainspeak check` as a whole command beside codespell and typos, in turn, on the same files.

usage: python benchmarks/whole_command.py [--rounds N] [--only CORPUS ...]
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from corpus import CORPORA

GOALS = {"codespell": 3.0, "typos": 1.0}
"""How many times faster plainspeak is meant to be over many files."""


class Run(NamedTuple):
    """One run of one command: seconds on the clock, seconds of processor, peak memory of its largest process in MB."""

    wall: float
    cpu: float
    peak: float


def measure(command: list[str], folder: Path) -> Run:
    begun = time.perf_counter()
    child = subprocess.Popen([*command, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1, 2, 65):
        sys.exit(f"{command[0]} ended with status {child.returncode}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def commands() -> dict[str, list[str]]:
    found = {"plainspeak": [sys.executable, "-m", "plainspeak", "check", "--fail-on", "never", "--no-cache"]}
    beside = Path(sys.executable).parent
    for name in ("codespell", "typos"):
        place = shutil.which(name, path=f"{beside}{os.pathsep}{os.environ['PATH']}")
        if place:
            found[name] = [place]
        else:
            print(f"{name} is not installed: left out")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--only", nargs="*", choices=CORPORA, metavar="CORPUS", help=f"some of these: {', '.join(CORPORA)}"
    )
    asked = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as folder:
        for name in asked.only or CORPORA:
            place = Path(folder) / name
            # In a process of its own: a child's peak memory is never less than its parent's was.
            subprocess.run([sys.executable, Path(__file__).with_name("corpus.py"), place, name], check=True)
            report(name, place, asked.rounds)


def report(name: str, place: Path, rounds: int) -> None:
    runs: dict[str, list[Run]] = {tool: [] for tool in commands()}
    for turn in range(rounds + 1):
        for tool, command in commands().items():
            run = measure(command, place)
            if turn:  # the first turn warms the caches
                runs[tool].append(run)
    print(f"\n{name}")
    for tool, done in runs.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*done, strict=True))
        print(f"  {tool:12} wall {wall:7.3f} s   processor {cpu:7.3f} s   peak {peak:6.0f} MB{ratio(tool, runs)}")


def ratio(tool: str, runs: dict[str, list[Run]]) -> str:
    if tool == "plainspeak":
        return ""
    pairs = list(zip(runs[tool], runs["plainspeak"], strict=True))
    wall = statistics.median(other.wall / own.wall for other, own in pairs)
    cpu = statistics.median(other.cpu / own.cpu for other, own in pairs)
    return f"   plainspeak: {wall:.2f} times as fast on the clock, {cpu:.2f} in processor time (goal: {GOALS[tool]:g})"


if __name__ == "__main__":
    main()
