from __future__ import annotations

import io
import os
import sys
from types import SimpleNamespace

import pytest

from plainspeak.batch.progress import Progress
from plainspeak.cli import progress as progress_module
from plainspeak.cli.progress import ProgressShown, bar, so_far, time_in_words


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    monkeypatch.setenv("TERM", "xterm")
    now = SimpleNamespace(seconds=100.0)
    monkeypatch.setattr(progress_module, "monotonic", lambda: now.seconds)
    return now


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None, **options: bool) -> ProgressShown:
    monkeypatch.setattr(sys, "stderr", stream)
    batch = SimpleNamespace(progress=Progress(500, None, seconds=10), counted=0)

    def count() -> None:
        batch.counted += 1
        batch.progress = batch.progress._replace(total=2000)

    batch.count = count
    return ProgressShown(batch, **options)


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch, clock: SimpleNamespace) -> None:
    stream = Terminal()
    ours = shown(monkeypatch, stream)
    ours.tick()
    assert stream.getvalue() == "", "a run that is soon over shows nothing"
    clock.seconds += 1.1
    ours.tick()
    line = "[######..................] 500 of 2,000 documents, about 30 seconds left"
    assert stream.getvalue() == f"\r{line}\x1b[K"
    ours.tick()
    assert stream.getvalue() == f"\r{line}\x1b[K", "not drawn more often than a person can see"
    ours.hide()
    ours.hide()
    assert stream.getvalue() == f"\r{line}\x1b[K\r\x1b[K"


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (75, "[######..................] 500 of 2,000 documents, about 30 seconds left"),
        (74, "500 of 2,000 documents, about 30 seconds left"),
        (40, "500 of 2,000, about 30 seconds left"),
        (21, "500 of 2,000"),
        (9, "500 of"),
    ],
)
def test_a_narrow_terminal_has_as_much_as_it_has_room_for(
    monkeypatch: pytest.MonkeyPatch, clock: SimpleNamespace, columns: int, words: str
) -> None:
    stream = Terminal()
    ours = shown(monkeypatch, stream)
    monkeypatch.setattr(stream, "fileno", lambda: 2)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    clock.seconds += 1.1
    ours.tick()
    assert stream.getvalue() == f"\r{words}\x1b[K"


@pytest.mark.parametrize("dumb", [False, True])
def test_lines_elsewhere(monkeypatch: pytest.MonkeyPatch, clock: SimpleNamespace, dumb: bool) -> None:
    stream = Terminal() if dumb else io.StringIO()
    if dumb:
        monkeypatch.setenv("TERM", "dumb")
    ours = shown(monkeypatch, stream)
    clock.seconds += 10
    ours.tick()
    assert stream.getvalue() == ""
    clock.seconds += 6
    ours.tick()
    ours.hide()
    assert stream.getvalue() == "plainspeak: 500 of 2,000 documents, about 30 seconds left\n"


@pytest.mark.parametrize(("stream", "wanted"), [(Terminal(), False), (io.StringIO(), False), (None, True)])
def test_nothing_where_nobody_wants_it(
    monkeypatch: pytest.MonkeyPatch, clock: SimpleNamespace, stream: io.StringIO | None, wanted: bool
) -> None:
    ours = shown(monkeypatch, stream, wanted=wanted)
    clock.seconds += 100
    ours.tick()
    ours.hide()
    assert stream is None or stream.getvalue() == ""


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(), "0 documents"),
        (Progress(3), "3 documents"),
        (Progress(1), "1 document"),
        (Progress(0, 1, pages=1), "0 of 1 document, 1 page"),
        (Progress(0, 9), "0 of 9 documents"),
        (Progress(9, 9, seconds=4), "9 of 9 documents"),
        (Progress(90, 100, seconds=20, ready=80), "90 of 100 documents, about 20 seconds left"),
        (Progress(90, 100, seconds=20, ready=90), "90 of 100 documents"),
        (Progress(1200, 2400, pages=5000, seconds=600), "1,200 of 2,400 documents, 5,000 pages, about 10 minutes left"),
    ],
)
def test_in_words(progress: Progress, words: str) -> None:
    assert so_far(progress) == words


def test_the_bar_is_never_longer_than_it_is() -> None:
    assert bar(Progress(12, 10)).startswith(f"[{'#' * 24}] 12 of 10")
    assert bar(Progress(0, 10)).startswith(f"[{'.' * 24}]")
    assert bar(Progress(1, 0)) == so_far(Progress(1, 0))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 second"),
        (1.6, "2 seconds"),
        (89, "89 seconds"),
        (100, "2 minutes"),
        (5300, "88 minutes"),
        (7200, "2 hours"),
    ],
)
def test_times(seconds: float, words: str) -> None:
    assert time_in_words(seconds) == words
