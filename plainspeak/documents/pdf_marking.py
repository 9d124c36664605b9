"""PDF documents marked up: each finding highlighted, with a note."""

from __future__ import annotations

from typing import Any

from plainspeak.documents.marking import AUTHOR, Marked, Propose, Remark, remarks
from plainspeak.documents.pdf import PdfText, in_own_process, read_pdf


def mark(data: bytes, path: str, propose: Propose) -> Marked:
    """A copy of the PDF that `data` is, with highlights; its own bytes stay as they are. Raises DocumentError."""
    pdf = read_pdf(data, path)
    wanted = remarks(propose(pdf.content.text, ()))
    marks = [one for remark in wanted if remark.note for one in _marks(pdf, remark)]
    answer, marked = in_own_process({"do": "mark", "marks": marks}, data, path)
    shown = int(answer["marked"])
    return Marked(marked, 0, shown, len(marks) - shown)


def _marks(pdf: PdfText, remark: Remark) -> list[dict[str, Any]]:
    """The highlights of one remark: one for each line that it stands in, all with its note."""
    start, end = remark.span
    return [
        {
            "page": piece.page,
            "start": piece.at + max(0, start - piece.start),
            "end": piece.at + min(end, piece.end) - piece.start,
            "note": remark.note,
            "author": AUTHOR,
        }
        for piece in pdf.pieces
        if piece.start < end and start < piece.end
    ]
