"""How fast the app answers: first paint, key to screen, bytes for a key, idle CPU and memory, in a real pseudo-terminal.

Run by hand:  python benchmarks/app_latency.py [--size 600000] [--findings 5000] [--keys 60] [--shape lines]

The first paint is the top of the draft, drawn before the app is loaded; the app is ready when its line of keys stands below.
Key to screen is the time from writing a key to the pseudo-terminal until the last byte of the burst that answers it
(a burst ends with 20 ms of silence). "settled" waits for the app to fall silent before each key; "typing" sends keys 50 to 400 ms
apart, so that some of them meet a check at work. 16 ms of each figure is the frame timer of Textual; the short draft shows what
the machine gives on the day.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
import re
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

START = "from pathlib import Path; import sys; from plainspeak.tui.app import run; sys.exit(run(Path(sys.argv[1])))"
FILLER = (
    "the letter came on a wet morning and she read it twice before the kettle had boiled because nobody had told "
    "them that the old bridge near the school would close in spring and the bus would turn back at the mill"
).split()
WIDTHS = {"lines": 60, "paragraphs": 600, "long": 6_000}
PLACE = re.compile(r"\x1b\[(\d+);(\d+)H")
CODES = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]|[\r\n]")
FIRST_WORDS = "Zebra crossing"


class Terminal:
    """The app in a pseudo-terminal of 120 x 40."""

    def __init__(self, path: Path, home: Path) -> None:
        self.started = time.perf_counter()
        self.seen = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(
                TERM="xterm-256color",
                COLORTERM="truecolor",
                PLAINSPEAK_HOME=str(home),
                PYTHONDONTWRITEBYTECODE="",  # an installed program has its modules compiled
                PYTHONPYCACHEPREFIX=str(home / "compiled"),
            )
            os.execv(sys.executable, [sys.executable, "-c", START, str(path)])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def read(self, silence: float, limit: float) -> tuple[float | None, bytes]:
        """Read until there has been silence for so long after the first byte; the time of the last byte, and all of them."""
        last, got, end = None, b"", time.perf_counter() + limit
        while time.perf_counter() < end:
            ready, _, _ = select.select([self.fd], [], [], silence if got else min(0.05, limit))
            if ready:
                got += os.read(self.fd, 1 << 16)
                last = time.perf_counter()
            elif got:
                break
        return last, got

    def until(self, marker: str, limit: float) -> float:
        """Seconds from the start until `marker` stands on the screen."""
        while time.perf_counter() - self.started < limit:
            self.seen += self.read(0, 0.05)[1]
            if any(marker in row for row in rows(self.seen.decode(errors="ignore"))):
                return time.perf_counter() - self.started
        raise TimeoutError(f"{marker!r} was not shown in {limit} s")

    def key(self, key: bytes) -> tuple[float | None, int]:
        """Seconds from a key to the last byte of its answer, and how many bytes that is."""
        started = time.perf_counter()
        os.write(self.fd, key)
        last, got = self.read(0.02, 3)
        return (last - started if last else None), len(got)

    def cpu(self) -> float:
        """Seconds of CPU used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> tuple[float, float]:
        """Memory in MB: now, and at its highest."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        now, most = (int(status.split(f"{name}:")[1].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
        return now, most

    def close(self) -> None:
        """End the app."""
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def rows(written: str) -> list[str]:
    """The rows of a screen on which this has been written: the first picture as it is, then each piece at its place."""
    first, *pieces = PLACE.split(written)
    screen: dict[int, str] = {}
    for row, column, piece in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
        words, start = CODES.sub("", piece), int(column) - 1
        before = screen.get(int(row), "").ljust(start)
        screen[int(row)] = before[:start] + words + before[start + len(words) :]
    return [*first.splitlines(), *screen.values()]


def jargon() -> list[str]:
    from plainspeak.checking.checker import Checker

    checker = Checker.load()
    terms = [entry.jargon for entry in checker.glossary.entries if not entry.conditions]
    return [term for term in terms if checker.check(f"They saw the {term} there.").findings]


def draft(size: int, findings: int, width: int, seed: int = 7) -> str:
    """A text of about `size` characters with about `findings` pieces of jargon in it."""
    chance, terms, pick = findings * 6 / size, jargon(), random.Random(seed)
    lines, total = [f"{FIRST_WORDS} repainted."], 0
    while total < size:
        words: list[str] = []
        while sum(map(len, words)) + len(words) < width:
            words.append(pick.choice(terms) if pick.random() < chance else pick.choice(FILLER))
        lines.append(" ".join(words).capitalize() + ".")
        total += len(lines[-1]) + 1
        if width > WIDTHS["lines"]:
            lines.append("")
    return "\n".join(lines)


def told(name: str, seconds: list[float]) -> str:
    ordered = sorted(1000 * value for value in seconds)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"{name:22} p50 {statistics.median(ordered):6.1f}  p95 {p95:6.1f}  worst {ordered[-1]:6.1f} ms  ({len(ordered)} keys)"


def start_up(path: Path, folder: Path) -> None:
    """From process start to the first line of the draft on the screen, and to the app with its line of keys."""
    painted, ready = [], []
    for _ in range(9):
        terminal = Terminal(path, folder)
        painted.append(terminal.until("crossing", 20))
        ready.append(terminal.until("Help", 20))
        terminal.read(1, 5)
        terminal.close()
    for name, times in (("first paint", painted), ("app ready", ready)):
        times.pop(0)  # that one compiled the modules and the glossary
        print(f"{name:22} best {1000 * min(times):4.0f}  median {1000 * statistics.median(times):4.0f} ms")


def keys(terminal: Terminal, count: int) -> None:
    os.write(terminal.fd, b"\x1b[6~" * 20)
    terminal.read(1.5, 60)
    settled, typing, sizes = [], [], []
    for number in range(count):
        seconds, size = terminal.key(b"x" if number % 6 else b" ")
        settled.append(seconds)
        sizes.append(size + len(terminal.read(0.6, 0.6)[1]))
    pick = random.Random(3)
    for number in range(count):
        typing.append(terminal.key(b"y" if number % 6 else b" ")[0])
        end = time.perf_counter() + pick.uniform(0.05, 0.4)
        while time.perf_counter() < end:
            terminal.read(0, end - time.perf_counter())
    print(told("key, settled", [value for value in settled if value]))
    print(told("key, while typing on", [value for value in typing if value]))
    print(f"bytes for a key        p50 {statistics.median(sizes):,.0f}, most {max(sizes):,}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--size", type=int, default=600_000)
    parser.add_argument("--findings", type=int, default=5_000)
    parser.add_argument("--keys", type=int, default=60)
    parser.add_argument("--shape", choices=[*WIDTHS, "all"], default="all")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "short.txt"
        path.write_text(f"{FIRST_WORDS} repainted. We utilise it.\n" * 40)
        print(
            f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n\nshort: {path.stat().st_size:,} characters"
        )
        start_up(path, folder)
        terminal = Terminal(path, folder)
        terminal.until("a sentence", 60)
        keys(terminal, given.keys)
        terminal.close()
        for shape, width in WIDTHS.items():
            if given.shape in (shape, "all"):
                path = folder / f"{shape}.txt"
                path.write_text(draft(given.size, given.findings, width))
                print(f"\n{shape}: {path.stat().st_size:,} characters")
                terminal = Terminal(path, folder)
                print(f"first paint            {terminal.until('crossing', 30):.2f} s")
                print(f"all checked            {terminal.until('a sentence', 120):.2f} s")
                terminal.read(2, 60)
                keys(terminal, given.keys)
                terminal.read(3, 10)
                before = terminal.cpu()
                time.sleep(5)
                print(f"idle CPU               {(terminal.cpu() - before) / 5:.2%}")
                print("memory                 {:.0f} MB now, {:.0f} MB at most".format(*terminal.memory()))
                terminal.close()


if __name__ == "__main__":
    main()
