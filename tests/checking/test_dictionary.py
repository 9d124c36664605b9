"""The kept dictionary holds what pyspellchecker knows, and a bad copy is made again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.checking import dictionary as module
from plainspeak.checking.dictionary import Dictionary, pack

FEW = [("house", 120), ("home", 7), ("café", 50)]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home folder of its own, and few words to keep there; gives the path of the kept file."""
    monkeypatch.setenv("PLAINSPEAK_HOME", str(tmp_path))
    monkeypatch.setattr(module, "_counted_words", lambda: FEW)
    Dictionary.load()
    return next((tmp_path / "cache").iterdir())


@given(st.dictionaries(st.text(st.characters(categories=["L"]), min_size=1), st.integers(1, 10**9), max_size=20))
def test_what_is_packed_is_found_again(words: dict[str, int]) -> None:
    dictionary = Dictionary(pack(words.items()))
    assert all(dictionary.frequency(word) == count for word, count in words.items())
    assert not any(dictionary.frequency(f"{word}-") for word in words)


def test_words_by_their_first_letter() -> None:
    dictionary = Dictionary(pack(FEW))
    assert sorted(dictionary.beginning_with("h")) == ["home", "house"]
    assert dictionary.beginning_with("x") == dictionary.beginning_with(".") == []


def test_the_words_are_those_of_pyspellchecker() -> None:
    dictionary = Dictionary.load()
    assert dictionary.frequency("house") > dictionary.frequency("reciprocal") > 0
    assert dictionary.frequency("recipricol") == dictionary.frequency("") == 0


def test_a_kept_copy_is_used(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_counted_words", list)
    assert Dictionary.load().frequency("house") == 120


@pytest.mark.parametrize("damage", ["empty", "cut", "a bit turned", "zeros", "another file"])
def test_a_damaged_copy_is_made_again(few: Path, damage: str) -> None:
    whole = few.read_bytes()
    few.write_bytes(
        {
            "empty": b"",
            "cut": whole[: len(whole) // 2],
            "a bit turned": whole[:-3] + bytes([whole[-3] ^ 1]) + whole[-2:],
            "zeros": bytes(len(whole)),
            "another file": b"words\n" * 60_000,
        }[damage]
    )
    assert Dictionary.load().frequency("house") == 120
    assert few.read_bytes() == whole


def test_a_folder_that_cannot_be_written_to_costs_only_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    monkeypatch.setenv("PLAINSPEAK_HOME", str(tmp_path))
    monkeypatch.setattr(module, "_counted_words", lambda: FEW)
    assert Dictionary.load().frequency("home") == 7
