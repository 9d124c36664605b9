"""The process in which a PDF is opened: PDFium is a large C++ library, so a harmful file can only harm this process.

Standard input is one line of JSON that says what to do, then the PDF; standard output is one line of JSON that says how
that went, and after ``mark`` the new PDF. Run as a file of its own: it imports nothing of plainspeak.
"""

from __future__ import annotations

import ctypes
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_MEMORY = 280 << 20  # bytes of address space, of which Python and PDFium themselves take a third
_SECONDS = 60
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_WIDE_GAP = 1.5  # in heights of a line: between two cells of a table
_ALIKE = 1.3  # the spaces of a line that is spread out differ by less
_MOST_SPREAD = 4.0
_ROW = re.compile("[^\r\n\ufffe\x02]*(?:\r\n|[\r\n\ufffe\x02]|$)")  # a hyphen at a line end stands for the break too
_NOTE = re.compile(r"(?<=[^\W\d_]|[.,;:!?)\u2019\u201d])\d{1,3}(?:[,\u2013-]\d{1,3})*(?!\w)")
"""Perhaps the number of a footnote."""
_SMALL = 0.85  # times the size of the letter before it
_RAISED = 0.15
_YELLOW = (255, 221, 0, 110)

Line = tuple[int, int, float, float, float, float]
"""The first code point of a line, the one after its last, and where it stands in points.

That is left, the line that the letters stand on, right, and the size of the letters above that line.
"""


