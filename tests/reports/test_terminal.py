from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.reports.terminal import UNSAFE, in_lines, on_one_line


def test_control_characters_are_written_out() -> None:
    assert on_one_line("a\x1b[31mb\x07\x9b\u202e\udc80") == r"a\x1b[31mb\x07\x9b\u202e\x80"
    assert in_lines("a\n\tb\r\nc\x1bd") == "a\n\tb\r\nc" + r"\x1bd"


def test_white_space_becomes_one_space() -> None:
    assert on_one_line("a \r\n\t\u2028 b\u00a0c") == "a b c"


def test_letters_of_all_kinds_stay() -> None:
    assert on_one_line("café – “naïve” 日本 👩‍🦽") == "café – “naïve” 日本 👩‍🦽"


@given(st.text(st.characters()))
def test_no_control_character_is_left(text: str) -> None:
    assert not [c for c in on_one_line(text) if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not [c for c in in_lines(text) if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in "\n\r\t"]


@given(st.text(st.sampled_from("ab \u00a0\u2003\u3000\u200b\u202e\ufeff\x1b\t\n\u2028")))
def test_white_space_of_any_kind_is_one_space(text: str) -> None:
    said = on_one_line(text)
    assert not re.search(r"[^\S ]|  ", said)
    assert said.count("a") == text.count("a")
    assert not UNSAFE.search(said)
