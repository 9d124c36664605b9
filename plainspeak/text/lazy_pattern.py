"""Lazy patterns: regular expressions that are compiled when they are first used.

Most checks use few of them, and compiling all takes 20 ms, a sixth of the time in which a check should be done.
"""

from __future__ import annotations

import re
from typing import cast


class _LazyPattern:
    """Stands for a compiled pattern. After the first use its methods are those of the pattern itself."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but compiled at its first use."""
    return cast("re.Pattern[str]", _LazyPattern(source, flags))
