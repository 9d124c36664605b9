"""Writing XLSX: a table as an Excel workbook of one sheet.

Written with the standard library alone: a workbook is a zip archive of a few small XML files, and a table of words needs
none of what a spreadsheet library is for. Cells are text or whole numbers, never formulas.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import IO
from xml.sax.saxutils import escape, quoteattr

Cell = str | int

MOST_ROWS = 1_048_576
"""Rows of a sheet, with the header; no spreadsheet program opens more."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MADE = (1980, 1, 1, 0, 0, 0)  # so that the same table gives the same bytes
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PLAIN = re.compile("[\\w ,.;:()'’“”–-]{0,5000}").fullmatch
_MOST_IN_CELL = 32_767  # UTF-16 units
_WIDE, _NARROW = 48, 18
_WIDE_FROM = 40  # characters in a cell
_LINE, _HIGHEST = 16, 400  # points
_BROAD = 1.1  # how much more room words take than the figures in which the width of a column is measured
_WORDS, _HEADING, _NUMBER = 0, 1, 2  # styles

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    # 0: text that wraps; 1: the same, bold, for the header; 2: a whole number
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2">'
    '<font><sz val="12"/><name val="Arial"/></font><font><b/><sz val="12"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">'
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def xlsx_bytes(
    header: Sequence[str], rows: Iterable[Sequence[Cell]], sheet: str = "Glossary", widths: Sequence[int] = ()
) -> bytes:
    """A table as the bytes of a workbook, with the header row kept in sight and a filter on every column.

    `sheet` is its name, `widths` are those of the columns in characters; without them they are made to fit, for which all
    rows are kept in memory. Rows over `MOST_ROWS` are left out. Guard the cells first (`rows.guarded`).
    """
    if not widths:
        rows = list(rows)
        widths = _fitting(header, rows)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _PARTS.items():
            archive.writestr(_entry(name), (_HEAD + part).encode("utf-8"))
        archive.writestr(_entry("xl/workbook.xml"), (_HEAD + _workbook(sheet)).encode("utf-8"))
        with archive.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as written:
            _write_sheet(written, chain([header], rows), widths)
    return packed.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MADE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _workbook(sheet: str) -> str:
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name={quoteattr(sheet)} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _fitting(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    long = [any(len(str(row[at])) > _WIDE_FROM for row in (header, *rows)) for at in range(len(header))]
    return [_WIDE if column else _NARROW for column in long]


def _write_sheet(part: IO[bytes], rows: Iterable[Sequence[Cell]], widths: Sequence[int]) -> None:
    for piece in _sheet(rows, widths):
        part.write(piece.encode("utf-8"))


def _sheet(rows: Iterable[Sequence[Cell]], widths: Sequence[int]) -> Iterator[str]:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" style="0" customWidth="1"/>' for at, width in enumerate(widths, 1)
    )
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>"
    )
    number = 0
    for number, row in zip(range(1, MOST_ROWS + 1), rows, strict=False):
        yield _row(number, row, _lines(row, widths))
    yield f'</sheetData><autoFilter ref="A1:{_letters(len(widths) - 1)}{number}"/></worksheet>'


def _lines(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """How many lines the fullest cell of a row takes: not every program makes rows high enough by itself."""
    return max(_lines_of(str(cell), width) for cell, width in zip(cells, widths, strict=True))


def _lines_of(cell: str, width: int) -> int:
    if "\n" not in cell:
        return 1 + int(_BROAD * len(cell) / width)
    return sum(_lines_of(line, width) for line in cell.split("\n"))


def _row(number: int, cells: Sequence[Cell], lines: int) -> str:
    written = "".join(
        _cell(f"{_letters(at)}{number}", cell, number == 1) for at, cell in enumerate(cells) if cell != ""
    )
    height = min(_LINE * lines, _HIGHEST)
    return f'<row r="{number}" ht="{height}">{written}</row>'


def _cell(place: str, cell: Cell, heading: bool) -> str:
    if isinstance(cell, int):
        return f'<c r="{place}" s="{_NUMBER}"><v>{cell}</v></c>'
    style = _HEADING if heading else _WORDS
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_text(cell)}</t></is></c>'


def _text(cell: str) -> str:
    if _PLAIN(cell):  # most cells
        return cell
    return escape(_cut(_NOT_IN_XML.sub("", cell)), {"\r": "&#13;"})


def _cut(cell: str) -> str:
    """A cell that a spreadsheet program has room for."""
    if len(cell) * 2 <= _MOST_IN_CELL:
        return cell
    units = cell.encode("utf-16-le")[: 2 * _MOST_IN_CELL]
    return units.decode("utf-16-le", "ignore")


@cache
def _letters(column: int) -> str:
    """The name of a column counted from 0: A, B, and after Z comes AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
