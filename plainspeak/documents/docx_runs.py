"""The runs of a Word paragraph: cutting them, and wrapping them as tracked changes."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from plainspeak.documents.docx_parts import child, local, own, value
from plainspeak.documents.docx_reading import Piece
from plainspeak.documents.package import Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_INSERTED = {"ins", "moveTo"}


def isolated(pieces: Sequence[Piece], start: int, end: int) -> list[Element]:
    """The runs that hold just the words from `start` to `end`; runs that hold more are cut.

    `pieces` are those of the paragraph. What stands before `start` keeps its elements.
    """
    held = [piece for piece in pieces if piece.start < end and start < piece.end]
    last, first = held[-1], held[0]
    _cut(last.node, end - last.start)
    begin = _cut(first.node, start - first.start)
    nodes = [begin, *(piece.node for piece in held[1:])]
    return list(dict.fromkeys(_run_of(node) for node in nodes))


def _cut(node: Element, at: int) -> Element:
    """Cut the run of `node`, a text or one character, before its letter `at`; returns the element that holds what follows."""
    run = _run_of(node)
    text = (node.text or "") if local(node) == "t" else " "
    inside = list(run)
    number = inside.index(node)
    before = [one for one in inside[:number] if local(one) != "rPr"]
    if at == 0 and not before:
        return node
    if at == len(text) and number == len(inside) - 1:
        return node
    rest = etree.Element(run.tag, _attributes(run))
    properties = child(run, "rPr")
    if properties is not None:
        rest.append(copy.deepcopy(properties))
    moved = node
    if 0 < at < len(text):
        node.text = text[:at]
        node.set(_SPACE, "preserve")
        moved = etree.SubElement(rest, node.tag)
        moved.text = text[at:]
        moved.set(_SPACE, "preserve")
    for one in inside[number + bool(at) :]:
        rest.append(one)
    run.addnext(rest)
    return moved


def _attributes(element: Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _run_of(node: Element) -> Element:
    run = node.getparent()
    if run is None or local(run) != "r":
        raise ValueError("a text that stands in no run")
    return run


def delete(runs: Sequence[Element], stamps: Sequence[dict[str, str]]) -> None:
    """Mark the words of `runs` as deleted; each of `stamps` says who and when, for one run."""
    for run, stamp in zip(runs, stamps, strict=True):
        deleted = etree.Element(own(run, "del"), stamp)
        run.addprevious(deleted)
        deleted.append(run)
        for text in run:
            if local(text) == "t":
                text.tag = own(run, "delText")
                text.set(_SPACE, "preserve")


def insert(after: Sequence[Element], text: str, stamp: dict[str, str]) -> Element:
    """Mark `text` as inserted after the deleted runs `after`, in the letters of the first; returns its element."""
    first = after[0]
    inserted = etree.Element(own(first, "ins"), stamp)
    run = etree.SubElement(inserted, own(first, "r"))
    properties = child(first, "rPr")
    if properties is not None:
        run.append(copy.deepcopy(properties))
    words = etree.SubElement(run, own(first, "t"))
    words.text = text
    words.set(_SPACE, "preserve")
    parents = [one.getparent() for one in after]  # the deleted runs stand in an element of their own by now
    beside = [one for one in parents if one is not None and one.getparent() is parents[0].getparent()]  # type: ignore[union-attr]  # never None
    _put_outside(beside[-1], inserted)
    return inserted


def forget_own(runs: Sequence[Element], author: str) -> None:
    """Drop what is deleted out of an insertion of the same `author`, which only leaves the insertion shorter."""
    for run in runs:
        deleted = run.getparent()
        inserted = deleted.getparent() if deleted is not None else None
        if deleted is None or inserted is None or local(inserted) != "ins" or value(inserted, "author") != author:
            continue
        inserted.remove(deleted)
        holder = inserted.getparent()
        if holder is not None and not len(inserted):
            holder.remove(inserted)


def _put_outside(after: Element, inserted: Element) -> None:
    """Put `inserted` after an element, and outside an insertion that is there already: one may not hold another."""
    parent = after.getparent()
    while parent is not None and local(parent) in _INSERTED:
        rest = etree.Element(parent.tag, _attributes(parent))
        for one in list(after.itersiblings()):
            rest.append(one)
        if len(rest):
            parent.addnext(rest)
        after, parent = parent, parent.getparent()
    after.addnext(inserted)
