"""The text nodes of an OpenDocument paragraph: cutting them, keeping what was cut, and putting marks between them."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from plainspeak.documents.odt_names import STYLE_NAME, TEXT
from plainspeak.documents.odt_paragraphs import Piece
from plainspeak.documents.package import Element
from plainspeak.text.edits import Edit

_COUNT = TEXT + "c"


def keep(removed: Element, piece: Piece, edit: Edit) -> None:
    """Add what an edit takes out of a piece to the words that a change keeps."""
    if piece.attribute:
        _keep_letters(removed, piece.node, piece.attribute, _letters(piece, edit.start, edit.end))
    else:
        _keep_element(removed, piece.node, _covered(piece, edit))


def exchange(held: Sequence[Piece], edit: Edit, marks: Sequence[tuple[Element, str]]) -> None:
    """Take the words of an edit out of the pieces that hold them, and put `marks` there, each with what stands after it."""
    first = held[0]
    if not first.attribute:
        _split(first.node, edit.start - first.start)
        for mark, tail in marks:
            put_before(first.node, mark, tail)
    for piece in reversed(held):
        _cut(piece, edit.start, edit.end) if piece.attribute else _take_out(piece.node, _covered(piece, edit))
    for mark, tail in reversed(marks) if first.attribute else ():
        put(first, max(edit.start, first.start), mark, tail)


def _split(spaces: Element, count: int) -> None:
    """Put the first `count` of the spaces that an element stands for into one of their own before it."""
    if count > 0:
        put_before(spaces, etree.Element(spaces.tag, {_COUNT: str(count)}), "")
        spaces.set(_COUNT, str(_spaces(spaces) - count))


def _covered(piece: Piece, edit: Edit) -> int:
    """How many letters of a piece an edit covers."""
    return min(piece.end, edit.end) - max(piece.start, edit.start)


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


def _take_out(element: Element, count: int) -> None:
    """Take an element out of the text, or so many of the spaces that it stands for; what follows it stays."""
    spaces = _spaces(element)
    if count < spaces:
        element.set(_COUNT, str(spaces - count))
        return
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _spaces(element: Element) -> int:
    """How many letters an element stands for: the spaces of a ``text:s``, and one for any other."""
    count = element.get(_COUNT, "1")
    return int(count) if count.isdecimal() else 1


def put_before(element: Element, mark: Element, tail: str) -> None:
    """Put `mark`, with `tail` after it, into the text before an element."""
    mark.tail = tail
    parent = element.getparent()
    if parent is not None:
        parent.insert(parent.index(element), mark)


def put(piece: Piece, start: int, element: Element, tail: str) -> None:
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


def _keep_letters(removed: Element, node: Element, attribute: str, letters: str) -> None:
    """Add letters to the words that a change keeps, in the style that they have in the text."""
    holder = node if attribute == "text" else node.getparent()
    style = holder.get(STYLE_NAME) if holder is not None and holder.tag == f"{TEXT}span" else None
    if letters.startswith(" ") and not (len(removed) or removed.text):  # a space that begins a paragraph does not count
        etree.SubElement(removed, f"{TEXT}s")
        letters = letters[1:]
    if style:
        etree.SubElement(removed, f"{TEXT}span", {STYLE_NAME: style}).text = letters
    elif len(removed):
        removed[-1].tail = (removed[-1].tail or "") + letters
    else:
        removed.text = (removed.text or "") + letters


def _keep_element(removed: Element, element: Element, count: int) -> None:
    """Add an element such as a tab to the words that a change keeps, or so many of the spaces that it stands for."""
    kept = copy.deepcopy(element)
    kept.tail = None
    if count < _spaces(element):
        kept.set(_COUNT, str(count))
    removed.append(kept)
