"""Reads the files that are named on the command line; says in JSON what came of each, and how much memory that took."""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path

from plainspeak.documents.reader import read
from plainspeak.errors import DocumentError


def outcome(path: str) -> str:
    """The text of the file, or the error."""
    try:
        return "text: " + read(path).text[:200]
    except DocumentError as error:
        return f"error: {error}"


def peak_memory() -> int:
    """The most memory in MB that this process or one that it started has held.

    Where Linux tells the peak since the program began, that is taken: the other figure begins with what the program that
    started this one held.
    """
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status = Path("/proc/self/status")
    if status.exists():
        own = int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1])
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) >> 10


if __name__ == "__main__":
    for name in sys.argv[1:]:
        begun = time.monotonic()
        result = outcome(name)
        said = {"path": name, "result": result, "memory": peak_memory(), "seconds": time.monotonic() - begun}
        print(json.dumps(said))  # noqa: T201 - its output
