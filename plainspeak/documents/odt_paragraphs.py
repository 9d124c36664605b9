"""One paragraph of an OpenDocument text: its words, with a way back to the text nodes that hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from plainspeak.documents.odt_names import DRAW, LOEXT, OFFICE, STYLE_NAME, TEXT
from plainspeak.documents.package import Element

WITHOUT_TEXT = {
    *(
        TEXT + name
        for name in ("tracked-changes", "hidden-text", "hidden-paragraph", "note-citation", "ruby-text", "script")
    ),
    *(TEXT + name for name in ("table-of-content", "alphabetical-index", "illustration-index", "table-index")),
    *(TEXT + name for name in ("object-index", "user-index", "bibliography", "sequence-decls", "variable-decls")),
    *(OFFICE + name for name in ("annotation", "annotation-end", "forms")),
}
_FILLED_IN = {  # controls that are no prose
    LOEXT + name
    for name in ("plain-text", "showing-place-holder", "checkbox", "dropdown", "combobox", "date", "picture")
}
_WRITTEN = {TEXT + name for name in ("span", "a", "meta", "ruby", "ruby-base", "p", "h")}  # what a person writes in
_MARKS = {  # what may stand between two letters and is no text
    *(TEXT + name for name in ("bookmark", "bookmark-start", "bookmark-end", "reference-mark", "soft-page-break")),
    *(TEXT + name for name in ("reference-mark-start", "reference-mark-end", "change", "change-start", "change-end")),
    *(TEXT + name for name in ("toc-mark", "toc-mark-start", "toc-mark-end")),
}
_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1000


class Piece(NamedTuple):
    """The code points ``start <= i < end`` of the document's text, and the text node that holds them.

    The node is the `attribute` ("text" or "tail") of `node`, and they stand in it from `at` to `until`; with no attribute it
    is `node` itself, such as a tab. `fixed` ones are never changed: fields and notes. `inside` is the id of the tracked
    insertion that they belong to, or "", and `deletions` counts the tracked deletions before them in their paragraph.
    """

    start: int
    end: int
    node: Element
    attribute: str = ""
    at: int = 0
    until: int = 0
    fixed: bool = False
    inside: str = ""
    deletions: int = 0


def is_written(element: Element) -> bool:
    """Whether the words in an element are those that a person has written there."""
    if element.tag == LOEXT + "content-control":
        return not any(element.get(kind) == "true" for kind in _FILLED_IN)
    return element.tag in _WRITTEN


def is_hidden_part(element: Element) -> bool:
    """Whether a section or paragraph is hidden, for good or because its condition held when it was saved."""
    return element.get(TEXT + "display") == "none" or element.get(TEXT + "is-hidden") == "true"


@dataclass(slots=True)
class Nodes:
    """Reads the text nodes of one paragraph.

    `boxes` are the frames that hang on it, `open_changes` may hold many paragraphs, and `is_hidden` says that a field in it
    hides all of it.
    """

    hidden: frozenset[str]
    open_changes: list[str]
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, Element]] = field(default_factory=list)
    length: int = 0
    deletions: int = 0
    is_hidden: bool = False

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
        elif tag in WITHOUT_TEXT or tag in _MARKS or child.get(STYLE_NAME) in self.hidden:
            self._mark(child)
        else:
            self.read(child, fixed=fixed or not is_written(child))

    def _mark(self, child: Element) -> None:
        """What stands between two letters, and what is not seen."""
        change = child.get(TEXT + "change-id", "")
        if child.tag == TEXT + "change-start":
            self.open_changes.append(change)
        elif child.tag == TEXT + "change-end":
            self.open_changes[:] = [one for one in self.open_changes if one != change]
        elif child.tag == TEXT + "change":
            self.deletions += 1
        elif child.tag not in _MARKS:
            self.is_hidden = self.is_hidden or (child.tag == TEXT + "hidden-paragraph" and is_hidden_part(child))
            self._whole("", child)

    def _whole(self, text: str, element: Element, *, fixed: bool = True) -> None:
        """An element that stands for `text` as a whole."""
        piece = Piece(self.length, self.length + len(text), element, "", 0, 0, fixed, self._inside(), self.deletions)
        self.pieces.append(piece)
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
            end = self.length + len(text)
            held = (node, attribute, at, until, fixed, self._inside(), self.deletions)
            self.pieces.append(Piece(self.length, end, *held))
            self.parts.append(text)
            self.length = end

    def _inside(self) -> str:
        return self.open_changes[-1] if self.open_changes else ""
