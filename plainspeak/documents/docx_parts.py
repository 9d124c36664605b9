"""Word documents: their names in both dialects of the format, their parts and their styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plainspeak.documents.blocks import BlockKind
from plainspeak.documents.package import Element, Package

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",  # transitional: what Word writes
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # strict
)
_NAMES = (
    "body p r t tab ptab br cr noBreakHyphen softHyphen sym del ins moveFrom moveTo pPr rPr sectPr delText instrText "
    "delInstrText fldSimple fldChar hyperlink sdt sdtPr sdtContent smartTag tbl tc txbxContent footnote endnote "
    "lastRenderedPageBreak commentRangeStart commentRangeEnd commentReference footnoteReference endnoteReference "
    "comment pStyle rStyle numPr outlineLvl vanish framePr drawing pict object ruby rt rubyBase "
    "text dropDownList comboBox date dataBinding showingPlcHdr docPartObj altChunk"
).split()
_BEGINNINGS = tuple(f"{{{namespace}}}" for namespace in NAMESPACES)
_LOCAL = {f"{{{namespace}}}{name}": name for namespace in NAMESPACES for name in _NAMES}
_OFF = {"0", "false", "off"}
_PARTS: dict[str, BlockKind] = {"footnotes": "note", "endnotes": "note", "header": "header", "footer": "footer"}
_BODY_TEXT = "9"  # the outline level of what is no heading
_MOST_STYLES_DEEP = 20
_QUOTATIONS = ("quote", "quotation", "intense quote", "block text")


def local(element: Element) -> str:
    """The name of a WordprocessingML element without its namespace; "" for any other element."""
    return _LOCAL.get(element.tag, "")


def own(element: Element, name: str) -> str:
    """`name` with the WordprocessingML namespace that `element` has, or is written in."""
    while not element.tag.startswith(_BEGINNINGS):
        parent = element.getparent()
        if parent is None:
            return f"{_BEGINNINGS[0]}{name}"
        element = parent
    return f"{element.tag[: element.tag.index('}') + 1]}{name}"


def child(element: Element | None, name: str) -> Element | None:
    """The first child of this WordprocessingML name, or None."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of a WordprocessingML element, or "" where there is none."""
    return "" if element is None else element.get(own(element, name), "")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:vanish`` is there and on."""
    return element is not None and value(element) not in _OFF


class Part(NamedTuple):
    """One part of a document that holds text: what its paragraphs are and what it is called."""

    name: str
    kind: BlockKind
    called: str
    root: Element


def text_parts(package: Package) -> Iterator[Part]:
    """The parts with text: the body first, then footnotes, endnotes, headers and footers. Raises DocumentError."""
    main = main_part(package)
    root = package.xml(main)
    if child(root, "body") is None:
        raise package.damaged("it has no text in it where Word documents have theirs")
    yield Part(main, "paragraph", "", root)
    relations = sorted({(kind, target) for _, kind, target in package.relations(main) if kind in _PARTS})
    for wanted, kind in _PARTS.items():
        targets = [target for relation, target in relations if relation == wanted and target in package.names]
        for number, target in enumerate(targets, 1):
            called = f"{wanted} {number}" if wanted in ("header", "footer") and len(targets) > 1 else wanted
            yield Part(target, kind, called, package.xml(target))


def main_part(package: Package) -> str:
    """The name of the part that holds the body. Raises DocumentError."""
    main = next((target for _, kind, target in package.relations("") if kind == "officeDocument"), "")
    if main not in package.names:
        raise package.damaged("its text is missing")
    return main


class Styles(NamedTuple):
    """What the styles of a document say: the ids of those for headings, lists, quotations and hidden text."""

    headings: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    quotations: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


def styles_of(package: Package) -> Styles:
    """The styles of the document. One that is based on another is what that one is, where it does not say so itself."""
    part = next((target for _, kind, target in package.relations(main_part(package)) if kind == "styles"), "")
    if part not in package.names:
        return Styles()
    own_groups: dict[str, frozenset[str]] = {}
    based_on: dict[str, str] = {}
    for style in package.xml(part):
        style_id = style.get(own(style, "styleId"), "") if isinstance(style.tag, str) else ""
        if style_id:
            own_groups[style_id] = frozenset(_groups(style))
            based_on[style_id] = next((value_of_name(one) for one in style if str(one.tag).endswith("}basedOn")), "")
    found: dict[str, set[str]] = {group: set() for group in Styles._fields}
    for style_id in own_groups:
        for group in _inherited(style_id, own_groups, based_on) - {"shown"}:
            found[group].add(style_id)
    return Styles(**{group: frozenset(ids) for group, ids in found.items()})


def _inherited(style: str, groups: Mapping[str, frozenset[str]], based_on: Mapping[str, str]) -> frozenset[str]:
    """The groups of the nearest style, on the way from `style` to what it is based on, that says any."""
    for _ in range(_MOST_STYLES_DEEP):
        if style not in groups or groups[style]:
            break
        style = based_on[style]
    return groups.get(style, frozenset())


def _groups(style: Element) -> Iterator[str]:
    name, paragraph, run = "", None, None
    for one in style:
        match one.tag.rpartition("}")[2] if isinstance(one.tag, str) else "":
            case "name":
                name = value_of_name(one).lower()
            case "pPr":
                paragraph = one
            case "rPr":
                run = one
    if name.startswith("heading") or name in {"title", "subtitle"} or is_heading(paragraph):
        yield "headings"
    elif name.startswith("list ") or child(paragraph, "numPr") is not None:
        yield "lists"
    if name in _QUOTATIONS or name == "quotations":
        yield "quotations"
    if (vanish := child(run, "vanish")) is not None:
        yield "hidden" if is_on(vanish) else "shown"


def is_heading(properties: Element | None) -> bool:
    """Whether the properties of a paragraph, or of a style, give it a level in the outline."""
    level = child(properties, "outlineLvl")
    return level is not None and value(level) != _BODY_TEXT


def value_of_name(element: Element) -> str:
    """The ``val`` of an element whose own name is not among those known here."""
    return next((str(text) for key, text in element.attrib.items() if str(key).endswith("}val")), "")
