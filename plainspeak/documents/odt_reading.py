"""OpenDocument texts (.odt): the text of each paragraph, with a way back to the text nodes that hold it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from plainspeak.documents.blocks import Block, BlockKind, BlockText
from plainspeak.documents.package import Element, Package
from plainspeak.errors import DocumentError
from plainspeak.text.protected import Mask

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TEXT, TABLE, DRAW = (
    f"{{{_BASE}{name}:1.0}}" for name in ("office", "style", "text", "table", "drawing")
)
CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
PARAGRAPHS = {TEXT + "p", TEXT + "h"}
_WITHOUT_TEXT = {
    *(
        TEXT + name
        for name in ("tracked-changes", "hidden-text", "hidden-paragraph", "note-citation", "ruby-text", "script")
    ),
    *(TEXT + name for name in ("table-of-content", "alphabetical-index", "illustration-index", "table-index")),
    *(TEXT + name for name in ("object-index", "user-index", "bibliography", "sequence-decls", "variable-decls")),
    *(OFFICE + name for name in ("annotation", "annotation-end", "forms")),
}
_WRITTEN = {TEXT + name for name in ("span", "a", "meta", "ruby", "ruby-base", "p", "h")}  # what a person writes in
_MARKS = {  # what may stand between two letters and is no text
    *(TEXT + name for name in ("bookmark", "bookmark-start", "bookmark-end", "reference-mark", "soft-page-break")),
    *(TEXT + name for name in ("reference-mark-start", "reference-mark-end", "change", "change-start", "change-end")),
    *(TEXT + name for name in ("toc-mark", "toc-mark-start", "toc-mark-end")),
}
HEADERS = {STYLE + f"{kind}{which}": kind for kind in ("header", "footer") for which in ("", "-left", "-first")}
_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1000


class Piece(NamedTuple):
    """The code points ``start <= i < end`` of the document's text, and the text node that holds them.

    The node is the `attribute` ("text" or "tail") of `node`, and they stand in it from `at` to `until`; with no attribute it
    is `node` itself, such as a tab. `fixed` ones are never changed: fields and notes. `inside` is the id of the tracked
    insertion that they belong to, or "".
    """

    start: int
    end: int
    node: Element
    attribute: str = ""
    at: int = 0
    until: int = 0
    fixed: bool = False
    inside: str = ""


class Paragraph(NamedTuple):
    """A paragraph with words in it: its block, its element, and its pieces in order."""

    block: Block
    element: Element
    pieces: list[Piece]
    part: str
    takes_comments: bool


class _Styles(NamedTuple):
    """The names of the styles whose text is hidden, and of those for quotations."""

    hidden: frozenset[str]
    quotations: frozenset[str]


@dataclass(slots=True)
class OdtText:
    """What is read from an OpenDocument text."""

    package: Package
    roots: dict[str, Element]
    content: BlockText = field(default_factory=BlockText)
    paragraphs: list[Paragraph] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)


def read_odt(package: Package) -> OdtText:
    """The text of an OpenDocument text. Raises DocumentError."""
    if MANIFEST in package.names and b"encryption-data" in package.read(MANIFEST):
        raise DocumentError(f"{package.name} is protected with a password.", "Save it without one, and check that.")
    roots = {part: package.xml(part) for part in (CONTENT, STYLES) if part == CONTENT or part in package.names}
    body = roots[CONTENT].find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise package.damaged("it has no text in it where OpenDocument texts have theirs")
    odt = OdtText(package, roots)
    reader = _Reader(odt, _styles_of(roots))
    reader.blocks(body, _Where("paragraph", "", CONTENT, comments=True))
    for called, note in reader.notes:
        reader.blocks(note, _Where("note", called, CONTENT))
    for master in roots[STYLES].iter(STYLE + "master-page") if STYLES in roots else ():
        for child in master:
            kind = HEADERS.get(child.tag)
            if kind and child.get(STYLE + "display") != "false":
                reader.blocks(child, _Where("header" if kind == "header" else "footer", kind, STYLES))
    return odt


def _styles_of(roots: dict[str, Element]) -> _Styles:
    parents: dict[str, str] = {}
    hidden: set[str] = set()
    for root in roots.values():
        for style in root.iter(STYLE + "style"):
            name = style.get(STYLE + "name", "")
            parents[name] = style.get(STYLE + "parent-style-name", "")
            properties = style.find(STYLE + "text-properties")
            if properties is not None and properties.get(TEXT + "display") == "none":
                hidden.add(name)
    quotations = {name for name, parent in parents.items() if "Quotations" in (name, parent)}
    return _Styles(frozenset(hidden), frozenset(quotations))


class _Where(NamedTuple):
    """What a paragraph stands in."""

    kind: BlockKind
    called: str
    part: str
    comments: bool = False


@dataclass(slots=True)
class _Reader:
    """Reads one document. `notes` are the notes met so far, each with what its part is called."""

    odt: OdtText
    styles: _Styles
    notes: list[tuple[str, Element]] = field(default_factory=list)
    open_changes: list[str] = field(default_factory=list)

    def blocks(self, parent: Element, where: _Where) -> None:
        """Read the blocks in `parent`."""
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _WITHOUT_TEXT:
                continue
            if tag in PARAGRAPHS:
                self._paragraph(element, where)
            elif tag.startswith(DRAW):
                self.blocks(element, where._replace(kind="text box", comments=False))
            elif tag == TEXT + "list-item" and where.kind == "paragraph":
                self.blocks(element, where._replace(kind="list item"))
            elif tag == TABLE + "table-cell" and where.kind in ("paragraph", "list item"):
                self.blocks(element, where._replace(kind="cell"))
            else:
                self.blocks(element, where)

    def _paragraph(self, element: Element, where: _Where) -> None:
        nodes = _Nodes(self.styles.hidden, self.open_changes)
        if element.get(TEXT + "style-name") not in self.styles.hidden:
            nodes.read(element, fixed=False)
        kind: BlockKind = "heading" if element.tag == TEXT + "h" and where.kind == "paragraph" else where.kind
        text = "".join(nodes.parts).rstrip(" ")
        content = self.odt.content
        start = content.add(kind, text, where.called)
        if start is not None:
            block = content.blocks[-1]
            pieces = [piece._replace(start=piece.start + start, end=piece.end + start) for piece in nodes.pieces]
            self.odt.paragraphs.append(Paragraph(block, element, pieces, where.part, where.comments))
            if element.get(TEXT + "style-name") in self.styles.quotations:
                self.odt.masks.append(Mask(block.start, block.end, "quotation"))
        for box in nodes.boxes:
            self.blocks(box, where._replace(kind="text box", comments=False))
        self.notes += nodes.notes


@dataclass(slots=True)
class _Nodes:
    """Reads the text nodes of one paragraph. `boxes` are the frames that hang on it, `open_changes` may hold many paragraphs."""

    hidden: frozenset[str]
    open_changes: list[str]
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, Element]] = field(default_factory=list)
    length: int = 0

    def read(self, element: Element, *, fixed: bool) -> None:
        """Read what is in `element`."""
        self._node(element, "text", fixed=fixed)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, fixed=fixed)
            self._node(child, "tail", fixed=fixed)

    def _child(self, child: Element, *, fixed: bool) -> None:
        tag = child.tag
        if tag == TEXT + "s":
            count = child.get(TEXT + "c", "1")
            self._whole(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES), child, fixed=fixed)
        elif tag == TEXT + "tab":
            self._whole("\t", child, fixed=fixed)
        elif tag == TEXT + "line-break":
            self._whole("\n", child, fixed=fixed)
        elif tag == TEXT + "note":
            self._whole("", child)
            self.notes.append((f"{child.get(TEXT + 'note-class', 'footnote')}s", child))
        elif tag.startswith(DRAW):
            self._whole("", child)
            self.boxes.append(child)
        elif tag in _WITHOUT_TEXT or tag in _MARKS or child.get(TEXT + "style-name") in self.hidden:
            self._mark(child)
        else:
            self.read(child, fixed=fixed or tag not in _WRITTEN)

    def _mark(self, child: Element) -> None:
        """What stands between two letters, and what is not seen."""
        change = child.get(TEXT + "change-id", "")
        if child.tag == TEXT + "change-start":
            self.open_changes.append(change)
        elif child.tag == TEXT + "change-end":
            self.open_changes[:] = [one for one in self.open_changes if one != change]
        elif child.tag not in _MARKS:
            self._whole("", child)

    def _whole(self, text: str, element: Element, *, fixed: bool = True) -> None:
        """An element that stands for `text` as a whole."""
        self.pieces.append(Piece(self.length, self.length + len(text), element, fixed=fixed))
        self.parts += [text] if text else []
        self.length += len(text)

    def _node(self, node: Element, attribute: str, *, fixed: bool) -> None:
        """A text node, in which white space counts as one space, and as none at the start of the paragraph."""
        text = node.text if attribute == "text" else node.tail
        if not text:
            return
        at = 0
        for white in _WHITE.finditer(text):
            start = white.start()
            before = text[start - 1] if start > at else self.parts[-1][-1] if self.parts else " "
            if white[0] == " " and before != " ":
                continue
            self._add(text[at:start], node, attribute, at, start, fixed=fixed)
            if before != " ":
                self._add(" ", node, attribute, *white.span(), fixed=fixed)
            at = white.end()
        self._add(text[at:], node, attribute, at, len(text), fixed=fixed)

    def _add(self, text: str, node: Element, attribute: str, at: int, until: int, *, fixed: bool) -> None:
        if text:
            inside = self.open_changes[-1] if self.open_changes else ""
            self.pieces.append(Piece(self.length, self.length + len(text), node, attribute, at, until, fixed, inside))
            self.parts.append(text)
            self.length += len(text)
