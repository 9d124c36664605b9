"""Which reader reads which file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple

from plainspeak.documents.document import Document
from plainspeak.documents.plain_text import TextFile, decode, read_bytes, read_stream
from plainspeak.text.protected import Mask

STANDARD_INPUT = "-"


def _no_masks(_text: str) -> list[Mask]:
    return []


def _markdown_masks(text: str) -> list[Mask]:
    from plainspeak.documents.markdown import masks

    return masks(text)


class _Format(NamedTuple):
    """A kind of text file: its name, the ends of file names that it goes by, and what in it is not prose."""

    name: str
    suffixes: tuple[str, ...]
    masks: Callable[[str], list[Mask]]


_PLAIN_TEXT = _Format("txt", (".txt", ".text"), _no_masks)
_MARKDOWN = _Format("md", (".md", ".markdown"), _markdown_masks)
_FORMATS = (_PLAIN_TEXT, _MARKDOWN)
SUFFIXES = tuple(suffix for known in _FORMATS for suffix in known.suffixes)


def read(path: str) -> Document:
    """The document at `path`. Raises DocumentError when it cannot be read."""
    return _document(path, decode(read_bytes(Path(path)), path))


def read_standard_input(stream: BinaryIO) -> Document:
    """The plain text that comes from `stream`. Raises DocumentError when it is not text."""
    return _document(STANDARD_INPUT, read_stream(stream))


def masks_of(path: str) -> Callable[[str], list[Mask]]:
    """What finds the masks in a text of the format that `path` has."""
    return _format_of(path).masks


def has_known_suffix(name: str) -> bool:
    """Whether a file of this name is one that is picked up when its folder is checked."""
    return name.lower().endswith(SUFFIXES)


def _document(path: str, file: TextFile) -> Document:
    known = _format_of(path)
    return Document(path, known.name, file.text, tuple(known.masks(file.text)), file.notices, file)


def _format_of(path: str) -> _Format:
    """What is not known by its name is read as plain text; what is not text at all has been refused by then."""
    suffix = PurePath(path).suffix.lower()
    return next((known for known in _FORMATS if suffix in known.suffixes), _PLAIN_TEXT)
