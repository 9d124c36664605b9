"""Word documents: the text of each paragraph, with a way back to the runs that it is written in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from plainspeak.documents.blocks import Block, BlockKind, BlockText, Place
from plainspeak.documents.docx_embedded import NOT_READ, as_embedded, embedded
from plainspeak.documents.docx_fields import OpenFields
from plainspeak.documents.docx_paragraphs import is_by_a_frame, runs_on
from plainspeak.documents.docx_parts import (
    Part,
    Styles,
    child,
    is_heading,
    is_on,
    local,
    styles_of,
    text_parts,
    value,
)
from plainspeak.documents.drawn import drawn, is_told_twice
from plainspeak.documents.fixed import fixed_spans
from plainspeak.documents.package import Element, Package
from plainspeak.text.protected import Mask
from plainspeak.text.span import Span

_WITHOUT_TEXT = {"del", "moveFrom", "pPr", "rPr", "sectPr", "delText", "instrText", "delInstrText", "sdtPr", "rt"}
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
    "sym": "\ufffc",
}
# These may go with the words around them, but for the end of a page.
_TYPED = {"tab", "br", "cr", "noBreakHyphen", "softHyphen"}
_MARKS = {"footnoteReference", "endnoteReference", "commentReference", "drawing", "pict", "object"}
_FILLED_IN = ("text", "dropDownList", "comboBox", "date", "dataBinding", "showingPlcHdr")  # controls that are no prose


class Piece(NamedTuple):
    """The code points ``start <= i < end`` of the document's text, and the element that holds them.

    `fixed` ones are never changed: ends of pages, notes, and words that Word itself puts there.
    """

    start: int
    end: int
    node: Element
    fixed: bool = False

    def moved(self, by: int) -> Piece:
        """The same piece, `by` code points later."""
        return self._replace(start=self.start + by, end=self.end + by)


class Paragraph(NamedTuple):
    """A paragraph with words in it: its block, the part it stands in, and its pieces in order."""

    block: Block
    part: Part
    pieces: list[Piece]
    takes_comments: bool


@dataclass(slots=True)
class WordText:
    """What is read from a Word document: its text in blocks, its paragraphs and what in them is not the writer's."""

    package: Package
    parts: list[Part]
    content: BlockText = field(default_factory=BlockText)
    paragraphs: list[Paragraph] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def fixed(self) -> tuple[Span, ...]:
        """What is not changed where it stands, in text order."""
        return fixed_spans(piece for paragraph in self.paragraphs for piece in paragraph.pieces)


def read_docx(package: Package) -> WordText:
    """The text of a Word document. Raises DocumentError."""
    styles = styles_of(package)
    word = WordText(package, list(text_parts(package)))
    for part in word.parts:
        _PartReader(word, part, styles).read()
        _read_drawn(word, part)
    return word


def _read_drawn(word: WordText, part: Part) -> None:
    """The words of the diagrams and charts that belong to a part, which nobody changes from outside."""
    for what, text in drawn(word.package, part.name):
        start = word.content.add("text box", text, what)
        if start is not None:
            pieces = [Piece(start, start + len(text), part.root, fixed=True)]
            word.paragraphs.append(Paragraph(word.content.blocks[-1], part, pieces, takes_comments=False))


class _Where(NamedTuple):
    """What a paragraph stands in."""

    kind: BlockKind
    comments: bool


