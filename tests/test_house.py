"""The house: each room imports only from the rooms before it, and checking a file never loads what it does not need."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_rooms_import_only_from_the_rooms_before_them() -> None:
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None) == 0


PROGRAM = """
import sys, json, contextlib, io
from plainspeak.__main__ import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main(["check", "draft.txt"])
print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The packages that checking a file loads, in a process of its own, once the compiled glossary is kept."""
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "draft.txt").write_text("We will utilise it.\n", encoding="utf-8")
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, cwd=folder)
    return {name.split(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


@pytest.mark.parametrize("heavy", ["textual", "rich", "spellchecker", "rapidfuzz", "yaml", "platformdirs", "asyncio"])
def test_checking_a_file_does_not_load(heavy: str, loaded: set[str]) -> None:
    assert "plainspeak" in loaded
    assert heavy not in loaded
