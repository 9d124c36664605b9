"""plainspeak as a process of its own: pipes, signals, terminals and what is loaded."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PLAINSPEAK = [sys.executable, str(Path(__file__).with_name("with_small_glossary.py"))]
SMALL_GLOSSARY = Path(__file__).parents[1] / "cases" / "small_glossary"
SHIPPED = [sys.executable, "-m", "plainspeak"]
HEAVY = [
    "textual",
    "rich",
    "spellchecker",
    "rapidfuzz",
    "jsonschema",
    "importlib.metadata",
    "yaml",
    "dataclasses",
    "difflib",
]
posix = pytest.mark.skipif(os.name == "nt", reason="signals and terminals of this kind are not on Windows")


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home folder without settings, where the glossary is compiled once for all tests, and the program too."""
    folder = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PLAINSPEAK_HOME": str(folder), "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "TERM": "xterm"}


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text("We utilise it for service users.\n")
    return path


def test_the_module_is_the_command(env: dict[str, str]) -> None:
    done = subprocess.run([*SHIPPED, "--version"], capture_output=True, text=True, env=env, check=True)
    assert done.stdout == "plainspeak 0.1.0\n"


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_stream_that_is_closed_is_no_fault(env: dict[str, str], draft: Path, closed: str) -> None:
    command = shlex.join([*PLAINSPEAK, "check", str(draft), "--fail-on", "never"])
    done = subprocess.run(f"{command} {closed}", shell=True, capture_output=True, env=env, check=True)  # noqa: S602 - our own words
    assert b"Traceback" not in done.stderr


