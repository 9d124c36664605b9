"""XLSX: a table as an Excel workbook of one sheet, and the first sheet of a workbook as a table.

Written with the standard library alone: a workbook is a zip archive of a few small XML files, and a table of words needs
none of what a spreadsheet library is for. Cells are text, never formulas.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from xml.parsers import expat
from xml.sax.saxutils import escape

LARGEST_PART = 50_000_000
"""Bytes of one part of a workbook once it is unpacked; more is refused."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MADE = (1980, 1, 1, 0, 0, 0)  # so that the same table gives the same bytes
_DAY_0 = date(1899, 12, 30)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LETTERS = re.compile(r"[A-Z]+")
_MOST_COLUMNS = 16_384
_WIDE, _NARROW = 48, 18
_WIDE_FROM = 40  # characters in a cell

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
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="Glossary" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    # style 0: text that wraps; style 1: the same, bold, for the header
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2">'
    '<font><sz val="12"/><name val="Arial"/></font><font><b/><sz val="12"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">'
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>',
}


class WorkbookError(ValueError):
    """A file is no workbook that can be read; the text says why."""


def xlsx_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as the bytes of a workbook, with the header row kept in sight. Guard the cells first (`rows.guarded`)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**_PARTS, "xl/worksheets/sheet1.xml": _sheet([header, *rows])}.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (_HEAD + part).encode("utf-8"))
    return packed.getvalue()


def _sheet(rows: Sequence[Sequence[str]]) -> str:
    widths = [_WIDE if any(len(row[at]) > _WIDE_FROM for row in rows) else _NARROW for at in range(len(rows[0]))]
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" style="0" customWidth="1"/>' for at, width in enumerate(widths, 1)
    )
    data = "".join(_row(number, row) for number, row in enumerate(rows, 1))
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{data}</sheetData></worksheet>"
    )


def _row(number: int, cells: Sequence[str]) -> str:
    style = 1 if number == 1 else 0
    written = "".join(
        f'<c r="{_letters(at)}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_text(cell)}</t></is></c>'
        for at, cell in enumerate(cells)
        if cell
    )
    return f'<row r="{number}">{written}</row>'


def _text(cell: str) -> str:
    return escape(_NOT_IN_XML.sub("", cell), {"\r": "&#13;"})


def _letters(column: int) -> str:
    """The name of a column counted from 0: A, B, and after Z comes AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def read_xlsx(data: bytes) -> list[list[str]]:
    """The rows of the first sheet of a workbook, as text. Raises WorkbookError when it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            shared = (
                _SharedStrings().read(archive, "xl/sharedStrings.xml") if _has(archive, "xl/sharedStrings.xml") else []
            )
            return _Cells(shared).read(archive, _first_sheet(archive))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, KeyError) as error:
        raise WorkbookError("it is damaged, or it is not a workbook") from error
    except expat.ExpatError as error:
        raise WorkbookError(f"a part of it is damaged ({error})") from error


def day_of(number: str) -> str:
    """A date cell (days since the end of 1899) as year, month and day; anything else as it is."""
    return (_DAY_0 + timedelta(int(number))).isoformat() if re.fullmatch(r"[1-9]\d{3,5}", number) else number