def set_limits(size: int) -> None:
    """Limit the memory and the time of this process, for a PDF of `size` bytes, where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows: the process that started this one watches the time
        return
    for limit, value in ((resource.RLIMIT_AS, _MEMORY + 3 * size), (resource.RLIMIT_CPU, _SECONDS)):
        resource.setrlimit(limit, (value, value))


def main() -> None:
    """Do what standard input says."""
    order = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    set_limits(len(data))
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD_ERROR
        _answer({"error": "password" if locked else "damaged"})
        return
    if order["do"] == "read":
        _answer({"pages": [read_page(document, number) for number in range(min(len(document), order["most_pages"]))]})
    else:
        marked = sum(mark(document, one) for one in order["marks"])
        _answer({"marked": marked})
        document.save(sys.stdout.buffer, flags=pdfium.FPDF_INCREMENTAL)


def _answer(what: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(what).encode() + b"\n")


def read_page(document: pypdfium2.PdfDocument, number: int) -> dict[str, Any]:
    """The text of a page and the boxes of its lines; a page that cannot be read has none."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return {"text": "", "lines": []}
    words = page.get_textpage()
    text = _text(words)
    found = _Lines(words, text)
    lines = list(found.read())
    # PDFium orders them as one sees them who does not turn the page
    if found.turned != (-page.get_rotation() // 90) % 4:
        lines.sort(key=lambda line: (-line[3], line[2]))
    words.close()
    page.close()
    return {"text": text, "lines": lines}


def _text(words: pypdfium2.PdfTextPage) -> str:
    """The text, one code point for each of PDFium's characters."""
    count = words.count_chars()
    text = str(words.get_text_range()) if count else ""
    if len(text) != count:
        text = "".join(chr(pdfium.FPDFText_GetUnicode(words, index) or 0x20) for index in range(count))
    return "".join(" " if "\ud800" <= letter <= "\udfff" else letter for letter in text) if not text.isascii() else text


class _Lines:
    """Finds the lines of a page, and where each stands as one sees it who turns the page so that most of them can be read."""

    def __init__(self, words: pypdfium2.PdfTextPage, text: str) -> None:
        self.words = words
        self.text = text
        self.rows = list(self._rows())
        letters = Counter[int]()
        for start, end in self.rows:
            letters[round(pdfium.FPDFText_GetCharAngle(words, start) / (math.pi / 2)) % 4] += end - start
        self.turned = max(letters, key=letters.__getitem__, default=0)  # quarters of a turn, with the clock

    def read(self) -> Iterator[Line]:
        """The lines in PDFium's order; the cells of a table each for itself, and what the number of a footnote parts too."""
        for row in self.rows:
            for first, last, edge in (one for cell in self._cells(*row) for one in self._without_notes(*cell)):
                left, right = self._box(first)[0], self._box(edge - 1)[2]
                baseline, size = self._height(first, last)
                yield first, last, round(left, 1), round(baseline, 1), round(right, 1), round(baseline + size, 1)

    def _rows(self) -> Iterator[tuple[int, int]]:
        start = 0
        for row in _ROW.findall(self.text):
            begin, end = start + len(row) - len(row.lstrip()), start + len(row.rstrip())
            if begin < end:
                yield begin, end
            start += len(row)

    def _cells(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of a line between gaps that are far wider than a space, and than the other spaces of the line."""
        gaps = list(self._gaps(start, end))
        narrowest = min((gap for _, gap in gaps), default=0.0)
        widest = max((gap for _, gap in gaps), default=0.0)
        is_spread = len(gaps) > 1 and widest < min(_ALIKE * narrowest, _MOST_SPREAD)  # from one side to the other
        for at, gap in gaps:
            if gap > _WIDE_GAP and not is_spread and at > start:
                yield start, at
                start = at + 1
        if start < end:
            yield start, end

    def _without_notes(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The stretches of a line between the numbers of footnotes, each with where the number after it ends."""
        for note in _NOTE.finditer(self.text, start, end):
            if start < note.start() and self._is_raised(note.start()):
                yield start, note.start(), note.end()
                rest = self.text[note.end() : end]
                start = end - len(rest.lstrip())
        if start < end:
            yield start, end, end

    def _is_raised(self, index: int) -> bool:
        """Whether a character is smaller than the one before it, and stands higher."""
        before = _size(self.words, index - 1)
        is_small = _size(self.words, index) < _SMALL * before
        return is_small and self._baseline(index) > self._baseline(index - 1) + _RAISED * before

    def _gaps(self, start: int, end: int) -> Iterator[tuple[int, float]]:
        """Where there is room between two words of a line, and how much: in heights of the line."""
        at = self.text.find(" ", start, end)
        while at >= 0:
            before, after = self._box(at - 1), self._box(at + 1)
            gap = (after[0] - before[2]) / max(1.0, before[3] - before[1])
            yield at, gap if pdfium.FPDFText_IsGenerated(self.words, at) == 1 else 0.0
            at = self.text.find(" ", at + 1, end)

    def _height(self, first: int, last: int) -> tuple[float, float]:
        """What the letters of a line stand on, and their size. A bullet or a large first letter does not count."""
        middle = (first + last) // 2
        while middle > first and self.text[middle].isspace():
            middle -= 1
        places = (first, middle, last - 1)
        return sorted(map(self._baseline, places))[1], sorted(_size(self.words, place) for place in places)[1]

    def _box(self, index: int) -> tuple[float, float, float, float]:
        """The left, the bottom, the right and the top of a character, in points."""
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.words, index, box)
        (left, bottom), (right, top) = self._turn(box.left, box.bottom), self._turn(box.right, box.top)
        return min(left, right), min(bottom, top), max(left, right), max(bottom, top)

    def _baseline(self, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self.words, index, x, y)
        return self._turn(x.value, y.value)[1]

    def _turn(self, x: float, y: float) -> tuple[float, float]:
        """Where a place of the page is once the page is turned."""
        return ((x, y), (-y, x), (-x, -y), (y, -x))[self.turned]


def _size(words: pypdfium2.PdfTextPage, index: int) -> float:
    """The size of a letter: that of its font, made larger or smaller by the matrix of its text."""
    matrix = pdfium.FS_MATRIX()
    size: float = pdfium.FPDFText_GetFontSize(words, index)
    if pdfium.FPDFText_GetMatrix(words, index, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    return size


def mark(document: pypdfium2.PdfDocument, wanted: dict[str, Any]) -> int:
    """Highlight one stretch of a page, with a note; returns 1, or 0 when it has no place on the page."""
    page = document[wanted["page"]]
    words = page.get_textpage()
    boxes = _boxes(words, wanted["start"], wanted["end"] - wanted["start"])
    if not boxes:
        return 0
    note = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    for left, top, right, bottom in boxes:
        corners = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(note, corners)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    pdfium.FPDFAnnot_SetRect(note, pdfium.FS_RECTF(min(lefts), max(tops), max(rights), min(bottoms)))
    pdfium.FPDFAnnot_SetColor(note, pdfium.FPDFANNOT_COLORTYPE_Color, *_YELLOW)
    for key, value in ((b"Contents", wanted["note"]), (b"T", wanted["author"])):
        pdfium.FPDFAnnot_SetStringValue(note, key, _wide(value))
    pdfium.FPDFAnnot_SetFlags(note, pdfium.FPDF_ANNOT_FLAG_PRINT)
    pdfium.FPDFPage_CloseAnnot(note)
    return 1


def _boxes(words: pypdfium2.PdfTextPage, start: int, count: int) -> list[tuple[float, float, float, float]]:
    boxes = []
    for index in range(pdfium.FPDFText_CountRects(words, start, count)):
        left, top, right, bottom = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetRect(words, index, left, top, right, bottom)
        boxes.append((left.value, top.value, right.value, bottom.value))
    return boxes


def _wide(text: str) -> object:
    data = (text + "\0").encode("utf-16-le", "replace")
    return ctypes.cast(ctypes.create_string_buffer(data, len(data)), ctypes.POINTER(pdfium.FPDF_WCHAR))


if __name__ == "__main__":
    main()