def test_output_is_utf8_whatever_the_system_says(env: dict[str, str], draft: Path) -> None:
    draft.write_text("We utilise the café.\n", encoding="utf-8")
    latin = {**env, "PYTHONIOENCODING": "latin-1", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run([*PLAINSPEAK, "check", draft], capture_output=True, env=latin, check=False)
    assert "utilise" in done.stdout.decode("utf-8")
    assert "–".encode() in done.stdout
    done = subprocess.run([*PLAINSPEAK, "rewrite", draft], capture_output=True, env=latin, check=True)
    assert done.stdout.decode("utf-8") == "We use the café.\n"


@pytest.mark.parametrize("command", ["check", "rewrite"])
def test_only_what_is_needed_is_loaded(env: dict[str, str], draft: Path, command: str) -> None:
    subprocess.run([*PLAINSPEAK, "check", draft], capture_output=True, env=env, check=False)
    program = (
        "import sys, plainspeak.__main__ as program\n"
        "from pathlib import Path; from plainspeak.glossary import layers\n"
        f"layers.shipped_folder = lambda: Path({str(SMALL_GLOSSARY)!r})\n"
        f"program.main([{command!r}, {str(draft)!r}])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=env, check=True)
    assert done.stderr == "[]\n"


@posix
def test_a_reader_that_goes_away_ends_it_without_a_word(env: dict[str, str], tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text("We utilise it for service users, stakeholders and carers.\n" * 40)
    with subprocess.Popen(
        [*PLAINSPEAK, "check", "--format", "json", tmp_path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 141


@posix
def test_a_reader_that_is_gone_before_the_first_word(env: dict[str, str], draft: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*PLAINSPEAK, "check", draft], stdout=writing, stderr=subprocess.PIPE, env=env, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_results_that_cannot_be_written_are_told(env: dict[str, str], draft: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PLAINSPEAK, "check", draft], stdout=full, stderr=subprocess.PIPE, env=env, check=False)
    assert done.returncode == 3
    assert done.stderr.decode() == "plainspeak: The results cannot be written: No space left on device.\n"


@posix
def test_ctrl_c_ends_it_at_once_and_keeps_what_is_done(env: dict[str, str], tmp_path: Path) -> None:
    pipe = tmp_path / "waiting.txt"
    os.mkfifo(pipe)
    (tmp_path / "a.txt").write_text("We utilise it.\n")
    with (
        subprocess.Popen(
            [*PLAINSPEAK, "check", tmp_path / "a.txt", pipe],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=env,
        ) as process,
        open_when_read(pipe),
    ):
        time.sleep(0.3)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert time.monotonic() - began < 5
    assert process.returncode == 130
    assert "utilise" in out
    assert "\n1 finding in 1 document: 1 should. The check was stopped before" in out
    assert err == "plainspeak: Stopped. What was checked by then is in the report.\n"


def open_when_read(pipe: Path):
    """The other end of a pipe, opened once somebody reads from it, and never written to."""
    return pipe.open("wb")


@posix
def test_a_draft_cannot_play_with_the_terminal(env: dict[str, str], tmp_path: Path) -> None:
    name = "na\x1b]0;title\x07me.txt"
    (tmp_path / name).write_text("We utilise\x1b[2J it for service\x1b users\u202e.\n")
    shown = in_a_terminal([*PLAINSPEAK, "check", name], tmp_path, {**env, "NO_COLOR": "1"})
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert r"na\x1b]0;title\x07me.txt:1:4: should" in shown
    shown = in_a_terminal([*PLAINSPEAK, "rewrite", name], tmp_path, env)
    assert "\x1b" not in shown
    assert r"We use\x1b[2J it" in shown
    assert r"\u202e" in shown


@posix
def test_levels_have_colours_in_a_terminal_only_and_never_colours_alone(env: dict[str, str], draft: Path) -> None:
    command = [*PLAINSPEAK, "check", draft.name]
    assert "\x1b[1;31mmust\x1b[0m" in in_a_terminal(command, draft.parent, env)
    assert "\x1b" not in in_a_terminal(command, draft.parent, {**env, "NO_COLOR": "1"})
    assert "\x1b" not in in_a_terminal(command, draft.parent, {**env, "TERM": "dumb"})
    piped = subprocess.run(command, cwd=draft.parent, capture_output=True, text=True, env=env, check=False)
    assert "\x1b" not in piped.stdout


@posix
def test_who_types_is_told_how_to_end(env: dict[str, str], tmp_path: Path) -> None:
    shown = in_a_terminal([*PLAINSPEAK, "check", "-"], tmp_path, env, typed=b"We utilise it.\n\x04")
    assert "then press Ctrl+D on a new line." in shown
    assert "-:1:4: " in shown


@posix
def test_a_long_report_on_a_terminal_names_the_page(env: dict[str, str], tmp_path: Path) -> None:
    said = "add --output report.html"
    for number in range(101):
        (tmp_path / f"{number}.txt").write_text("We utilise it.\n")
    assert said in in_a_terminal([*PLAINSPEAK, "check", "."], tmp_path, env)
    assert said not in in_a_terminal([*PLAINSPEAK, "check", ".", "--quiet"], tmp_path, env)
    (tmp_path / "0.txt").unlink()
    assert said not in in_a_terminal([*PLAINSPEAK, "check", "."], tmp_path, env)


def in_a_terminal(command: list[object], folder: Path, env: dict[str, str], typed: bytes = b"") -> str:
    """Everything that a terminal gets to see of a command."""
    import pty  # not on Windows

    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    os.write(ours, typed)
    shown = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # the other side has ended
            break
        if not more:
            break
        shown += more
    process.wait(timeout=30)
    os.close(ours)
    return shown.decode()


@pytest.mark.slow
@posix
def test_a_line_of_five_megabytes_is_checked(env: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("These words are plain enough for all of us. " * 120_000)
    done = subprocess.run(
        [*PLAINSPEAK, "check", path], capture_output=True, text=True, env=env, timeout=120, check=False
    )
    assert (done.stdout, done.returncode) == ("Nothing found in 1 document.\n", 0)


@pytest.mark.slow
def test_a_one_line_file_is_checked_within_150_ms(env: dict[str, str], draft: Path) -> None:
    """Or, on a machine that is slow or busy, within the time in which it starts Python 15 times."""
    check = [*SHIPPED, "check", str(draft)]
    assert subprocess.run(check, capture_output=True, env=env, check=False).returncode == 1
    assert quickest(check, env) < max(0.15, 15 * quickest([sys.executable, "-c", "pass"], env))


def quickest(command: list[str], env: dict[str, str]) -> float:
    """The seconds that the quickest of many runs takes."""
    times = []
    for _ in range(15):
        began = time.perf_counter()
        subprocess.run(command, capture_output=True, env=env, check=False)
        times.append(time.perf_counter() - began)
    return min(times)
