"""The app in a real terminal: what a person types, what the terminal sends, what is on the disk afterwards."""

from __future__ import annotations

import os
import random
import shlex
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from driven import LONG

from plainspeak.deciding.recovery import lost_drafts

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("tmux"), reason="needs tmux, a terminal that a program can type in"),
]
PROGRAM = f"{shlex.quote(sys.executable)} {shlex.quote(str(Path(__file__).parent / 'fake_checker.py'))}"
NOTES = "PLAINSPEAK_TEST_NOTES=1"
DRAFT = "Dear Mr Cole,\n\nWe utilise a holistic plan, and we utilise it [see annex] for service users.\n"


class Tmux:
    """One terminal of 110 x 30."""

    def __init__(self, command: str, home: Path) -> None:
        self.socket = f"plainspeak-{os.getpid()}-{time.time_ns()}"
        alone = f"unset COLUMNS LINES; export PLAINSPEAK_HOME={shlex.quote(str(home))}; {command}; sleep 60"
        self.run("-f", "/dev/null", "new-session", "-d", "-x", "110", "-y", "30", alone)

    def run(self, *words: str, **more: str) -> str:
        done = subprocess.run(["tmux", "-L", self.socket, *words], capture_output=True, text=True, check=True, **more)
        return done.stdout

    def keys(self, *keys: str) -> None:
        self.run("send-keys", *keys)

    def paste(self, text: str) -> None:
        self.run("load-buffer", "-", input=text)
        self.run("paste-buffer", "-p", "-d")

    def screen(self) -> str:
        return self.run("capture-pane", "-p")

    def shows(self, text: str, seconds: float = LONG) -> None:
        end = time.monotonic() + seconds
        while text not in self.screen():
            assert time.monotonic() < end, f"{text!r} was not shown:\n{self.screen()}"
            time.sleep(0.05)

    def pid(self) -> int:
        shell = self.run("display-message", "-p", "#{pane_pid}").strip()
        children = subprocess.run(["pgrep", "-P", shell], capture_output=True, text=True, check=True).stdout.split()
        return int(children[-1])

    def close(self) -> None:
        self.run("kill-server")


@pytest.fixture
def terminal(recovery_home):
    opened = []

    def start(arguments: str = "", before: str = "") -> Tmux:
        opened.append(Tmux(f"{before} {PROGRAM} {arguments}", recovery_home))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def wait_for(is_so, seconds: float = LONG) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_paste_swap_undo_save(terminal, tmp_path):
    path = tmp_path / "letter.txt"
    path.touch()
    screen = terminal(str(path))
    screen.shows("Paste your draft here")
    screen.paste(DRAFT)
    screen.shows("1 must")
    screen.keys("C-Home", "F2", "Tab", "1", "1", "1")
    screen.shows("No jargon found")
    screen.keys("u")
    screen.shows("The jargon: service users")
    screen.keys("C-s")
    screen.shows("Saved as")
    assert path.read_text() == "Dear Mr Cole,\n\nWe use a whole plan, and we use it [see annex] for service users.\n"
    screen.keys("C-q")
    wait_for(lambda: "Choices" not in screen.screen())


def test_a_draft_from_a_pipe(terminal):
    screen = terminal(before="printf 'We utilise a [b]pipe[/i].' |")
    screen.shows("The jargon: utilise")
    screen.shows("[b]pipe[/i]")
    screen.keys("Tab", "1")
    screen.shows("No jargon found")
    screen.keys("Tab", "Z")
    screen.shows("We useZ a")


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_a_draft_survives_a_kill(terminal, recovery_home, end):
    screen = terminal()
    screen.shows("Paste your draft here")
    screen.keys("We utilise every word.")
    screen.shows("The jargon: utilise")
    wait_for(lambda: list((recovery_home / "recovery").glob("*.json")))
    os.kill(screen.pid(), end)
    again = terminal()
    again.shows("A draft was not saved")
    again.keys("Enter")
    again.shows("We utilise every word.")


