"""The forms of words that are only looked up are made once for a glossary, and come back from the cache as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.glossary.entry import Glossary
from plainspeak.matching import everyday
from plainspeak.matching.everyday import everyday_lexicon
from plainspeak.matching.lexicon import compile_lexicon
from tests.glossary.making import entry

ENTRIES = [
    entry("carer", look_up="only"),
    entry("asset", "strength"),
    entry("GP", kind="initials", look_up="only"),
    entry("café", look_up="only"),
]
EXPECTED = compile_lexicon(ENTRIES, only_looked_up=True)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """How often the forms were made, in a home of its own."""
    monkeypatch.setenv("PLAINSPEAK_HOME", str(tmp_path))
    times: list[int] = []

    def compiled(*given: object, **more: object) -> object:
        times.append(1)
        return compile_lexicon(*given, **more)

    monkeypatch.setattr(everyday, "compile_lexicon", compiled)
    return times


def test_they_are_made_once(made: list[int]) -> None:
    assert EXPECTED.size >= 5
    assert [everyday_lexicon(Glossary(ENTRIES, "mark")) for _ in range(3)] == [EXPECTED] * 3
    assert len(made) == 1


def test_another_glossary_has_others(made: list[int]) -> None:
    everyday_lexicon(Glossary(ENTRIES, "mark"))
    assert everyday_lexicon(Glossary(ENTRIES[:1], "another")) == compile_lexicon(ENTRIES[:1], only_looked_up=True)
    assert len(made) == 2


def test_a_glossary_without_a_fingerprint_is_not_kept(made: list[int], tmp_path: Path) -> None:
    assert everyday_lexicon(Glossary(ENTRIES)) == EXPECTED
    assert list(tmp_path.rglob("everyday-*")) == []


@pytest.mark.parametrize("damage", [b"", b"[]", b"nonsense"])
def test_a_damaged_copy_is_made_again(made: list[int], tmp_path: Path, damage: bytes) -> None:
    everyday_lexicon(Glossary(ENTRIES, "mark"))
    (copy,) = tmp_path.rglob("everyday-*")
    copy.write_bytes(damage)
    assert everyday_lexicon(Glossary(ENTRIES, "mark")) == EXPECTED
    assert len(made) == 2
