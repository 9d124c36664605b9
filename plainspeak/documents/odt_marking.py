"""OpenDocument texts marked up: a tracked change for each swap, and a comment that says why."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree

from plainspeak.documents.blocks import block_at
from plainspeak.documents.marking import AUTHOR, Marked, Propose, Remark, in_one_note, remarks
from plainspeak.documents.odt_reading import HEADERS, OFFICE, TEXT, OdtText, Paragraph, Piece, read_odt
from plainspeak.documents.package import Element, Package, xml_bytes

_DC = "http://purl.org/dc/elements/1.1/"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_STYLE_NAME = TEXT + "style-name"


def mark(data: bytes, path: str, propose: Propose) -> Marked:
    """A copy of the OpenDocument text that `data` is, with tracked changes and comments. Raises DocumentError."""
    odt = read_odt(Package(data, path))
    marker = _Marker(odt)
    by_block: dict[int, list[Remark]] = defaultdict(list)
    for remark in remarks(propose(odt.content.text, odt.masks)):
        block = block_at(odt.content.blocks, remark.span.start)
        if block:
            by_block[block.start].append(remark)
    for paragraph in odt.paragraphs:
        for remark in reversed(by_block[paragraph.block.start]):
            marker.show(paragraph, remark)
    marker.tell_elsewhere()
    changed = {part: xml_bytes(odt.roots[part]) for part in marker.touched}
    return Marked(odt.package.copy(changed), marker.changes, marker.comments, marker.left_out)


@dataclass(slots=True)
class _Marker:
    """Marks one document. What stands later in a paragraph is marked first, so that earlier places stay true."""

    odt: OdtText
    changes: int = 0
    comments: int = 0
    left_out: int = 0
    elsewhere: list[tuple[str, str]] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    when: str = field(default_factory=lambda: datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S"))
    taken: set[str] = field(default_factory=set)
    number: int = 0

    def __post_init__(self) -> None:
        for root in self.odt.roots.values():
            for element in root.iter():
                self.taken.update(str(element.get(name)) for name in (_XML_ID, f"{TEXT}id", f"{OFFICE}name"))

    def show(self, paragraph: Paragraph, remark: Remark) -> None:
        """Show one remark in its paragraph, as far as the place allows."""
        edit = remark.edit
        held = _written(paragraph, edit.start, edit.end) if edit else []
        if edit and held:
            self._change(paragraph, held, edit.start, edit.end, edit.replacement)
            self.touched.add(paragraph.part)
            if paragraph.takes_comments and remark.note:
                self._comment(paragraph, held[0], edit.start, remark.note)
        elif paragraph.takes_comments and (held := _written(paragraph, remark.span.start, remark.span.start + 1)):
            self._comment(paragraph, held[0], remark.span.start, remark.note)
        elif paragraph.takes_comments:
            self.elsewhere.append((paragraph.block.kind, remark.note))
        if not paragraph.takes_comments and remark.note:
            self.elsewhere.append((paragraph.block.kind, remark.note))

    def tell_elsewhere(self) -> None:
        """Tell at the first paragraph what stands in places that take no comments."""
        homes = ((one, piece) for one in self.odt.paragraphs if one.takes_comments for piece in one.pieces)
        home = next(((one, piece) for one, piece in homes if not piece.fixed), None)
        if home is None:
            self.left_out = max(0, len(self.elsewhere) - self.changes)
        elif self.elsewhere:
            self._comment(*home, home[1].start, in_one_note(self.elsewhere))

    def _change(self, paragraph: Paragraph, held: Sequence[Piece], start: int, end: int, new: str) -> None:
        """Take out the words from `start` to `end` and put in `new`, both as tracked changes."""
        changes = _tracked_changes(paragraph.element)
        removed = etree.Element(paragraph.element.tag, _style_of(paragraph.element))
        for piece in held:
            if piece.attribute:
                _append(removed, piece.node, piece.attribute, _letters(piece, start, end))
            else:
                _append_whole(removed, piece.node)
        for piece in reversed(held):
            _cut(piece, start, end) if piece.attribute else _take_out(piece.node)
        deleted = self._region(changes, "deletion", "change", removed)[0]
        self._keep_within(changes, held[0].inside)
        marks: list[tuple[Element, str]] = [(deleted, "")]
        if new:
            begin, finish = self._region(changes, "insertion", "change-start", None)
            marks += [(begin, new), (finish, "")]
        for element, tail in reversed(marks):
            _put(held[0], start, element, tail)
        self.changes += 1

    def _region(self, changes: Element, kind: str, mark_name: str, removed: Element | None) -> tuple[Element, Element]:
        """A new entry in the list of changes; returns the marks that stand for its start and its end in the text."""
        name = self._free_name("change")
        region = etree.SubElement(changes, f"{TEXT}changed-region", {_XML_ID: name, f"{TEXT}id": name})
        inner = etree.SubElement(region, f"{TEXT}{kind}")
        info = etree.SubElement(inner, f"{OFFICE}change-info")
        self._stamp(info)
        if removed is not None:
            inner.append(removed)
        pointer = {f"{TEXT}change-id": name}
        return etree.Element(f"{TEXT}{mark_name}", pointer), etree.Element(f"{TEXT}change-end", pointer)

    def _keep_within(self, changes: Element, inside: str) -> None:
        """Say of what was taken out last that somebody else had put it in, so that it goes when that is rejected."""
        if not inside:
            return
        for region in changes:
            if inside in (region.get(_XML_ID), region.get(f"{TEXT}id")):
                for insertion in region.iterfind(f"{TEXT}insertion"):
                    changes[-1].append(copy.deepcopy(insertion))

    def _comment(self, paragraph: Paragraph, piece: Piece, start: int, note: str) -> None:
        self.touched.add(paragraph.part)
        comment = etree.Element(f"{OFFICE}annotation", {f"{OFFICE}name": self._free_name("note")})
        self._stamp(comment)
        for line in filter(None, note.split("\n")):
            etree.SubElement(comment, f"{TEXT}p").text = "".join(letter for letter in line if letter >= " ")
        _put(piece, start, comment, "")
        self.comments += 1

    def _stamp(self, element: Element) -> None:
        etree.SubElement(element, f"{{{_DC}}}creator").text = AUTHOR
        etree.SubElement(element, f"{{{_DC}}}date").text = self.when

    def _free_name(self, what: str) -> str:
        self.number += 1
        while (name := f"plainspeak-{what}-{self.number}") in self.taken:
            self.number += 1
        return name


def _written(paragraph: Paragraph, start: int, end: int) -> list[Piece]:
    """The pieces that hold the words from `start` to `end`; none where not all of them are a person's own words."""
    if end > paragraph.block.end:
        return []
    held = [
        piece
        for piece in paragraph.pieces
        if (piece.start < end and start < piece.end) or (piece.start == piece.end and start < piece.start < end)
    ]
    cut = any(not piece.attribute and (piece.start < start or end < piece.end) for piece in held)
    return [] if cut or not (held and held[0].attribute) or any(piece.fixed for piece in held) else held


