"""Reading XLSX: the first sheet of a workbook as a table. `xlsx_writing` is the way back."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date, timedelta
from xml.parsers import expat

LARGEST_PART = 50_000_000
"""Bytes of one part of a workbook once it is unpacked; more is refused."""

_DAY_0 = date(1899, 12, 30)
_LETTERS = re.compile(r"[A-Z]+")
_MOST_COLUMNS = 16_384


class WorkbookError(ValueError):
    """A file is no workbook that can be read; the text says why."""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    LookupError,
    ValueError,
    OSError,
)
"""What zipfile, zlib and expat raise over a damaged file, each in its own way."""


def read_xlsx(data: bytes) -> list[list[str]]:
    """The rows of the first sheet of a workbook, as text. Raises WorkbookError when it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            shared = (
                _SharedStrings().read(archive, "xl/sharedStrings.xml") if _has(archive, "xl/sharedStrings.xml") else []
            )
            return _Cells(shared).read(archive, _first_sheet(archive))
    except WorkbookError:
        raise
    except _DAMAGED as error:
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
