"""The words of the charts in an OpenDocument text, which are small documents of their own."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.documents.odt_names import CHART, CONTENT, DRAW, OFFICE, TABLE, TEXT, XLINK
from plainspeak.documents.package import Element, Package, joined


def chart_words(package: Package, body: Element) -> Iterator[str]:
    """The titles of each chart that `body` holds, and the names of what it shows. Raises DocumentError."""
    for chart in body.iter(f"{DRAW}object"):
        part = joined(chart.get(f"{XLINK}href", ""), CONTENT)
        root = package.xml(part) if part in package.names else None
        held = root.find(f"{OFFICE}body/{OFFICE}chart/{CHART}chart") if root is not None else None
        for paragraph in held.iter(f"{TEXT}p") if held is not None else ():
            if not _is_number(paragraph.getparent()):
                yield "".join(map(str, paragraph.itertext()))


def _is_number(cell: Element | None) -> bool:
    """Whether a cell of the table that a chart shows is a number, written out."""
    return (
        cell is not None and cell.tag == f"{TABLE}table-cell" and cell.get(f"{OFFICE}value-type", "string") != "string"
    )
