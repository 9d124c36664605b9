"""PowerPoint presentations (.pptx): the words on each slide, in its diagrams and charts, and the notes that go with it."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.documents.blocks import BlockKind, BlockText
from plainspeak.documents.document import Document
from plainspeak.documents.drawn import FALLBACK, drawn, is_told_twice
from plainspeak.documents.package import Element, Package

_RELATION_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_MADE_BY_POWERPOINT = {"sldNum", "dt", "ftr", "hdr", "sldImg"}


def document(data: bytes, path: str) -> Document:
    """The presentation that `data` is. Raises DocumentError."""
    package = Package(data, path)
    content = BlockText()
    for number, slide in enumerate(_slides(package), 1):
        for shape_kind, text in _paragraphs(package.xml(slide)):
            content.add(shape_kind, text, place={"slide": number})
        for _, text in drawn(package, slide):
            content.add("text box", text, place={"slide": number})
        for _, kind, target in package.relations(slide):
            if kind == "notesSlide" and target in package.names:
                for _, text in _paragraphs(package.xml(target)):
                    content.add("slide note", text, place={"slide": number})
    return Document(path, "pptx", content.text, blocks=tuple(content.blocks))


def _slides(package: Package) -> Iterator[str]:
    """The parts of the slides, in the order in which they are shown; hidden ones too."""
    main = next((target for _, kind, target in package.relations("") if kind == "officeDocument"), "")
    if main not in package.names:
        raise package.damaged("its slides are missing")
    targets = {relation: target for relation, _, target in package.relations(main)}
    for slide in package.xml(main).iter("{*}sldId"):
        relation = next((slide.get(name) for name in _RELATION_IDS if slide.get(name)), "")
        if (target := targets.get(relation or "", "")) in package.names:
            yield target


def _paragraphs(root: Element) -> Iterator[tuple[BlockKind, str]]:
    """The paragraphs of a slide: what kind each is, and its text."""
    for paragraph in root.iter("{*}p"):
        holder = next(paragraph.iterancestors("{*}sp", "{*}tc"), None)
        place = next(holder.iter("{*}ph"), None) if holder is not None else None
        role = place.get("type", "") if place is not None else ""
        if role in _MADE_BY_POWERPOINT or any(map(is_told_twice, paragraph.iterancestors(FALLBACK))):
            continue
        kind: BlockKind = "paragraph"
        if role in ("title", "ctrTitle", "subTitle"):
            kind = "heading"
        elif holder is not None and str(holder.tag).endswith("}tc"):
            kind = "cell"
        yield kind, "".join(_letters(paragraph))


def _letters(paragraph: Element) -> Iterator[str]:
    for run in paragraph:
        name = str(run.tag).rpartition("}")[2]
        if name == "br":
            yield "\n"
        elif name in ("r", "fld"):
            yield from (text.text or "" for text in run.iter("{*}t"))
