"""The words that a person always leaves: a file that they can read and edit, and that every check heeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.deciding.left_words_file import LeftWordsFile
from plainspeak.settings import load_settings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLAINSPEAK_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def test_words_are_added_once_and_taken_out_again(home):
    file = LeftWordsFile()
    for words in ("holistic", "lived  experience", "holistic"):
        file.add(words)
    assert load_settings().glossary.left == ("holistic", "lived experience")
    file.remove("holistic")
    assert load_settings().glossary.left == ("lived experience",)


def test_what_a_person_wrote_there_stays(home):
    home.mkdir()
    file = LeftWordsFile()
    file.path.write_text("# ours\r\n\r\n  lived   experience\r\nboard # no note\r\nlast", encoding="utf-8", newline="")
    file.add("holistic")
    file.remove("last")
    assert file.path.read_bytes().decode() == "# ours\r\n\r\n  lived   experience\r\nboard # no note\r\nholistic\n"


def test_a_check_heeds_it_for_jargon_and_for_initials(home):
    text = "A holistic plan for the ZQT and zqt."
    found = {one.text for one in Checker.load(load_settings()).check(text).findings}
    assert {"holistic", "ZQT"} <= found
    LeftWordsFile().add("holistic")
    LeftWordsFile().add("ZQT")
    assert not {one.text for one in Checker.load(load_settings()).check(text).findings} & {"holistic", "ZQT"}


def test_the_line_is_named(home):
    LeftWordsFile().add("holistic")
    settings = load_settings()
    assert settings.origin("glossary.left.holistic") == (home / "left-words.txt", 3)
