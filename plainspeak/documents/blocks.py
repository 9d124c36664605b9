"""Blocks: the headings, paragraphs, list items, cells and notes of a document, and the text that they make together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

BlockKind = Literal[
    "heading", "paragraph", "list item", "cell", "note", "header", "footer", "text box", "slide note", "comment"
]
Place = dict[str, int | str]
"""Where a person finds a block: `page`, `slide`, `heading` (the nearest above), `paragraph` (from 1), `part`, `attachment`."""

_BETWEEN = "\n\n"  # no sentence runs over it
_LONGEST_HEADING = 80


class Block(NamedTuple):
    """One block: the code points ``start <= i < end`` of the document's text, and where a person finds it."""

    kind: BlockKind
    start: int
    end: int
    place: Place


class BlockText:
    """A text as it is put together from blocks. Blocks without words are left out."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._length = 0
        self._paragraphs: dict[str, int] = {}
        self._heading = ""

    @property
    def text(self) -> str:
        """All the blocks, a blank line between each two."""
        return "".join(self._parts)

    def add(self, kind: BlockKind, text: str, part: str = "", place: Place | None = None) -> int | None:
        """Add a block; returns the code point at which it starts, or None for one without words.

        `part` is the part of the document that counts its own paragraphs, such as "footnotes"; "" is the body.
        """
        if not text.strip():
            return None
        start = self._append(text)
        self.blocks.append(Block(kind, start, self._length, self._place(kind, text, part, place or {})))
        return start

    def take_in(self, text: str, blocks: Iterable[Block]) -> int:
        """Add the whole text of another document, which has these blocks; returns the code point at which it starts."""
        start = self._append(text) if text.strip() else self._length
        self.blocks += (one._replace(start=one.start + start, end=one.end + start) for one in blocks)
        return start

    def _append(self, text: str) -> int:
        if self._parts:
            self._parts.append(_BETWEEN)
            self._length += len(_BETWEEN)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start

    def _place(self, kind: BlockKind, text: str, part: str, known: Place) -> Place:
        number = self._paragraphs[part] = self._paragraphs.get(part, 0) + 1
        place: Place = {**known, "paragraph": number}
        if part:
            return {**place, "part": part}
        if kind == "heading":
            self._heading = " ".join(text.split())[:_LONGEST_HEADING]
        if self._heading:
            place["heading"] = self._heading
        return place


def block_at(blocks: Sequence[Block], at: int) -> Block | None:
    """The block in which the code point `at` stands, or None."""
    index = bisect_right(blocks, at, key=_start) - 1
    return blocks[index] if index >= 0 and at < blocks[index].end else None


def _start(block: Block) -> int:
    return block.start
