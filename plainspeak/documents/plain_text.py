"""Plain text: reading a file whatever its encoding, and saving it as it was found."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO, NamedTuple

from plainspeak.documents.encoding import (
    byte_order_mark,
    encoded,
    encoding_name,
    read_windows_1252,
    unmarked_utf16,
)
from plainspeak.documents.saving import save_bytes
from plainspeak.errors import DocumentError

_NOT_TEXT = "This does not look like a text file"
_SAVE_AS_TEXT = "Save it as plain text (.txt) in the program that made it, and check that."
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r"))  # bytes that no writer types
_CONTROLS_IN_TEXT = _CONTROLS + b"\x7f"
_SAMPLE = 65_536
_BINARY_SHARE = 0.05  # of control characters, in bytes that are not UTF-8 either
_BINARY_SHARE_OF_UTF8 = 0.3


class TextFile(NamedTuple):
    r"""The text of one file, and what is needed to write it back as it was.

    `text` is the file's text as given, line ends included. `newline` is its commonest line end (``\n``, ``\r\n``
    or ``\r``), `encoding` a Python codec name, `bom` the byte order mark that it began with. `notices` are plain
    sentences about what was unusual.
    """

    text: str
    encoding: str = "utf-8"
    newline: str = "\n"
    bom: bytes = b""
    notices: tuple[str, ...] = ()


def read_text(path: Path) -> TextFile:
    """The text of the file at `path`. Raises DocumentError when it cannot be read or is not text."""
    return decode(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at `path`. Raises DocumentError when it cannot be read."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def read_stream(stream: BinaryIO, name: str = "standard input") -> TextFile:
    """All the text that comes from `stream`. Raises DocumentError when it is not text."""
    try:
        data = stream.read()
    except OSError as error:
        raise DocumentError(f"{name} cannot be read: {error.strerror or error}.") from error
    return decode(data, name)


def decode(data: bytes, name: str) -> TextFile:
    """The text of `data`: by its byte order mark, else as UTF-8, UTF-16 or, with a notice, Windows-1252.

    `name` is used in messages only. Raises DocumentError when the bytes are plainly not text.
    """
    if data.startswith(_SIGNATURES):
        raise _not_text(name)
    bom, encoding = byte_order_mark(data)
    notices: tuple[str, ...] = ()
    if not encoding:
        encoding, notices = _unmarked_encoding(data, name)
    try:
        body = data[len(bom) :]
        text = read_windows_1252(body) if encoding == "cp1252" else body.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{name} begins like {encoding_name(encoding)} text, but is damaged after byte {error.start + len(bom):,}.",
            "Open it in the program that made it and save it again as UTF-8.",
        ) from error
    return TextFile(text, encoding, commonest_newline(text), bom, notices + _control_notice(text))


def _unmarked_encoding(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The encoding of bytes without a mark, and a notice when it is a guess."""
    utf16 = unmarked_utf16(data)
    if utf16:
        return utf16, (f"Read as {encoding_name(utf16)}, which it does not say it is.",)
    is_utf8 = _is_utf8(data)
    if _has_too_many_controls(data, is_utf8=is_utf8):
        raise _not_text(name)
    if is_utf8:
        return "utf-8", ()
    return "cp1252", ("Not UTF-8, so read as Windows-1252: look out for wrong accents and quotation marks.",)


def _not_text(name: str) -> DocumentError:
    return DocumentError(f"{name}: {_NOT_TEXT}.", _SAVE_AS_TEXT)


def looks_like_text(data: bytes) -> bool:
    """Whether `data` may be text in some encoding, and not a picture, a program or noise."""
    if byte_order_mark(data)[1] or unmarked_utf16(data):
        return True
    return not (data.startswith(_SIGNATURES) or _has_too_many_controls(data, is_utf8=_is_utf8(data)))


def _has_too_many_controls(data: bytes, *, is_utf8: bool) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) * (_BINARY_SHARE_OF_UTF8 if is_utf8 else _BINARY_SHARE)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _control_notice(text: str) -> tuple[str, ...]:
    raw = text.encode("utf-8", "surrogatepass")
    count = len(raw) - len(raw.translate(None, _CONTROLS_IN_TEXT))
    if not count:
        return ()
    return (
        "Has 1 control character in it, left as it is."
        if count == 1
        else f"Has {count:,} control characters in it, left as they are.",
    )


def _unreadable(path: Path, error: OSError | ValueError) -> DocumentError:
    name = str(path)
    match getattr(error, "errno", None):
        case errno.ELOOP:
            return DocumentError(f"{name} is a link that leads back to itself.", "Take the link away, or mend it.")
        case errno.ENOENT if os.path.islink(path):  # noqa: PTH114 - a Path raises where one may not look
            return DocumentError(f"{name} is a link to a file that is not there.", "Take the link away, or mend it.")
        case errno.ENOENT | errno.ENOTDIR:
            return DocumentError(f"There is no file called {name}.", "Look at the spelling and the folder.")
        case errno.EISDIR:
            return DocumentError(f"{name} is a folder, not a file.", "Name a file in it.")
        case errno.EACCES | errno.EPERM if os.path.isdir(path):  # noqa: PTH112 - as above; it is how Windows says that it is a folder
            return DocumentError(f"{name} is a folder, not a file.", "Name a file in it.")
        case errno.EACCES | errno.EPERM:
            return DocumentError(
                f"You do not have permission to read {name}.", "Ask its owner, or copy it to your own folder."
            )
    return DocumentError(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}.")


# -- line ends and saving ----------------------------------------------------------------------------------------------


def commonest_newline(text: str) -> str:
    r"""The line end that `text` uses most: ``\n``, ``\r\n`` or ``\r``; ``\n`` when it has none."""
    if "\r" not in text:
        return "\n"
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=counts.__getitem__)


def with_newlines(text: str, newline: str) -> str:
    r"""`text` with every line end (``\n``, ``\r\n`` or ``\r``) made `newline`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if newline == "\n" else text.replace("\n", newline)


def save_text(path: Path, text: str, like: TextFile) -> tuple[str, ...]:
    """Save `text`, line ends as they stand in it, with the encoding and byte order mark of `like`.

    The file at `path` is whole at every moment: the old one until the new one is. A text with characters that the
    encoding does not have is saved as UTF-8, and the notice returned says so. Raises DocumentError.
    """
    try:
        save_bytes(path, like.bom + encoded(text, like.encoding))
    except UnicodeEncodeError:
        save_bytes(path, text.encode("utf-8"))
        return (f"Saved as UTF-8: {encoding_name(like.encoding)} does not have all of its characters.",)
    return ()