def test_an_entry_survives_a_kill(terminal, recovery_home):
    screen = terminal()
    screen.shows("No words yet")
    screen.keys("F4")
    screen.shows("6 of 6")
    screen.keys("C-n")
    screen.shows("New entry")
    screen.keys("gizmo", "Tab")
    screen.keys("a small [b]thing[/b]")
    screen.shows("a small [b]thing[/b]")
    copies = recovery_home / "recovery"
    wait_for(lambda: any("[b]thing[/b]" in copy.read_text() for copy in copies.glob("*.entry.json")))
    os.kill(screen.pid(), signal.SIGKILL)
    again = terminal(before=NOTES)
    again.shows("A glossary entry was left unsaved")
    again.keys("F4")
    again.shows("An entry was not saved")
    again.shows("\u201cgizmo\u201d")
    again.keys("Enter")
    again.shows("a small [b]thing[/b]")
    wait_for(lambda: len(list(copies.glob("*.entry.json"))) == 1)
    again.keys("Escape")
    again.shows("This entry is not saved")
    again.keys("Down", "Enter")
    again.shows("6 of 6")
    wait_for(lambda: not list(copies.glob("*.entry.json")))


def test_two_windows_on_one_file_do_not_fight(terminal, tmp_path, recovery_home):
    path = tmp_path / "letter.txt"
    path.write_text("We utilise it.\n")
    first = terminal(str(path))
    first.shows("1 should")
    first.keys("Mine. ")
    first.shows("Mine. We")
    wait_for(lambda: list((recovery_home / "recovery").glob("*.json")))
    second = terminal(str(path), before=NOTES)
    second.shows("being changed in another window")
    second.keys("Yours. ")
    second.shows("Yours. We")
    first.keys("C-s")
    first.shows("Saved as")
    second.keys("C-s")
    second.shows("The file has changed")
    assert path.read_text() == "Mine. We utilise it.\n"


KILLS = 20
AT_ONCE = 4
SOON = 2.0  # seconds after which what was typed must be safe


def test_nothing_typed_is_lost_at_twenty_random_moments(tmp_path):
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(_typed_and_killed, [tmp_path / f"kill-{number}" for number in range(KILLS)]))


def _typed_and_killed(folder: Path) -> None:
    """Type and save until the program is killed at a random moment; then all that was typed in time must be there."""
    seed = time.time_ns()
    chance = random.Random(seed)  # noqa: S311 - told in a failure, so that it can be done again
    saves = chance.random() < 0.5
    path, log = folder / "letter.txt", folder / "log"
    path.parent.mkdir()
    path.write_text("")
    log.write_text("")
    screen = Tmux(f"PLAINSPEAK_TEST_LOG={shlex.quote(str(log))} {PROGRAM} {shlex.quote(str(path))}", folder / "home")
    try:
        screen.shows("No words yet")  # before that a picture stands there, and nobody listens
        pid = screen.pid()
        everything = ""
        end = time.monotonic() + chance.uniform(0.1, 4.5)
        while time.monotonic() < end:
            word = f"w{len(everything)},"
            screen.keys(word)
            everything += word
            if saves and chance.random() < 0.1:
                screen.keys("C-s")
            time.sleep(chance.uniform(0.01, 0.15))
        killed = time.monotonic()
        os.kill(pid, signal.SIGKILL)
        wait_for(lambda: not _runs(pid))
    finally:
        screen.close()
    on_disk = path.read_text()
    kept = [draft.text for draft in lost_drafts(folder / "home" / "recovery")]
    arrived = [line.split() for line in log.read_text().splitlines(keepends=True) if line.endswith("\n")]
    in_time = everything[: max((int(length) for at, length in arrived if float(at) < killed - SOON), default=0)]
    assert all(everything.startswith(text) for text in [on_disk, *kept]), (seed, on_disk, kept)
    assert max([on_disk, *kept], key=len).startswith(in_time), (seed, in_time, on_disk, kept)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_large_paste(terminal, tmp_path):
    path = tmp_path / "long.txt"
    path.touch()
    text = "We utilise the holistic plan of every service user in the town and in the country.\n\n" * 7_200
    screen = terminal(str(path))
    screen.shows("Paste your draft here")
    screen.paste(text)
    screen.shows("7,200 must")
    screen.keys("C-s")
    screen.shows("Saved as")
    assert path.read_text() == text


def test_a_terminal_of_40_by_10(terminal):
    screen = terminal()
    screen.run("resize-window", "-x", "40", "-y", "10")
    screen.shows("No words yet")
    screen.paste(DRAFT)
    screen.shows("Tab Choose words")
    screen.keys("C-Home", "Tab", "1", "Tab")
    screen.shows("We use a holistic")
