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
    lines = list(_lines(words, text))
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


def _lines(words: pypdfium2.PdfTextPage, text: str) -> Iterator[Line]:
    start = 0
    for row in _ROW.findall(text):
        end = start + len(row.rstrip())
        begin = start + len(row) - len(row.lstrip())
        for first, last in _cells(words, text, begin, end):
            left, right = _box(words, first)[0], _box(words, last - 1)[2]
            baseline, size = _baseline(words, first), _size(words, first)
            yield first, last, round(left, 1), round(baseline, 1), round(right, 1), round(baseline + size, 1)
        start += len(row)


def _cells(words: pypdfium2.PdfTextPage, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line between gaps that are far wider than a space, and than the other spaces of the line."""
    gaps = list(_gaps(words, text, start, end))
    narrowest = min((gap for _, gap in gaps), default=0.0)
    widest = max((gap for _, gap in gaps), default=0.0)
    is_spread = len(gaps) > 1 and widest < min(_ALIKE * narrowest, _MOST_SPREAD)  # from one side to the other
    for at, gap in gaps:
        if gap > _WIDE_GAP and not is_spread and at > start:
            yield start, at
            start = at + 1
    if start < end:
        yield start, end


def _gaps(words: pypdfium2.PdfTextPage, text: str, start: int, end: int) -> Iterator[tuple[int, float]]:
    """Where there is room between two words of a line, and how much: in heights of the line."""
    at = text.find(" ", start, end)
    while at >= 0:
        before, after = _box(words, at - 1), _box(words, at + 1)
        gap = (after[0] - before[2]) / max(1.0, before[3] - before[1])
        yield at, gap if pdfium.FPDFText_IsGenerated(words, at) == 1 else 0.0
        at = text.find(" ", at + 1, end)


def _box(words: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(words, index, box)
    return box.left, box.bottom, box.right, box.top


def _baseline(words: pypdfium2.PdfTextPage, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(words, index, x, y)
    return y.value


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
