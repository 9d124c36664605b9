"""Word lists: the plain-text files of words in data/, read once, when first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


def lines(name: str) -> list[str]:
    """The lines of ``data/<name>.txt`` that hold words: no blank lines, no ``#`` comments."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#" and not line.isspace()]


@cache
def word_set(name: str) -> frozenset[str]:
    """Every word of a list, however many stand on a line."""
    return frozenset(" ".join(lines(name)).split())


@cache
def word_table(name: str) -> dict[str, tuple[str, ...]]:
    """The first word of each line with the words that follow it. Lines that end alike share one tuple."""
    table: dict[str, tuple[str, ...]] = {}
    endings: dict[str, tuple[str, ...]] = {}
    for line in lines(name):
        first, *rest = line.split(None, 1)
        ending = rest[0] if rest else ""
        if ending not in endings:
            endings[ending] = tuple(ending.split())
        table[first] = endings[ending]
    return table
