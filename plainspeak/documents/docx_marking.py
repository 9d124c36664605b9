"""Word documents marked up: a tracked change for each swap, and a comment that says why."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree

from plainspeak.documents.docx_parts import NAMESPACES, main_part, own, value
from plainspeak.documents.docx_reading import Paragraph, Piece, WordText, read_docx
from plainspeak.documents.docx_runs import delete, forget_own, insert, isolated
from plainspeak.documents.drawn import CHOICE, FALLBACK
from plainspeak.documents.marking import AUTHOR, Marked, Propose, Remark, in_one_note, remarks_by_block
from plainspeak.documents.package import Element, Package, joined, xml_bytes

_INITIALS = "ps"
_TYPES = "[Content_Types].xml"
_COMMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
# What has a number. LibreOffice loses footnotes where comments have numbers as low as theirs, so those of notes count too.
_NUMBERED = tuple(f"{{*}}{name}" for name in "ins del moveFrom moveTo comment footnote endnote".split())
_DIGITS = 10  # of a number that is too large for Word
_RELATIONS = {  # for each dialect, where the name of the relation to the comments begins
    NAMESPACES[0]: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    NAMESPACES[1]: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def mark(data: bytes, path: str, propose: Propose) -> Marked:
    """A copy of the Word document that `data` is, with tracked changes and comments. Raises DocumentError."""
    word = read_docx(Package(data, path))
    marker = _Marker(word)
    wanted = remarks_by_block(propose(word.content.text, word.masks), word.fixed, word.content.blocks)
    for paragraph in word.paragraphs:
        for remark in wanted[paragraph.block.start]:
            marker.show(paragraph, remark)
    marker.tell_elsewhere()
    return Marked(
        word.package.copy(dict(marker.changed_parts())), marker.changes, len(marker.comments), marker.left_out
    )


@dataclass(slots=True)
class _Marker:
    """Marks one document. What stands later in a paragraph is marked first, so that earlier places stay true."""

    word: WordText
    changes: int = 0
    left_out: int = 0
    elsewhere: list[tuple[str, str]] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    boxes: list[Element] = field(default_factory=list)
    when: str = field(default_factory=lambda: datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    next_id: int = 0

    def __post_init__(self) -> None:
        roots = [part.root for part in self.word.parts]
        if self._comments_part() in self.word.package.names:
            roots.append(self.word.package.xml(self._comments_part()))
        numbers = (one.get(own(one, "id"), "") for root in roots for one in root.iter(*_NUMBERED))
        self.next_id = (
            max((int(number) for number in numbers if number.isdecimal() and len(number) < _DIGITS), default=0) + 1
        )

    def show(self, paragraph: Paragraph, remark: Remark) -> None:
        """Show one remark in its paragraph, as far as the place allows."""
        edit = remark.edit
        if edit and paragraph.block.kind == "text box":
            content = own(paragraph.part.root, "txbxContent")
            self.boxes += (one for one in paragraph.pieces[0].node.iterancestors(content))
        if edit:
            runs = isolated(paragraph.pieces, edit.start, edit.end)
            first = runs[0]
            delete(runs, [self._stamp(runs[0]) for _ in runs])
            last = insert(runs, edit.replacement, self._stamp(first)) if edit.replacement else runs[-1]
            self.changes += 1
            self._comment(paragraph, first, last, remark.note)
            forget_own(runs, AUTHOR)
            self.touched.add(paragraph.part.name)
        elif paragraph.takes_comments:
            held = [one for one in paragraph.pieces if one.start < remark.span.end and remark.span.start < one.end]
            self._comment(paragraph, *_whole_fields(held), remark.note)
        if not paragraph.takes_comments and remark.note:
            self.elsewhere.append((paragraph.block.kind, remark.note))

    def tell_elsewhere(self) -> None:
        """Tell at the first paragraph what stands in places that take no comments."""
        first = next((one for one in self.word.paragraphs if one.takes_comments), None)
        if not first:
            self.left_out = max(0, len(self.elsewhere) - self.changes)
        elif self.elsewhere:
            self._comment(first, *_whole_fields(first.pieces[:1]), in_one_note(self.elsewhere))

    def _stamp(self, near: Element) -> dict[str, str]:
        """The attributes that say who made a change, and when."""
        self.next_id += 1
        return {own(near, "id"): str(self.next_id), own(near, "author"): AUTHOR, own(near, "date"): self.when}

    def _comment(self, paragraph: Paragraph, first: Element, last: Element, note: str) -> None:
        """Hang a comment on the stretch from `first` to `last`; a place that takes none goes without."""
        if not (paragraph.takes_comments and note):
            return
        self.touched.add(paragraph.part.name)
        self.next_id += 1
        number = {own(first, "id"): str(self.next_id)}
        begin, finish = _outermost(first), _outermost(last)
        begin.addprevious(etree.Element(own(begin, "commentRangeStart"), number))
        end = etree.Element(own(finish, "commentRangeEnd"), number)
        finish.addnext(end)
        run = etree.Element(own(finish, "r"))
        etree.SubElement(run, own(finish, "commentReference"), number)
        end.addnext(run)
        self.comments.append((str(self.next_id), note))

    def changed_parts(self) -> Iterator[tuple[str, bytes]]:
        """The parts that are no longer as they were, as they are written back."""
        for box in dict.fromkeys(self.boxes):
            _tell_twice(box)
        for part in self.word.parts:
            if part.name in self.touched:
                yield part.name, xml_bytes(part.root)
        if self.comments:
            yield from self._parts_for_comments()

    # -- comments ------------------------------------------------------------------------------------------------------

    def _comments_part(self) -> str:
        package, main = self.word.package, main_part(self.word.package)
        return next((target for _, kind, target in package.relations(main) if kind == "comments"), "")

    def _parts_for_comments(self) -> Iterator[tuple[str, bytes]]:
        """The part with the comments, and what makes it known to the document when there was none."""
        package, main = self.word.package, main_part(self.word.package)
        namespace = str(self.word.parts[0].root.tag)[1:].partition("}")[0]
        part = self._comments_part()
        if part in package.names:
            root = package.xml(part)
        else:
            part = _free_name(package, joined(main.rpartition("/")[0], "comments.xml"))
            root = etree.Element(f"{{{namespace}}}comments", nsmap={"w": namespace})
            yield from self._made_known(package, main, part, namespace)
        for number, note in sorted(self.comments, key=lambda comment: int(comment[0])):
            root.append(self._comment_element(f"{{{namespace}}}", number, note))
        yield part, xml_bytes(root)

    def _comment_element(self, w: str, number: str, note: str) -> Element:
        who = {f"{w}id": number, f"{w}author": AUTHOR, f"{w}date": self.when, f"{w}initials": _INITIALS}
        comment = etree.Element(f"{w}comment", who)
        for line in filter(None, note.split("\n")):
            run = etree.SubElement(etree.SubElement(comment, f"{w}p"), f"{w}r")
            etree.SubElement(run, f"{w}t").text = _writable(line)
        return comment

    def _made_known(self, package: Package, main: str, part: str, namespace: str) -> Iterator[tuple[str, bytes]]:
        types = package.xml(_TYPES)
        known = f"{str(types.tag).partition('}')[0]}}}Override"
        etree.SubElement(types, known, {"PartName": f"/{part}", "ContentType": _COMMENT_TYPE})
        yield _TYPES, xml_bytes(types)
        folder, _, name = main.rpartition("/")
        where = joined(folder, f"_rels/{name}.rels")
        package_relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        if where in package.names:
            relations = package.xml(where)
        else:
            relations = etree.fromstring(f'<Relationships xmlns="{package_relations}"/>')
        taken = {relation.get("Id") for relation in relations}
        relation_id = next(name for number in range(len(taken) + 1) if (name := f"rIdPlainspeak{number}") not in taken)
        kind = f"{_RELATIONS[namespace]}/comments"
        etree.SubElement(
            relations,
            f"{{{package_relations}}}Relationship",
            {"Id": relation_id, "Type": kind, "Target": f"/{part}"},
        )
        yield where, xml_bytes(relations)


def _tell_twice(box: Element) -> None:
    """Put the text of a text box into its twin, which is there for older programs."""
    choice = next((one for one in box.iterancestors(CHOICE)), None)
    twin = next((one for one in choice.itersiblings(FALLBACK)), None) if choice is not None else None
    if choice is None or twin is None:
        return
    boxes, twins = (list(one.iter(str(box.tag))) for one in (choice, twin))
    if len(boxes) == len(twins):
        twins[boxes.index(box)][:] = [copy.deepcopy(one) for one in box]


def _outermost(element: Element) -> Element:
    """The child of the paragraph that holds `element`."""
    paragraph = own(element, "p")
    parent = element.getparent()
    while parent is not None and parent.tag != paragraph:
        element, parent = parent, parent.getparent()
    return element


def _whole_fields(pieces: Sequence[Piece]) -> tuple[Element, Element]:
    """The elements that hold `pieces` from first to last, and all of a field that they stand in.

    A comment inside a field would be taken for a part of what the field says.
    """
    first, last = _outermost(pieces[0].node), _outermost(pieces[-1].node)
    if any(piece.fixed for piece in pieces):
        first = _outermost_end(first, first.itersiblings(preceding=True), "begin")
        last = _outermost_end(last, last.itersiblings(), "end")
    return first, last


def _outermost_end(element: Element, beyond: Iterable[Element], step: str) -> Element:
    """The furthest of the elements `beyond` where a field ends ("begin" or "end") that `element` stands in; else itself."""
    inner = 0
    for one in beyond:
        steps = [value(char, "fldCharType") for char in one.iter(own(one, "fldChar"))]
        for found in reversed(steps) if step == "begin" else steps:
            if found in ("begin", "end"):
                inner += -1 if found == step else 1
        if inner < 0:
            element, inner = one, 0
    return element


def _free_name(package: Package, name: str) -> str:
    stem = name.removesuffix(".xml")
    number = 0
    while name in package.names:
        number += 1
        name = f"{stem}{number}.xml"
    return name


def _writable(text: str) -> str:
    """The text without the control characters that XML does not have."""
    return "".join(letter for letter in text if letter >= " " or letter == "\t")