def _has(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.namelist()


def _first_sheet(archive: zipfile.ZipFile) -> str:
    """The part that holds the sheet whose tab comes first."""
    first, places = _WorkbookParts().read(archive, "xl/workbook.xml"), {}
    if _has(archive, "xl/_rels/workbook.xml.rels"):
        places = dict(_Relations().read(archive, "xl/_rels/workbook.xml.rels"))
    target = places.get(first[0] if first else "", "worksheets/sheet1.xml")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


class _Part:
    """Reads one part of a workbook, tag by tag. A document type, which could swell to any size, is refused."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def parse(self, archive: zipfile.ZipFile, name: str) -> None:
        if archive.getinfo(name).file_size > LARGEST_PART:
            raise WorkbookError(f"it is larger than {LARGEST_PART // 1_000_000} MB unpacked")
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = lambda tag, given: self.start(tag.rpartition(" ")[2], given)
        parser.EndElementHandler = lambda tag: self.end(tag.rpartition(" ")[2])
        parser.CharacterDataHandler = self._words.append
        parser.Parse(archive.read(name), True)

    def _refuse(self, *_: object) -> None:
        raise WorkbookError("it holds a document type, which no workbook has")

    def start(self, tag: str, given: dict[str, str]) -> None:
        """A tag opens."""

    def end(self, tag: str) -> None:
        """A tag closes."""

    def taken(self) -> str:
        """The words since the last time that they were taken."""
        words = "".join(self._words)
        self._words.clear()
        return words


class _WorkbookParts(_Part):
    """The relation ids of the sheets, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[str] = []

    def read(self, archive: zipfile.ZipFile, name: str) -> list[str]:
        self.parse(archive, name)
        return self._ids

    def start(self, tag: str, given: dict[str, str]) -> None:
        if tag == "sheet":
            self._ids.append(next((value for key, value in given.items() if key.endswith(" id")), ""))


class _Relations(_Part):
    """Relation ids and the parts that they stand for."""

    def __init__(self) -> None:
        super().__init__()
        self._targets: list[tuple[str, str]] = []

    def read(self, archive: zipfile.ZipFile, name: str) -> list[tuple[str, str]]:
        self.parse(archive, name)
        return self._targets

    def start(self, tag: str, given: dict[str, str]) -> None:
        if tag == "Relationship":
            self._targets.append((given.get("Id", ""), given.get("Target", "")))


class _SharedStrings(_Part):
    """The texts that cells point to; how they are read aloud (``rPh``) is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._strings: list[str] = []
        self._parts: list[str] = []
        self._phonetic = False

    def read(self, archive: zipfile.ZipFile, name: str) -> list[str]:
        self.parse(archive, name)
        return self._strings

    def start(self, tag: str, given: dict[str, str]) -> None:  # noqa: ARG002 - the same for every part
        self._phonetic = self._phonetic or tag == "rPh"
        if tag in {"si", "t"}:
            self.taken()

    def end(self, tag: str) -> None:
        if tag == "t" and not self._phonetic:
            self._parts.append(self.taken())
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "si":
            self._strings.append("".join(self._parts))
            self._parts.clear()


class _Cells(_Part):
    """The cells of a sheet, row by row, with the gaps filled."""

    def __init__(self, shared: Sequence[str]) -> None:
        super().__init__()
        self._shared = shared
        self._rows: list[list[str]] = []
        self._at = 0
        self._type = ""
        self._value = ""

    def read(self, archive: zipfile.ZipFile, name: str) -> list[list[str]]:
        self.parse(archive, name)
        return self._rows

    def start(self, tag: str, given: dict[str, str]) -> None:
        if tag == "row":
            self._rows.append([])
            self._at = 0
        elif tag == "c":
            letters = _LETTERS.match(given.get("r", ""))
            self._at = _column(letters[0]) if letters else self._at
            if self._at >= _MOST_COLUMNS:
                raise WorkbookError("it has more columns than a sheet can have")
            self._type, self._value = given.get("t", "n"), ""
        elif tag in {"v", "t", "f"}:
            self.taken()

    def end(self, tag: str) -> None:
        if tag in {"v", "t"}:
            self._value += self.taken()
        elif tag == "f":
            self.taken()
        elif tag == "c":
            row = self._rows[-1]
            row.extend([""] * (self._at + 1 - len(row)))
            row[self._at] = self._shared_text() if self._type == "s" else self._plain()
            self._at += 1

    def _shared_text(self) -> str:
        try:
            return self._shared[int(self._value)]
        except (ValueError, IndexError):
            raise WorkbookError("a cell points to a text that is not there") from None

    def _plain(self) -> str:
        """Numbers without the ``.0`` of a whole one; whatever else is text as it is."""
        return self._value.removesuffix(".0") if self._type == "n" else self._value
