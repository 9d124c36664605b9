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
SECONDS = 240
TRIES = 3  # on a busy machine LibreOffice now and then ends before it has answered


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
    command = ["soffice", "--headless", profile, *how, "--convert-to", kind, "--outdir", str(folder)]
    suffix = kind.partition(":")[0]
    made = [folder / f"{source.stem}.{suffix}" for source in sources]
    for _ in range(TRIES):
        subprocess.run([*command, *map(str, sources)], capture_output=True, timeout=SECONDS, check=False)
        if all(path.exists() for path in made):
            return made
    raise AssertionError(f"LibreOffice makes no {kind} of {', '.join(map(str, sources))}")


def said(*words: str) -> list[dict[str, Any]]:
    """What LibreOffice sees in each document: `FILE`, `accept:FILE` or `reject:FILE`."""
    faults = []
    for _ in range(TRIES):
        process = subprocess.run(
            [python_with_uno(), str(PROCESS), *words], capture_output=True, text=True, timeout=SECONDS, check=False
        )
        if process.returncode == 0:
            return [json.loads(line) for line in process.stdout.splitlines()]
        faults.append(process.stderr)
    raise AssertionError("LibreOffice itself fails:\n" + "\n".join(faults))
