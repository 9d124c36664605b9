"""What the comments of a web page ask: ``<!-- plainspeak: leave hub -->``, ``<!-- plainspeak: off -->`` and ``on``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from plainspeak.checking.leaving import Leave, leaves_of
from plainspeak.documents.html_reading import Piece
from plainspeak.text.protected import Mask

_COMMENT = re.compile(
    r"<!--\s*plainspeak:[ \t]*(?P<what>off|on|leave)\b[ \t]*(?P<words>[^\r\n>]*?)\s*-->", re.IGNORECASE
)


class HtmlInstructions(NamedTuple):
    """Words to leave, each from its place on, and what is switched off, by the code points of the page's text."""

    leave: tuple[Leave, ...] = ()
    masks: tuple[Mask, ...] = ()


def html_instructions(source: str, pieces: Sequence[Piece], length: int) -> HtmlInstructions:
    """What the comments of `source` ask; its text has the `pieces` and this `length`."""
    leave: list[Leave] = []
    masks: list[Mask] = []
    begin: int | None = None
    for comment in _COMMENT.finditer(source):
        at = bisect_left(pieces, comment.end(), key=_source_start)
        place = pieces[at].start if at < len(pieces) else length
        match comment["what"].lower():
            case "leave":
                leave += (one._replace(start=place) for one in leaves_of(comment["words"]))
            case "off":
                begin = place if begin is None else begin
            case "on" if begin is not None:
                masks.append(Mask(begin, place, "switched off"))
                begin = None
    if begin is not None:
        masks.append(Mask(begin, length, "switched off"))
    return HtmlInstructions(tuple(leave), tuple(masks))


def _source_start(piece: Piece) -> int:
    return piece.source_start
