"""plainspeak run in its own process, or in this one, with a small glossary and a home folder of its own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from plainspeak.__main__ import main
from plainspeak.glossary import layers

CASES = Path(__file__).parents[1] / "cases"


class Outcome(NamedTuple):
    """What a command gave."""

    status: int
    stdout: str
    stderr: str


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with no settings in it."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("PLAINSPEAK_HOME", str(folder))
    monkeypatch.setenv("COLUMNS", "80")
    return folder


@pytest.fixture
def small_glossary(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small glossary of the tests in place of the shipped one."""
    monkeypatch.setattr(layers, "shipped_folder", lambda: CASES / "small_glossary")


@pytest.fixture
def plainspeak(
    small_glossary: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Outcome]:
    """Runs the words of a command in an empty folder; bytes given as `piped` are its standard input."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str, piped: bytes = b"") -> Outcome:
        capfdbinary.readouterr()
        streams = [io.TextIOWrapper(io.FileIO(number, "w", closefd=False)) for number in (1, 2)]
        monkeypatch.setattr(sys, "stdout", streams[0])
        monkeypatch.setattr(sys, "stderr", streams[1])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
        try:
            status = main(list(words))
        except SystemExit as end:  # how argparse ends after --help
            status = int(end.code or 0)
        for stream in streams:
            stream.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return run
