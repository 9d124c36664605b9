from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.tui.held_text import drawn, held, stored


@pytest.mark.parametrize(
    "text", ["plain", "a\x0cb", "a\x0bb\x85c\u2028d\u2029e", "\x00\x1b[31mred\x1b[0m", "tab\tstays", "\x1c\x1d\x1e"]
)
def test_nothing_is_lost_and_only_newlines_end_lines(text):
    kept = held(text)
    assert stored(kept) == text
    assert len(kept) == len(text)
    assert kept.splitlines() == kept.split("\n")


def test_line_ends_are_all_made_one():
    assert held("a\r\nb\rc\n") == "a\nb\nc\n"


def test_control_characters_are_drawn_as_pictures():
    assert drawn(held("a\x1b[2Jb\x0c")) == "a\u241b[2Jb\u240c"


@given(st.text())
def test_what_is_held_comes_back(text):
    assert stored(held(text)) == text.replace("\r\n", "\n").replace("\r", "\n")
