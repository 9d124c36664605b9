"""A whole letter made plain with the real program and the shipped glossary, in a real terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from shlex import quote

import pytest
from test_real_terminal import Tmux

from plainspeak.tui.screens.keeping import SAMPLE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("tmux"), reason="needs tmux, a terminal that a program can type in"),
]


@pytest.fixture
def screen(tmp_path, recovery_home):
    shutil.copy(SAMPLE, tmp_path / "letter.txt")
    opened = Tmux(f"cd {quote(str(tmp_path))}; {quote(sys.executable)} -m plainspeak letter.txt", recovery_home)
    yield opened
    opened.close()


def test_a_letter_is_made_plain_in_a_few_steps(screen, tmp_path, recovery_home):
    screen.shows("What was found")
    screen.shows("Tab Choose words")
    screen.keys("C-Home", "Tab")
    screen.shows("Say instead:")
    screen.shows("S Swap all safe")
    screen.keys("s")
    screen.shows("One undo takes it all back.")
    screen.keys("Enter")
    screen.shows("Undo takes it all back.")
    screen.keys("b")
    screen.shows("Before  ")
    screen.shows("Before and after")
    screen.keys("o")
    screen.shows("W Whole draft")
    screen.keys("Escape")
    screen.shows("What was found")
    screen.keys("Escape")
    screen.shows("Ctrl+S Save")  # an Escape and a key that comes with it would be read as one key
    screen.keys("C-f")
    screen.shows("Jump to")
    screen.keys("Whitfield", "Enter")
    screen.shows("Whitfield")
    screen.keys("C-r")
    screen.shows("Words are shorter: this takes")
    screen.keys("Escape")
    screen.shows("What was found")
    screen.keys("F12")
    screen.shows("Save as")
    plain = tmp_path / "plain.txt"
    screen.keys("C-u")
    screen.shows("the name of a file")
    screen.keys("-l", plain.name)
    screen.shows("plain.txt")
    screen.keys("Enter")
    screen.shows("Saved as")
    text = plain.read_text(encoding="utf-8")
    assert "Dear Mr Okafor," in text
    for jargon in ("utilise", "Service users", "In the event that", "Subsequent to"):
        assert jargon not in text
    assert Path(tmp_path, "letter.txt").read_text(encoding="utf-8") == SAMPLE.read_text(encoding="utf-8")
    screen.keys("C-q")
    assert not list((recovery_home / "recovery").glob("*.draft.json"))
