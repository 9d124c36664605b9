"""Document: what every reader makes of a file, whatever its format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.checking.leaving import Leave
from plainspeak.documents.blocks import Block, block_at
from plainspeak.documents.plain_text import TextFile
from plainspeak.text.protected import Mask
from plainspeak.text.sentences import paragraphs
from plainspeak.text.span import Span


class Document(NamedTuple):
    """One document, read.

    `path` is as the person gave it, ``-`` for standard input. `masks` are the stretches of `text` that are never
    flagged. `notices` are plain sentences about what was unusual. `file` is what a plain text came from, so that it can
    be saved as it was; None for every format that holds more than text. `blocks` are the paragraphs of such a format.
    `leave` are words that are not flagged, because the file beside the document says so. `fixed` are the stretches, in text
    order, that are read and flagged and cannot be changed where they stand.
    """

    path: str
    format: str
    text: str
    masks: tuple[Mask, ...] = ()
    notices: tuple[str, ...] = ()
    file: TextFile | None = None
    blocks: tuple[Block, ...] = ()
    leave: tuple[Leave, ...] = ()
    fixed: tuple[Span, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages, or slides, have text in them; 0 for a format that does not know."""
        return max((int(block.place.get("page") or block.place.get("slide") or 0) for block in self.blocks), default=0)

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """The blocks; of a plain text, which has none, its paragraphs."""
        if self.file is None:
            return self.blocks
        numbered = enumerate(paragraphs(self.text), 1)
        return tuple(Block("paragraph", *span, {"paragraph": number}) for number, span in numbered)

    def placed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings, each with the place where a person finds it."""
        return tuple(self._placed(finding) for finding in findings)

    def _placed(self, finding: Finding) -> Finding:
        block = block_at(self.blocks, finding.start)
        return finding._replace(place=block.place) if block else finding
