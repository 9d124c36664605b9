"""The way into the app: what is on the screen before Textual is, and what is told where no app can run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from plainspeak.errors import DocumentError, UsageError
from plainspeak.tui.app import run
from plainspeak.tui.first_picture import first_picture, picture
from plainspeak.tui.terminal import take_keyboard


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 10), (5, 2), (1, 1)])
def test_the_first_picture_is_as_high_as_the_screen(size):
    columns, rows = size
    lines = picture("letter.txt", "One line.\n\n" + "Many words. " * 500, columns, rows)
    assert len(lines) <= max(rows, 2)
    assert all(len(line) <= max(columns, 15) for line in lines)


def test_the_first_picture_sends_no_codes_of_the_draft_to_the_terminal():
    shown = "".join(picture("odd\x1bname", "A \x1b[2J code\x0c and \x07 bell", 80, 24))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u241b[2J code" in shown


def test_a_fault_while_loading_gives_the_screen_back(capsys, monkeypatch):
    monkeypatch.setattr(sys, "__stderr__", sys.stderr)
    with pytest.raises(ZeroDivisionError), first_picture("a", "b"):
        raise ZeroDivisionError
    if sys.platform != "win32":
        written = capsys.readouterr().err
        assert written.startswith("\x1b[?1049h")
        assert written.endswith("\x1b[?1049l")


def test_without_a_terminal_there_is_a_plain_message(monkeypatch):
    monkeypatch.setattr(sys, "__stderr__", None)
    with pytest.raises(UsageError, match="needs a terminal"):
        take_keyboard()


def test_a_file_that_cannot_be_read_is_told_before_the_screen_is_touched(tmp_path, capsys):
    with pytest.raises(DocumentError):
        run(tmp_path / "none.txt")
    assert capsys.readouterr() == ("", "")


def test_the_way_in_loads_no_textual():
    code = "import sys, plainspeak.tui.app; print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')])"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parent
    )
    assert found.stdout.strip() == "[]"
