"""Held text: a draft as the editor can hold it, with nothing lost.

A terminal obeys control characters, and the editor takes a form feed or a line separator for the end of a line.
So each of these is held as one private-use character, drawn as a small picture, and put back when the text leaves
the editor. One code point stands for one code point, so no offset moves.
"""

from __future__ import annotations

import re

_SPACE = 0x20
_PRIVATE = 0xF0000
_CONTROLS = [code for code in (*range(_SPACE), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"]
_HELD = {code: _PRIVATE + code for code in (*_CONTROLS, 0x2028, 0x2029)}
_STORED = {held: code for code, held in _HELD.items()}
_PICTURES = {held: 0x2400 + code if code < _SPACE else 0x2424 for held, code in _STORED.items()}

_TO_HOLD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_TO_STORE = re.compile(r"[\U000F0000-\U000F2029]")


def held(text: str) -> str:
    r"""`text` as the editor holds it: lines end with ``\\n``, control characters are tamed."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_HELD) if _TO_HOLD.search(text) else text


def stored(text: str) -> str:
    """The text that `held` was given, line ends apart."""
    return text.translate(_STORED) if _TO_STORE.search(text) else text


def drawn(text: str) -> str:
    """Held text as it is drawn: a picture for each control character."""
    return text.translate(_PICTURES) if _TO_STORE.search(text) else text
