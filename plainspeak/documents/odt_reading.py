"""OpenDocument texts (.odt): their paragraphs, in the body and in notes, headers, footers and charts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from plainspeak.documents.blocks import Block, BlockKind, BlockText
from plainspeak.documents.fixed import fixed_spans
from plainspeak.documents.odt_charts import chart_words
from plainspeak.documents.odt_names import CONTENT, DRAW, MANIFEST, OFFICE, STYLE, STYLE_NAME, STYLES, TABLE, TEXT
from plainspeak.documents.odt_paragraphs import WITHOUT_TEXT, Nodes, Piece, is_hidden_part
from plainspeak.documents.package import Element, Package
from plainspeak.errors import DocumentError
from plainspeak.text.protected import Mask
from plainspeak.text.span import Span

PARAGRAPHS = {TEXT + "p", TEXT + "h"}
HEADERS = {STYLE + f"{kind}{which}": kind for kind in ("header", "footer") for which in ("", "-left", "-first")}


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

    @property
    def fixed(self) -> tuple[Span, ...]:
        """What is not changed where it stands, in text order."""
        return fixed_spans(piece for paragraph in self.paragraphs for piece in paragraph.pieces)


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
    for words in chart_words(package, body):
        reader.drawn(words, body)
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
            if not isinstance(tag, str) or tag in WITHOUT_TEXT or is_hidden_part(element):
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

    def drawn(self, words: str, body: Element) -> None:
        """Add words of a chart, which nobody changes from outside."""
        start = self.odt.content.add("text box", words, "chart")
        if start is not None:
            block = self.odt.content.blocks[-1]
            pieces = [Piece(start, block.end, body, fixed=True)]
            self.odt.paragraphs.append(Paragraph(block, body, pieces, CONTENT, takes_comments=False))

    def _paragraph(self, element: Element, where: _Where) -> None:
        nodes = Nodes(self.styles.hidden, self.open_changes)
        if element.get(STYLE_NAME) not in self.styles.hidden:
            nodes.read(element, fixed=False)
        kind: BlockKind = "heading" if element.tag == TEXT + "h" and where.kind == "paragraph" else where.kind
        text = "" if nodes.is_hidden else "".join(nodes.parts).rstrip(" ")
        content = self.odt.content
        start = content.add(kind, text, where.called)
        if start is not None:
            block = content.blocks[-1]
            pieces = [piece._replace(start=piece.start + start, end=piece.end + start) for piece in nodes.pieces]
            self.odt.paragraphs.append(Paragraph(block, element, pieces, where.part, where.comments))
            if element.get(STYLE_NAME) in self.styles.quotations:
                self.odt.masks.append(Mask(block.start, block.end, "quotation"))
        for box in nodes.boxes:
            self.blocks(box, where._replace(kind="text box", comments=False))
        self.notes += nodes.notes
