"""Document: what every reader makes of a file, whatever its format."""

from __future__ import annotations

from typing import NamedTuple

from plainspeak.documents.plain_text import TextFile
from plainspeak.text.protected import Mask


class Document(NamedTuple):
    """One document, read.

    `path` is as the person gave it, ``-`` for standard input. `masks` are the stretches of `text` that are never
    flagged. `notices` are plain sentences about what was unusual. `file` is what the text came from, so that it can be
    saved as it was.
    """

    path: str
    format: str
    text: str
    masks: tuple[Mask, ...]
    notices: tuple[str, ...]
    file: TextFile
