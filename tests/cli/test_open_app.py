from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

import plainspeak.tui.app
from plainspeak.cli.open_app import run
from plainspeak.errors import UsageError


class Terminal(io.StringIO):
    """Standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def streams() -> SimpleNamespace:
    """Standard input and output: a keyboard and a screen."""
    return SimpleNamespace(stdin=Terminal(), stdout=Terminal())


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, streams: SimpleNamespace) -> list[tuple[Path | None, str | None]]:
    """What the app is opened on, without opening it."""
    calls: list[tuple[Path | None, str | None]] = []

    def open_app(path: Path | None, piped_text: str | None) -> int:
        calls.append((path, piped_text))
        return 0

    monkeypatch.setattr(plainspeak.tui.app, "run", open_app)
    monkeypatch.setattr("plainspeak.cli.open_app.sys", streams)
    monkeypatch.setenv("TERM", "xterm")
    return calls


def test_an_empty_draft(opened) -> None:
    assert run([]) == 0
    assert opened == [(None, None)]


def test_a_file(opened) -> None:
    run(["draft.txt"])
    assert opened == [(Path("draft.txt"), None)]


@pytest.mark.parametrize("words", [[], ["-"]])
def test_text_that_is_piped_in(opened, streams: SimpleNamespace, words: list[str]) -> None:
    streams.stdin = io.TextIOWrapper(io.BytesIO("One.\r\nTwo – three.".encode("cp1252")))
    run(words)
    assert opened == [(None, "One.\nTwo – three.")]


def test_a_file_leaves_what_is_piped_in_alone(opened, streams: SimpleNamespace) -> None:
    streams.stdin = io.TextIOWrapper(io.BytesIO(b"not read"))
    run(["draft.txt"])
    assert opened == [(Path("draft.txt"), None)]
    assert streams.stdin.read() == "not read"


def test_without_a_terminal_it_says_what_to_do_instead(opened, streams: SimpleNamespace) -> None:
    streams.stdout = io.StringIO()
    with pytest.raises(UsageError, match="The app needs a terminal"):
        run([])
    assert opened == []


def test_in_a_terminal_that_only_shows_lines_it_names_plain_lines(opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with pytest.raises(UsageError, match="plain lines only") as told:
        run(["draft.txt"])
    assert "plainspeak review" in str(told.value.hint)
    assert opened == []
