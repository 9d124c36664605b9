"""Whether two names stand for one file."""

from __future__ import annotations

import os
from pathlib import Path


def is_same_file(one: str | Path, other: str | Path) -> bool:
    """Whether both names stand for one file, by way of links too. The file need not be there."""
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 - takes both kinds of names
    except (OSError, ValueError):  # one of them is not there, or leads nowhere
        return os.path.realpath(one) == os.path.realpath(other)
