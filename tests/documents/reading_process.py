"""Reads the files that are named on the command line; says in JSON what came of each, and how much memory that took."""

from __future__ import annotations

import json
import resource
import sys
import time

from plainspeak.documents.reader import read
from plainspeak.errors import DocumentError


def outcome(path: str) -> str:
    """The text of the file, or the error."""
    try:
        return "text: " + read(path).text[:200]
    except DocumentError as error:
        return f"error: {error}"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        begun = time.monotonic()
        result = outcome(name)
        most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        print(json.dumps({"path": name, "result": result, "memory": most >> 10, "seconds": time.monotonic() - begun}))  # noqa: T201 - its output