@dataclass(slots=True)
class _PartReader:
    """Reads one part.

    `fields` are those that are open. `running_on` is the beginning of a paragraph that the next element goes on with.
    `begins_control` is true where a content control has just begun.
    """

    word: WordText
    part: Part
    styles: Styles
    fields: OpenFields = field(default_factory=OpenFields)
    page: int = 0
    running_on: _RunReader | None = None
    begins_control: bool = False

    def read(self) -> None:
        is_body = self.part.kind == "paragraph"
        if is_body and next(self.part.root.iter("{*}lastRenderedPageBreak"), None) is not None:
            self.page = 1
        self._blocks(self.part.root, _Where(self.part.kind, is_body))

    def _blocks(self, parent: Element, where: _Where) -> None:
        for element in parent:
            if is_told_twice(element):
                continue
            match local(element):
                case "p":
                    self._paragraph(element, where)
                case "tc":
                    self._blocks(element, where._replace(kind="cell") if where.kind == "paragraph" else where)
                case "txbxContent":
                    self._blocks(element, _Where("text box", comments=False))
                case "altChunk":
                    self._embedded(element)
                case "sdt":
                    self.begins_control = child(child(element, "sdtPr"), "docPartObj") is None
                    self._blocks(element, where)
                case name if name not in _WITHOUT_TEXT and isinstance(element.tag, str):
                    self._blocks(element, where)

    def _embedded(self, element: Element) -> None:
        """Add a document that is kept in this one as it came, such as a web page. Nobody changes it from outside."""
        word = self.word
        document = embedded(word.package, self.part.name, element)
        if document is None:
            word.notices.append(NOT_READ)
            return
        before = len(word.content.blocks)
        begin = word.content.take_in(document.text, as_embedded(document))
        word.masks += (mask.moved(begin) for mask in document.masks)
        for block in word.content.blocks[before:]:
            pieces = [Piece(block.start, block.end, element, fixed=True)]
            word.paragraphs.append(Paragraph(block, self.part, pieces, takes_comments=False))

    def _paragraph(self, element: Element, where: _Where) -> None:
        run = self.running_on or _RunReader(self)
        if self.begins_control or self.fields.fill_in:  # LibreOffice loses words of such paragraphs that have marks
            run.takes_marks = self.begins_control = False
        if value(child(child(element, "pPr"), "pStyle")) not in self.styles.hidden:
            run.read(element, fixed=not run.takes_marks or is_by_a_frame(element))
        run.takes_marks = run.takes_marks and not self.fields.fill_in
        self.running_on = run if runs_on(element) else None
        if not self.running_on:
            where = where._replace(comments=where.comments and run.takes_marks)
            self._add(run, child(element, "pPr"), where)

    def _add(self, run: _RunReader, properties: Element | None, where: _Where) -> None:
        """Add a paragraph that is read to its end, and what hangs on it."""
        place: Place = {"page": run.page} if run.page else {}
        text = "".join(run.parts)
        kind = self._kind(properties, where.kind)
        start = self.word.content.add(kind, text, self.part.called, place)
        if start is not None:
            block = self.word.content.blocks[-1]
            pieces = [piece.moved(start) for piece in run.pieces]
            self.word.paragraphs.append(Paragraph(block, self.part, pieces, where.comments))
            if value(child(properties, "pStyle")) in self.styles.quotations:
                self.word.masks.append(Mask(block.start, block.end, "quotation"))
        for box in run.boxes:
            self._blocks(box, _Where("text box", comments=False))

    def _kind(self, properties: Element | None, kind: BlockKind) -> BlockKind:
        if kind != "paragraph" or properties is None:
            return kind
        style = value(child(properties, "pStyle"))
        if style in self.styles.headings or is_heading(properties):
            return "heading"
        if style in self.styles.lists or child(properties, "numPr") is not None:
            return "list item"
        return kind


@dataclass(slots=True)
class _RunReader:
    """Reads the runs of one paragraph.

    `boxes` are the text boxes that hang on it, `page` is where its words begin, and `takes_marks` says whether changes and
    comments may stand in it.
    """

    reader: _PartReader
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    length: int = 0
    page: int = 0
    takes_marks: bool = True

    def read(self, parent: Element, *, fixed: bool) -> None:
        """Read what is in `parent`. Words that stand in no run are `fixed`, as they cannot be cut."""
        fixed_text = fixed or local(parent) != "r"
        for element in parent:
            name = local(element)
            if name == "t":
                self._text(element, element.text or "", fixed=fixed_text)
            elif name in _CHARACTERS:
                typed = name in _TYPED and value(element, "type") in ("", "textWrapping")
                self._text(element, _CHARACTERS[name], fixed=fixed_text or not typed)
            elif name == "r":
                self._run(element, fixed=fixed)
            elif name == "fldChar":
                self.reader.fields.step(value(element, "fldCharType"))
            elif name == "instrText":
                self.reader.fields.code(element.text or "")
            elif name == "lastRenderedPageBreak":
                self.reader.page += bool(self.reader.page)
            elif name == "txbxContent":
                self.boxes.append(element)
            else:
                self._other(element, name, fixed=fixed)

    def _other(self, element: Element, name: str, *, fixed: bool) -> None:
        if name in _WITHOUT_TEXT or not isinstance(element.tag, str):
            return
        if is_told_twice(element):
            return
        if name in _MARKS:
            self.pieces.append(Piece(self.length, self.length, element, fixed=True))
        is_filled_in = name == "sdt" and any(child(child(element, "sdtPr"), kind) is not None for kind in _FILLED_IN)
        self.read(element, fixed=fixed or is_filled_in or name == "fldSimple")

    def _run(self, run: Element, *, fixed: bool) -> None:
        properties = child(run, "rPr")
        if properties is not None and len(properties):
            hidden = (
                is_on(child(properties, "vanish")) or value(child(properties, "rStyle")) in self.reader.styles.hidden
            )
            if hidden and next(run.iter("{*}fldChar"), None) is None:
                return
        self.read(run, fixed=fixed)

    def _text(self, element: Element, text: str, *, fixed: bool) -> None:
        fields = self.reader.fields
        if not text or fields.hide:
            return
        self.page = self.page if self.parts else self.reader.page
        self.parts.append(text)
        self.pieces.append(Piece(self.length, self.length + len(text), element, fixed or fields.fill_in))
        self.length += len(text)
