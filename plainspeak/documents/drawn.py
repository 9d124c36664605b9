"""What is drawn in Office documents: the words of diagrams (SmartArt) and charts, and what stands twice for older programs."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.documents.package import Element, Package

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CHOICE, FALLBACK = f"{_COMPATIBILITY}Choice", f"{_COMPATIBILITY}Fallback"
_WHAT = {"diagramData": "diagram", "chart": "chart"}  # by the last word of the relation


def is_told_twice(element: Element) -> bool:
    """Whether `element` holds the same as the one before it, once more for older programs."""
    return element.tag == FALLBACK and any(one.tag == CHOICE for one in element.itersiblings(preceding=True))


def drawn(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """The words of each diagram and chart of a part, piece by piece: "diagram" or "chart", and the text. Raises DocumentError."""
    for _, kind, target in package.relations(part):
        if kind in _WHAT and target in package.names:
            for text in _words(package.xml(target)):
                yield _WHAT[kind], text


def _words(root: Element) -> Iterator[str]:
    """The paragraphs of a drawing; in a chart also the names of its rows and columns, which are kept as plain values."""
    for element in root.iter("{*}p", "{*}cat", "{*}tx"):
        if str(element.tag).endswith("}p"):
            yield "".join(text.text or "" for text in element.iter("{*}t"))
        else:
            for cache in element.iter("{*}strCache"):
                yield from (value.text or "" for value in cache.iter("{*}v"))
