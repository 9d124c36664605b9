"""What may go to a terminal: text that cannot move the cursor, change colours or turn the reading direction."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""A character that could move the cursor, change colours or turn the reading direction, or that is none at all."""


_STRAY_BYTES = range(0xDC80, 0xDD00)
"""What Python makes of a byte in the name of a file that is no text."""


def on_one_line(text: str) -> str:
    r"""`text` with white space made single spaces and control characters written out (``\x1b``)."""
    if text.isprintable() and "  " not in text:  # most texts: what is printable has no white space but plain spaces
        return text
    return UNSAFE.sub(_written_out, _SPACE.sub(" ", text))


def in_lines(text: str) -> str:
    r"""`text` with its line ends and tabs as they are and other control characters written out (``\x1b``)."""
    return UNSAFE.sub(lambda found: found[0] if found[0] in "\n\r\t" else _written_out(found), text)


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code in _STRAY_BYTES:
        code -= _STRAY_BYTES.start - 0x80
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - two digits are enough up to here
