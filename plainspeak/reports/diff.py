"""Unified diff: what a rewrite changes, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.reports.terminal import on_one_line

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def unified_diff(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff from `before` to `after`; none when they are the same."""
    import difflib

    name = on_one_line(path)
    old, new = _LINE.findall(before), _LINE.findall(after)
    for line in difflib.unified_diff(old, new, f"{name} (before)", f"{name} (after)", n=1):
        yield line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"
