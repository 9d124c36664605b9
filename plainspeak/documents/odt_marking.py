"""OpenDocument texts marked up: a tracked change for each swap, and a comment that says why."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby

from lxml import etree

from plainspeak.documents.marking import AUTHOR, Marked, Propose, Remark, in_one_note, remarks_by_block
from plainspeak.documents.odt_names import OFFICE, STYLE_NAME, TEXT
from plainspeak.documents.odt_nodes import exchange, keep, put, put_before
from plainspeak.documents.odt_paragraphs import Piece, is_written
from plainspeak.documents.odt_reading import HEADERS, OdtText, Paragraph, read_odt
from plainspeak.documents.package import Element, Package, xml_bytes
from plainspeak.text.edits import Edit

_DC = "http://purl.org/dc/elements/1.1/"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def mark(data: bytes, path: str, propose: Propose) -> Marked:
    """A copy of the OpenDocument text that `data` is, with tracked changes and comments. Raises DocumentError."""
    odt = read_odt(Package(data, path))
    marker = _Marker(odt)
    wanted = remarks_by_block(propose(odt.content.text, odt.masks), odt.fixed, odt.content.blocks)
    for paragraph in odt.paragraphs:
        for remark in wanted[paragraph.block.start]:
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
        has_comment = paragraph.takes_comments and bool(remark.note)
        if remark.edit:
            comment = [(self._comment(remark.note), "")] if has_comment else []
            self._change(paragraph, remark.edit, comment)
            self.touched.add(paragraph.part)
        elif has_comment:
            self._hang(paragraph, remark.span.start, remark.note)
        if remark.note and not has_comment:
            self.elsewhere.append((paragraph.block.kind, remark.note))

    def tell_elsewhere(self) -> None:
        """Tell at the first paragraph what stands in places that take no comments."""
        home = next((one for one in self.odt.paragraphs if one.takes_comments), None)
        if home is None:
            self.left_out = max(0, len(self.elsewhere) - self.changes)
        elif self.elsewhere:
            self._hang(home, home.block.start, in_one_note(self.elsewhere))

    def _change(self, paragraph: Paragraph, edit: Edit, marks: list[tuple[Element, str]]) -> None:
        """Take out words and put in others, both as tracked changes; `marks` go before them.

        What is taken out is one change for each stretch that no change of somebody else begins, ends or stands in.
        """
        changes = _tracked_changes(paragraph.element)
        held = [piece for piece in paragraph.pieces if piece.start < edit.end and edit.start < piece.end]
        stretches = [list(stretch) for _, stretch in groupby(held, key=_by_others)]
        taken = [self._deletion(changes, paragraph.element, stretch, edit) for stretch in stretches]
        marks = [*marks, (taken[0], "")]
        if edit.replacement:
            begin, finish = self._region(changes, "insertion", "change-start", None)
            marks += [(begin, edit.replacement), (finish, "")]
        for stretch, deleted in reversed(list(zip(stretches[1:], taken[1:], strict=True))):
            exchange(stretch, edit, [(deleted, "")])
        exchange(stretches[0], edit, marks)
        self.changes += 1

    def _deletion(self, changes: Element, paragraph: Element, held: Sequence[Piece], edit: Edit) -> Element:
        """Keep the words of some pieces in the list of changes, as taken out; returns the mark that stands for them."""
        removed = etree.Element(paragraph.tag, _style_of(paragraph))
        for piece in held:
            keep(removed, piece, edit)
        deleted, _ = self._region(changes, "deletion", "change", removed)
        self._keep_within(changes, held[0].inside)
        return deleted

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

    def _hang(self, paragraph: Paragraph, at: int, note: str) -> None:
        """Hang a comment before the code point `at` of a paragraph; before the whole of a field that it stands in."""
        self.touched.add(paragraph.part)
        piece = next(one for one in paragraph.pieces if one.start <= at < one.end)
        if piece.attribute and not piece.fixed:
            put(piece, at, self._comment(note), "")
        else:
            put_before(_whole_field(piece, paragraph.element), self._comment(note), "")

    def _comment(self, note: str) -> Element:
        comment = etree.Element(f"{OFFICE}annotation", {f"{OFFICE}name": self._free_name("note")})
        self._stamp(comment)
        for line in filter(None, note.split("\n")):
            etree.SubElement(comment, f"{TEXT}p").text = "".join(letter for letter in line if letter >= " ")
        self.comments += 1
        return comment

    def _stamp(self, element: Element) -> None:
        etree.SubElement(element, f"{{{_DC}}}creator").text = AUTHOR
        etree.SubElement(element, f"{{{_DC}}}date").text = self.when

    def _free_name(self, what: str) -> str:
        self.number += 1
        while (name := f"plainspeak-{what}-{self.number}") in self.taken:
            self.number += 1
        return name


def _by_others(piece: Piece) -> tuple[str, int]:
    """What somebody else has changed where a piece stands."""
    return piece.inside, piece.deletions


def _whole_field(piece: Piece, paragraph: Element) -> Element:
    """The field that a piece stands in, with all that is round it and is no text of a person's own; or its own element."""
    parent = piece.node.getparent()
    inner = piece.node if piece.attribute != "tail" or parent is None else parent
    above = [one for one in inner.iterancestors() if one not in (paragraph, *paragraph.iterancestors())]
    return next((one for one in reversed([inner, *above]) if not is_written(one)), inner)


def _style_of(paragraph: Element) -> dict[str, str]:
    names = (STYLE_NAME, f"{TEXT}outline-level")
    return {name: str(paragraph.get(name)) for name in names if paragraph.get(name) is not None}


def _tracked_changes(paragraph: Element) -> Element:
    """The list of changes for the part of the document that a paragraph stands in; made where there is none."""
    body = next(one for one in paragraph.iterancestors() if one.tag == f"{OFFICE}text" or one.tag in HEADERS)
    changes = body.find(f"{TEXT}tracked-changes")
    if changes is None:
        changes = etree.Element(f"{TEXT}tracked-changes")
        body.insert(1 if len(body) and body[0].tag == f"{OFFICE}forms" else 0, changes)
    return changes
