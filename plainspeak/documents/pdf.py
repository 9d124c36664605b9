"""PDF documents: read in a process of their own, and their lines put together into paragraphs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from plainspeak.checking.dictionary import Dictionary
from plainspeak.documents.blocks import BlockKind, BlockText
from plainspeak.documents.document import Document
from plainspeak.documents.pdf_lines import (
    BULLET,
    PARTED,
    Line,
    in_next_column,
    is_same_row,
    paragraphs,
    running_key,
    running_lines,
)
from plainspeak.errors import DocumentError
from plainspeak.text.spelling_variants import spelling_variants

_PROCESS = Path(__file__).with_name("pdf_process.py")
_SECONDS = 90
_MOST_PAGES = 5000
_KEEPS_HYPHEN = {"co", "non", "self", "well", "user"}
_ADDRESS = re.compile(r"www\.|://|@")
_AFTER_WORDS = ".,;:!?)]\u2019\u201d"
_SPACE = 0.12  # times the height of a line: two words stand further apart
_ENDS = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]*$")
_SHORTEST_WORD = 3
_LARGER = 1.12  # a heading's letters, against those of the text
_LONGEST_HEADING = 120


class Piece(NamedTuple):
    """The code points ``start <= i < end`` of the text are the characters of a page from `at` on."""

    start: int
    end: int
    page: int
    at: int


@dataclass(slots=True)
class PdfText:
    """What is read from a PDF: its text in blocks, and the way back to the characters of its pages."""

    content: BlockText = field(default_factory=BlockText)
    pieces: list[Piece] = field(default_factory=list)
    notices: tuple[str, ...] = ()


def document(data: bytes, path: str) -> Document:
    """The PDF that `data` is. Raises DocumentError."""
    pdf = read_pdf(data, path)
    content = pdf.content
    return Document(path, "pdf", content.text, notices=pdf.notices, blocks=tuple(content.blocks))


def read_pdf(data: bytes, path: str) -> PdfText:
    """The text of a PDF with a way back to its pages. Raises DocumentError."""
    answer, _ = in_own_process({"do": "read", "most_pages": _MOST_PAGES}, data, path)
    pages = [_page_lines(number, page) for number, page in enumerate(answer["pages"])]
    empty = sum(not page for page in pages)
    if empty == len(pages):
        raise DocumentError(
            f"{path} has no text in it, only pictures of pages, as a scanner makes them.",
            "Put it through text recognition (OCR), or ask for the document that it was made from.",
        )
    pdf = PdfText()
    if empty:
        has = "has no text, so it is" if empty == 1 else "have no text, so they are"
        pdf.notices = (f"{empty:,} of its {len(pages):,} pages {has} not checked.",)
    _Assembly(pdf, pages).run()
    return pdf


def in_own_process(order: dict[str, Any], data: bytes, path: str) -> tuple[dict[str, Any], bytes]:
    """What PDFium answers to `order`, in a process with limits. Raises DocumentError."""
    try:
        process = subprocess.run(  # noqa: S603 - our own file, and nothing of the document in the words
            [sys.executable, "-P", str(_PROCESS)],
            input=json.dumps(order).encode() + b"\n" + data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DocumentError(
            f"{path} takes more than {_SECONDS} seconds to read.", "Save it again as PDF, or split it, and check that."
        ) from None
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror or error}.") from error
    line, _, rest = process.stdout.partition(b"\n")
    answer: dict[str, Any] = json.loads(line) if process.returncode == 0 and line else {"error": "failed"}
    if "error" in answer:
        raise _error(answer["error"], path)
    return answer, rest


def _error(code: str, path: str) -> DocumentError:
    if code == "password":
        return DocumentError(f"{path} is protected with a password.", "Save it without one, and check that.")
    if code == "damaged":
        return DocumentError(f"{path} is damaged, or is not a PDF.", "Save it again as PDF, and check that.")
    return DocumentError(
        f"{path} cannot be read: it is damaged, or takes too much memory.", "Save it again as PDF, and check that."
    )


def _page_lines(number: int, page: dict[str, Any]) -> list[Line]:
    text: str = page["text"]
    lines = (Line(number, start, end, text[start:end], *box) for start, end, *box in page["lines"])
    return [line for line in lines if line.text.strip(PARTED + "\0 ")]


class _Assembly:
    """Puts the lines of all pages together into the blocks of one text."""

    def __init__(self, pdf: PdfText, pages: Sequence[list[Line]]) -> None:
        self.pdf = pdf
        self.pages = pages
        self.running = running_lines(pages)
        self.words = {
            word.strip(".,;:!?()\u2018\u2019\u201c\u201d").lower()
            for page in pages
            for line in page
            for word in line.text.split()
        }
        self.size = _usual_size(pages)

    def run(self) -> None:
        """Add every paragraph, and each header and footer once."""
        waiting: list[Line] = []
        told: set[tuple[int, str]] = set()
        running: list[Line] = []
        for page in self.pages:
            body = [line for line in page if running_key(line) not in self.running]
            for line in page:
                if (key := running_key(line)) in self.running and key not in told:
                    told.add(key)
                    running.append(line)
            for number, paragraph in enumerate(paragraphs(body)):
                reaches = number == 0 or in_next_column(waiting, paragraph, body)
                if waiting and reaches and _goes_over(waiting, paragraph):
                    waiting += paragraph
                    continue
                self._add(waiting)
                waiting = paragraph
        self._add(waiting)
        for line in running:
            middle = [other.bottom for other in self.pages[line.page]]
            is_header = line.bottom > (max(middle) + min(middle)) / 2
            self._add([line], "header" if is_header else "footer")

    def _add(self, lines: list[Line], kind: BlockKind = "paragraph") -> None:
        if not lines:
            return
        if bullet := BULLET.match(lines[0].text):
            kind = "list item" if kind == "paragraph" else kind
            first = lines[0]
            lines = [first._replace(start=first.start + bullet.end(), text=first.text[bullet.end() :]), *lines[1:]]
        parts: list[str] = []
        pieces: list[Piece] = []
        length = 0
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            text, between = self._joined(line, following)
            pieces.append(Piece(length, length + len(text), line.page, line.start))
            parts += text, between
            length += len(text) + len(between)
        part = kind if kind in ("header", "footer") else ""
        text = "".join(parts)
        if not part and max(line.height for line in lines) > _LARGER * self.size and len(text) < _LONGEST_HEADING:
            kind = "heading"
        start = self.pdf.content.add(kind, text, part, {"page": lines[0].page + 1})
        if start is not None:
            self.pdf.pieces += (piece._replace(start=piece.start + start, end=piece.end + start) for piece in pieces)

    def _joined(self, line: Line, following: Line | None) -> tuple[str, str]:
        """The words of a line, and what stands between them and the line that follows."""
        text = line.text.translate(_PLAIN)
        if following is None:
            return text.rstrip(PARTED), ""
        if is_same_row(line, following):
            is_one_word = following.left - line.right < _SPACE * line.height
            return text, "" if is_one_word or following.text[0] in _AFTER_WORDS else " "
        if line.text[-1] in PARTED:
            text = text.rstrip(PARTED)
            return text, self._hyphen(text, following.text)
        return text, "" if text.endswith("-") and len(text) > 1 and text[-2].isalnum() else " "

    def _hyphen(self, text: str, following: str) -> str:
        """The hyphen at a line end that belongs to the word, or nothing where it only parts it."""
        before = re.split(r"[^\w-]", text)[-1].lower()
        after = re.split(r"[^\w-]", following)[0].lower()
        is_name = before[-1:].isdigit() or after[:1].isdigit() or _ADDRESS.search(text.rpartition(" ")[2])
        if f"{before}-{after}" in self.words or following[:1].isupper() or is_name:
            return "-"
        if before + after in self.words or _is_word(before + after):
            return ""
        return "-" if before in _KEEPS_HYPHEN or (_is_word(before) and _is_word(after)) else ""


_PLAIN = {0: " ", 0x0B: " ", 0x0C: " ", 0x1C: " ", 0x1D: " ", 0x1E: " ", 0x85: " ", 0x2028: " ", 0x2029: " ", 0xA0: " "}


def _is_word(word: str) -> bool:
    """Whether the dictionary knows a word, in British or American spelling, or what it is the plural of."""
    wanted = {one for form in (word, word.removesuffix("s")) for one in spelling_variants(form)}
    return len(word) >= _SHORTEST_WORD and any(map(_dictionary().frequency, wanted))


@cache
def _dictionary() -> Dictionary:
    return Dictionary.load()


def _goes_over(waiting: list[Line], paragraph: list[Line]) -> bool:
    """Whether the paragraph at the end of a page or column goes on at the top of the next."""
    last, first = waiting[-1].text, paragraph[0].text
    return last.endswith(",") or (not _ENDS.search(last) and first[0].islower())


def _usual_size(pages: Sequence[list[Line]]) -> float:
    """The height of the letters that most of the text is in."""
    sizes: dict[float, int] = {}
    for page in pages:
        for line in page:
            size = round(line.height, 1)
            sizes[size] = sizes.get(size, 0) + len(line.text)
    return max(sizes, key=sizes.__getitem__)
