"""Commands from end to end.

Each folder in cases/cli holds a `command`, the files that it works on, and what must come of it: `stdout`, `stderr`,
`status` and, in `after`, files as they must be then. Bytes in `stdin` are piped in. What is empty, 0 or unchanged is left out.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = sorted(path.parent for path in (CASES / "cli").glob("*/command"))
FINGERPRINT = re.compile(r'"fingerprint": "[0-9a-f]{16,}"')
OWN = ("command", "stdout", "stderr", "status", "stdin", "after")


def expected(case: Path, name: str, otherwise: str) -> str:
    path = case / name
    return path.read_bytes().decode() if path.exists() else otherwise


@pytest.mark.parametrize("case", FOLDERS, ids=lambda path: path.name)
def test_case(case: Path, plainspeak, tmp_path: Path) -> None:
    shutil.copytree(case, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OWN))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    _, *words = shlex.split(expected(case, "command", ""))
    piped = (case / "stdin").read_bytes() if (case / "stdin").exists() else b""

    outcome = plainspeak(*words, piped=piped)

    stdout = FINGERPRINT.sub('"fingerprint": "…"', outcome.stdout)
    assert stdout == expected(case, "stdout", "")
    assert outcome.stderr == expected(case, "stderr", "")
    assert outcome.status == int(expected(case, "status", "0"))
    after = {
        tmp_path / path.relative_to(case / "after"): path.read_bytes()
        for path in case.glob("after/**/*")
        if path.is_file()
    }
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == {**before, **after}


def test_there_are_cases() -> None:
    assert len(FOLDERS) >= 20
