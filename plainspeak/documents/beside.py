"""The file beside a document, ``report.docx.plainspeak``: what its writer asks to leave, where that cannot stand in it.

Each line is an instruction: ``leave holistic``, ``leave pathway, hub because ...``, or ``off`` for the whole document. A line
that begins with # is a remark. ``plainspeak:`` may stand before an instruction, as it does in a text.
"""

from __future__ import annotations

import re
from pathlib import Path

from plainspeak.checking.leaving import Leave, leaves_of
from plainspeak.documents.document import Document
from plainspeak.text.protected import Mask

SUFFIX = ".plainspeak"
_MOST_BYTES = 100_000
_LINE = re.compile(r"(?:plainspeak:\s*)?(?P<what>leave|off)\b\s*(?P<words>.*)", re.IGNORECASE)


def beside(path: str) -> bytes:
    """What the file beside the document at `path` holds; nothing when there is none, or it cannot be read."""
    try:
        with Path(path + SUFFIX).open("rb") as file:
            return file.read(_MOST_BYTES)
    except (OSError, ValueError):
        return b""


def with_instructions(document: Document, instructions: bytes) -> Document:
    """The document with what the file beside it asks; lines that make no sense become notices."""
    if not instructions:
        return document
    leaves: list[Leave] = []
    masks: list[Mask] = []
    notices: list[str] = []
    name = Path(document.path).name + SUFFIX
    for number, line in enumerate(instructions.decode("utf-8-sig", "replace").splitlines(), 1):
        words = line.strip()
        found = _LINE.fullmatch(words)
        if found and found["what"].lower() == "off" and not found["words"]:
            masks = [Mask(0, len(document.text), "switched off")]
        elif found and found["what"].lower() == "leave" and (asked := leaves_of(found["words"])):
            leaves += asked
        elif words and not words.startswith("#"):
            notices.append(f"Line {number} of {name} is not understood. Write leave WORDS, or off.")
    return document._replace(
        leave=(*document.leave, *leaves), masks=(*document.masks, *masks), notices=(*document.notices, *notices)
    )
