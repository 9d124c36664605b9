"""Where a Word paragraph stands: beside a frame, or at an end that is none."""

from __future__ import annotations

from plainspeak.documents.docx_parts import child, local, value
from plainspeak.documents.package import Element

_BLOCKS = ("p", "tbl", "sdt", "sectPr")


def is_by_a_frame(paragraph: Element) -> bool:
    """Whether a paragraph is framed, or the one that its frame hangs on.

    LibreOffice loses the tracked changes in both when it opens the document.
    """
    before = paragraph.getprevious()
    return _frame(paragraph) is not None or (before is not None and local(before) == "p" and _frame(before) is not None)


def runs_on(paragraph: Element) -> bool:
    """Whether a paragraph and the next are one: somebody has deleted the end of it, or it is only a large first letter."""
    mark = child(child(paragraph, "pPr"), "rPr")
    is_deleted = child(mark, "del") is not None or child(mark, "moveFrom") is not None
    if not is_deleted and value(_frame(paragraph), "dropCap") not in ("drop", "margin"):
        return False
    following = next((one for one in paragraph.itersiblings() if local(one) in _BLOCKS), None)
    return following is not None and local(following) == "p"


def _frame(paragraph: Element) -> Element | None:
    return child(child(paragraph, "pPr"), "framePr")
