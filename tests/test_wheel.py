"""The wheel carries everything: built, installed in a clean environment and used there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_the_wheel_checks_a_sentence_in_a_clean_environment(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "clean", with_pip=True)
    folder = tmp_path / "clean" / ("Scripts" if os.name == "nt" else "bin")
    python = folder / ("python.exe" if os.name == "nt" else "python")
    subprocess.run([python, "-m", "pip", "install", "-q", str(wheel)], check=True, capture_output=True)
    draft = tmp_path / "draft.txt"
    draft.write_text("Service users utilised the toolkit.\n", encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {
        "PLAINSPEAK_HOME": str(tmp_path / "home")
    }
    for command in ([python, "-m", "plainspeak"], [python.with_name("plainspeak" + python.suffix)]):
        done = subprocess.run(
            [*command, "check", str(draft), "--format", "json"],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=clean,
        )
        assert done.returncode == 1, done.stderr
        (document,) = json.loads(done.stdout)["documents"]
        assert [finding["entry"] for finding in document["findings"]][:2] == ["service-user", "utilise"]
        assert document["findings"][0]["suggestions"][0]["text"].startswith("People")
