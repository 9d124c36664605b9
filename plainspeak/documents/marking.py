"""Marking: a copy of a document with its findings shown in it, in the way of its format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.documents.reader import format_of
from plainspeak.errors import DocumentError
from plainspeak.text.edits import Edit, without_overlaps
from plainspeak.text.protected import Mask
from plainspeak.text.span import Span

AUTHOR = "plainspeak"
_MARKERS = {
    "docx": "plainspeak.documents.docx_marking",
    "odt": "plainspeak.documents.odt_marking",
    "pdf": "plainspeak.documents.pdf_marking",
    "html": "plainspeak.documents.html_marking",
}
MARKED_FORMATS = tuple(_MARKERS)
_MOST_WORDINGS = 3

Check = Callable[[str, Sequence[Mask]], Iterable[Finding]]
"""What finds the findings in a text."""


class Marked(NamedTuple):
    """A marked copy: its bytes, how many changes and notes are in it, and how many findings it could not show."""

    data: bytes
    changes: int
    notes: int
    left_out: int


class Remark(NamedTuple):
    """What is to be shown for a finding: the stretch it is about, the change to offer, if any, and a note."""

    span: Span
    edit: Edit | None
    note: str


def mark(data: bytes, path: str, check: Check) -> Marked:
    """A marked copy of the document that `data` is. Raises DocumentError."""
    known = format_of(data, path)
    if known not in _MARKERS:
        raise DocumentError(
            f"{path} is a {known} file, and only {', '.join(_MARKERS)} files are marked.", _advice(known, path)
        )
    marked: Marked = import_module(_MARKERS[known]).mark(data, path, check)
    return marked


def _advice(known: str, path: str) -> str:
    if known in ("txt", "md"):
        return f"To see or save the plain words: plainspeak rewrite {path}."
    return f"To see what is found in it: plainspeak check {path}."


def remarks(findings: Iterable[Finding]) -> list[Remark]:
    """What is to be shown for `findings`, in text order, none overlapping another.

    Of two that overlap, the first has the say, and the note of the second is added to its own.
    """
    found = sorted(map(_remark, findings), key=lambda remark: remark.span)
    kept: list[Remark] = []
    for remark in found:
        if kept and remark.span.start < kept[-1].span.end:
            kept[-1] = kept[-1]._replace(note=f"{kept[-1].note}\n\n{remark.note}")
        else:
            kept.append(remark)
    return kept


def edits_of(findings: Iterable[Finding]) -> list[Edit]:
    """The changes that the marked copy of a text with these findings offers."""
    return without_overlaps(remark.edit for remark in remarks(findings) if remark.edit)


def _remark(finding: Finding) -> Remark:
    offer = next((one for one in finding.suggestions if one.kind in ("swap", "delete")), None)
    note = "\n".join(_lines(finding))
    if offer is None:
        return Remark(Span(finding.start, finding.end), None, note)
    span = Span(min(finding.start, offer.start), max(finding.end, offer.end))
    return Remark(span, Edit(offer.start, offer.end, offer.text), note)


def _lines(finding: Finding) -> Iterator[str]:
    """The lines of a note."""
    yield f"“{finding.text}”"
    if finding.what_we_mean:
        yield f"What we mean: {finding.what_we_mean}"
    wordings = [one.text.strip() or "nothing" for one in finding.suggestions if one.kind in ("swap", "delete")]
    if wordings:
        yield f"Say instead: {'; or: '.join(wordings[:_MOST_WORDINGS])}"
    if explain := next((one for one in finding.suggestions if one.kind == "explain"), None):
        yield f"Or say what it means: {explain.text.strip()}"
    if finding.why:
        yield f"Why: {finding.why}"
    if finding.question:
        yield f"Ask yourself: {finding.question}"
