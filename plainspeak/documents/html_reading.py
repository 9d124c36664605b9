"""Web pages: the words that a person sees, with a way back to the source."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from plainspeak.documents.blocks import BlockKind, BlockText, Place
from plainspeak.documents.html_tokens import Tag, tokens
from plainspeak.text.protected import Mask

_BLOCKS = set(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre search section "
    "select summary table tbody td tfoot th thead title tr ul".split()
)
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_UNSEEN = {"svg", "math", "template", "object", "audio", "video", "canvas", "select", "datalist", "del", "head"}
_REASONS = {
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "var": "code",
    "tt": "code",
    "blockquote": "quotation",
    "q": "quotation",
}
_VOID = set("area base br col embed hr img input link meta param source track wbr".split())
_LISTING = re.compile(r"code|source|highlight|listing|language-|console", re.IGNORECASE)
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-list\s*:\s*ignore)", re.IGNORECASE)
_NUMBER_OF_NOTE = re.compile(r"\s*\d{1,3}\s*")
_SPACE = " \t\n\r\f"
_LETTER_BY_NAME = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ODD = re.compile(
    r"(?: [ \t\n\r\f]|[\t\n\r\f])[ \t\n\r\f]*"  # white space that a page shows as one space
    rf"|{_LETTER_BY_NAME.pattern}"
)


class Piece(NamedTuple):
    """The code points ``start <= i < end`` of the text stand at ``source_start <= i < source_end`` of the source.

    Where the two are of the same length, each code point stands for itself; else the piece is one character.
    """

    start: int
    end: int
    source_start: int
    source_end: int


class _Open(NamedTuple):
    """An element that is open and matters: it is not seen, or its words are not the writer's."""

    name: str
    unseen: bool
    reason: str


def _is_listing(tag: Tag) -> bool:
    """Whether lines kept as they are hold code: those that say so, not every letter that was saved as plain text."""
    return tag.name == "pre" and bool(_LISTING.search(tag.attributes.get("class", "")))


