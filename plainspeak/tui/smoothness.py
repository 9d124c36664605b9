"""Smoothness: what keeps a key from waiting for Python's own housework.

Left to itself Python stops now and then to look for objects that are no longer used, and lets a thread keep the
processor for five thousandths of a second at a time. With a long draft either can be felt in the middle of a word.
"""

from __future__ import annotations

import gc
import sys

_MANY_OBJECTS = 200_000
_TURN = 0.001  # seconds


def keep_smooth() -> None:
    """Let unused objects gather until `tidy`, and threads take short turns."""
    gc.set_threshold(_MANY_OBJECTS, 100, 100)
    sys.setswitchinterval(_TURN)


def tidy() -> None:
    """Clear unused objects away, in a moment when nobody types."""
    gc.collect()
