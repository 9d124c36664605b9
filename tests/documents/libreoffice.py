"""LibreOffice, where it is installed: makes documents, and tells what is in them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

PROCESS = Path(__file__).with_name("libreoffice_process.py")
SECONDS = 180


@cache
def python_with_uno() -> str:
    """The Python that can talk to LibreOffice, or "" when there is none."""
    if not shutil.which("soffice"):
        return ""
    for python in (sys.executable, "/usr/bin/python3"):
        if (
            Path(python).exists()
            and not subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode
        ):
            return python
    return ""


def converted(folder: Path, kind: str, *sources: Path, reading: str = "") -> list[Path]:
    """Copies of `sources` in the format `kind`, made by LibreOffice in `folder`; `reading` is its name for the old one."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    how = [f"--infilter={reading}"] if reading else []
    subprocess.run(
        ["soffice", "--headless", profile, *how, "--convert-to", kind, "--outdir", str(folder), *map(str, sources)],
        capture_output=True,
        timeout=SECONDS,
        check=True,
    )
    suffix = kind.partition(":")[0]
    return [folder / f"{source.stem}.{suffix}" for source in sources]


def said(*words: str) -> list[dict[str, Any]]:
    """What LibreOffice sees in each document: `FILE`, `accept:FILE` or `reject:FILE`."""
    process = subprocess.run(
        [python_with_uno(), str(PROCESS), *words], capture_output=True, text=True, timeout=SECONDS, check=True
    )
    return [json.loads(line) for line in process.stdout.splitlines()]