@dataclass(slots=True)
class HtmlReader:
    """Adds the words of an HTML `source` to `content`, and what is a quotation or code to `masks`."""

    source: str
    content: BlockText
    masks: list[Mask]
    known: Place = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _names: Counter[str] = field(default_factory=Counter)
    _inside: Counter[str] = field(default_factory=Counter)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _block_pieces: list[Piece] = field(default_factory=list)
    _block_masks: list[Mask] = field(default_factory=list)

    def read(self) -> list[Piece]:
        """Read it all; returns the pieces in text order."""
        for token in tokens(self.source):
            if not isinstance(token, Tag):
                self._words(*token)
            elif token.closing:
                self._close(token)
            else:
                self._start(token)
        self._end_block()
        return self.pieces

    # -- elements ------------------------------------------------------------------------------------------------------

    def _start(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self._end_block()
            if self._open and self._open[-1].name == "p":
                self._pop("p")
        if tag.name == "br":
            self._add("\n", tag.start, tag.end)
        if tag.name in _VOID or tag.written.endswith("/"):
            return
        if tag.name == "li" and self._open and self._open[-1].name == "li":
            self._pop("li")
        self._inside[tag.name] += 1
        unseen = tag.name in _UNSEEN or self._is_hidden(tag)
        reason = _REASONS.get(tag.name, "") or ("code" if _is_listing(tag) else "")
        if unseen or reason or tag.name == "pre" or self._names[tag.name]:
            self._open.append(_Open(tag.name, unseen, reason))
            self._names[tag.name] += 1
        if unseen:
            self._names["unseen"] += 1

    def _is_hidden(self, tag: Tag) -> bool:
        written = tag.written.lower()
        if not any(word in written for word in ("hidden", "none", "ignore", "noteref")):
            return False
        attributes = tag.attributes
        is_note = attributes.get("epub:type") == "noteref" or attributes.get("role") == "doc-noteref"
        return is_note or "hidden" in attributes or bool(_INVISIBLE.search(attributes.get("style", "")))

    def _close(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS:
            self._end_block()
        self._inside[name] = max(0, self._inside[name] - 1)
        if name in ("ul", "ol") and not self._inside["ul"] + self._inside["ol"]:
            self._inside["li"] = 0
        elif name == "table" and not self._inside["table"]:
            self._inside["td"] = self._inside["th"] = 0
        if self._names[name]:
            self._pop(name)

    def _pop(self, name: str) -> None:
        """Close the innermost `name` that is open, and all that is open in it."""
        while self._open:
            last = self._open.pop()
            self._names[last.name] -= 1
            self._names["unseen"] -= last.unseen
            if last.name == name:
                return

    def _kind(self) -> BlockKind:
        if any(self._inside[name] for name in _HEADINGS):
            return "heading"
        if self._inside["td"] or self._inside["th"]:
            return "cell"
        return "list item" if self._inside["li"] else "paragraph"

    # -- words ---------------------------------------------------------------------------------------------------------

    def _words(self, start: int, end: int) -> None:
        if self._inside["sup"] and self._is_number_of_note(start, end):
            return
        if self._names["pre"]:
            self._as_it_stands(start, end)
        elif not self._names["unseen"]:
            self._prose(start, end)

    def _is_number_of_note(self, start: int, end: int) -> bool:
        """Whether raised words are only the number of a note, which would be taken for a part of the word before it."""
        is_after_words = bool(self._parts) and not self._parts[-1][-1].isdigit()
        return is_after_words and bool(_NUMBER_OF_NOTE.fullmatch(self.source, start, end))

    def _as_it_stands(self, start: int, end: int) -> None:
        """Add words in which all white space counts."""
        for named in _LETTER_BY_NAME.finditer(self.source, start, end):
            self._add(self.source[start : named.start()], start, named.start())
            self._add(html.unescape(named[0]), *named.span())
            start = named.end()
        self._add(self.source[start:end], start, end)

    def _prose(self, start: int, end: int) -> None:
        """Add words in which white space is shown as one space, and none at the start of a block or line."""
        if not self._parts or self._parts[-1][-1] in _SPACE:
            while start < end and self.source[start] in _SPACE:
                start += 1
        for odd in _ODD.finditer(self.source, start, end):
            self._add(self.source[start : odd.start()], start, odd.start())
            start = odd.end()
            if odd[0][0] == "&":
                self._add(html.unescape(odd[0]), *odd.span())
            elif self._parts and self._parts[-1][-1] not in _SPACE:
                self._add(" ", *odd.span())
        self._add(self.source[start:end], start, end)

    def _add(self, text: str, source_start: int, source_end: int) -> None:
        if not text or self._names["unseen"]:
            return
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        last = self._block_pieces[-1] if self._block_pieces else None
        as_it_stands = len(text) == source_end - source_start
        if (
            last
            and as_it_stands
            and last.source_end == source_start
            and last.end - last.start == last.source_end - last.source_start
        ):
            self._block_pieces[-1] = last._replace(end=self._length, source_end=source_end)
        else:
            self._block_pieces.append(Piece(start, self._length, source_start, source_end))
        reason = next((one.reason for one in self._open if one.reason), "")
        if reason:
            self._block_masks.append(Mask(start, self._length, reason))

    def _end_block(self) -> None:
        """The block that was read so far is whole; white space at its end is left out."""
        if not self._parts:
            return
        text = "".join(self._parts).rstrip(_SPACE)
        start = self.content.add(self._kind(), text, place=self.known)
        if start is not None:
            end = start + len(text)
            moved = (piece._replace(start=piece.start + start, end=piece.end + start) for piece in self._block_pieces)
            self.pieces += (piece for piece in moved if piece.start < end)
            for mask in self._block_masks:
                self._mask(Mask(mask.start + start, min(end, mask.end + start), mask.reason))
        self._parts, self._length, self._block_pieces, self._block_masks = [], 0, [], []

    def _mask(self, mask: Mask) -> None:
        last = self.masks[-1] if self.masks else None
        if last and last.end == mask.start and last.reason == mask.reason:
            self.masks[-1] = last._replace(end=mask.end)
        elif mask.start < mask.end:
            self.masks.append(mask)
