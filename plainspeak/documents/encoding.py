"""From bytes to text and back, losing nothing."""

from __future__ import annotations

import codecs

_MARKS = (  # the longer marks first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"utf-8": "UTF-8", "cp1252": "Windows-1252"}
_SAMPLE = 4096
_MOSTLY = 0.7
_HARDLY = 0.2


def byte_order_mark(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that `data` begins with and the encoding it stands for, or ``(b"", "")``."""
    return next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", ""))


def unmarked_utf16(data: bytes) -> str:
    """The encoding of UTF-16 without a mark, told by where its zero bytes stand; "" if it is not UTF-16."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if not half or len(data) % 2:
        return ""
    first, second = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if second >= _MOSTLY and first <= _HARDLY:
        return "utf-16-le"
    if first >= _MOSTLY and second <= _HARDLY:
        return "utf-16-be"
    return ""


def encoding_name(encoding: str) -> str:
    """What a person calls `encoding`."""
    return _NAMES.get(encoding, encoding.removesuffix("-le").removesuffix("-be").upper())


# -- Windows-1252 ------------------------------------------------------------------------------------------------------
# Latin-1 with printing characters in the row from 80 to 9F. Its five empty places stand for themselves, as on the web,
# so that every byte can be read and written back.

_EMPTY_PLACES = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_PRINTING = {byte: ord(bytes([byte]).decode("cp1252")) for byte in range(0x80, 0xA0) if byte not in _EMPTY_PLACES}
_BYTES = {character: byte for byte, character in _PRINTING.items()}


def read_windows_1252(data: bytes) -> str:
    """`data` read as Windows-1252; never fails."""
    return data.decode("latin-1").translate(_PRINTING)


def encoded(text: str, encoding: str) -> bytes:
    """`text` as bytes, without a mark. Raises UnicodeEncodeError for a character that `encoding` does not have."""
    return text.translate(_BYTES).encode("latin-1") if encoding == "cp1252" else text.encode(encoding)