def _letters(piece: Piece, start: int, end: int) -> str:
    """The letters of a piece that stand from `start` to `end`."""
    text = (piece.node.text if piece.attribute == "text" else piece.node.tail) or ""
    first, last = _bounds(piece, start, end)
    return text[first:last]


def _bounds(piece: Piece, start: int, end: int) -> tuple[int, int]:
    """Where in its text node the part of a piece from `start` to `end` stands."""
    if piece.until - piece.at != piece.end - piece.start:
        return piece.at, piece.until  # white space that counts as one space
    return piece.at + max(0, start - piece.start), piece.until - max(0, piece.end - end)


def _cut(piece: Piece, start: int, end: int) -> None:
    """Take the letters from `start` to `end` out of a text node."""
    first, last = _bounds(piece, start, end)
    text = (piece.node.text if piece.attribute == "text" else piece.node.tail) or ""
    setattr(piece.node, piece.attribute, text[:first] + text[last:])


def _take_out(element: Element) -> None:
    """Take an element out of the text; what follows it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _put(piece: Piece, start: int, element: Element, tail: str) -> None:
    """Put `element`, with `tail` after it, into a text node before the code point `start`."""
    node = piece.node
    text = (node.text if piece.attribute == "text" else node.tail) or ""
    at = _bounds(piece, start, piece.end)[0]
    element.tail = tail + text[at:]
    if piece.attribute == "text":
        node.text = text[:at]
        node.insert(0, element)
    else:
        node.tail = text[:at]
        parent = node.getparent()
        if parent is not None:
            parent.insert(parent.index(node) + 1, element)


def _append(removed: Element, node: Element, attribute: str, letters: str) -> None:
    """Add letters to the words that a change keeps, in the style that they have in the text."""
    holder = node if attribute == "text" else node.getparent()
    style = holder.get(_STYLE_NAME) if holder is not None and holder.tag == f"{TEXT}span" else None
    if style:
        etree.SubElement(removed, f"{TEXT}span", {_STYLE_NAME: style}).text = letters
    elif len(removed):
        removed[-1].tail = (removed[-1].tail or "") + letters
    else:
        removed.text = (removed.text or "") + letters


def _append_whole(removed: Element, element: Element) -> None:
    """Add an element such as a tab to the words that a change keeps."""
    kept = copy.deepcopy(element)
    kept.tail = None
    removed.append(kept)


def _style_of(paragraph: Element) -> dict[str, str]:
    names = (_STYLE_NAME, f"{TEXT}outline-level")
    return {name: str(paragraph.get(name)) for name in names if paragraph.get(name) is not None}


def _tracked_changes(paragraph: Element) -> Element:
    """The list of changes for the part of the document that a paragraph stands in; made where there is none."""
    body = next(one for one in paragraph.iterancestors() if one.tag == f"{OFFICE}text" or one.tag in HEADERS)
    changes = body.find(f"{TEXT}tracked-changes")
    if changes is None:
        changes = etree.Element(f"{TEXT}tracked-changes")
        body.insert(1 if len(body) and body[0].tag == f"{OFFICE}forms" else 0, changes)
    return changes
