"""A folder of short letters, and what makes a batch start workers for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.batch import batch


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder ``letters`` with 00.txt to 39.txt, from above which the test runs."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"We utilise {number} toolkits for our service users.\n" * 3)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def always_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a few small documents are given to workers."""
    monkeypatch.setattr(batch, "_FEW", 0)
