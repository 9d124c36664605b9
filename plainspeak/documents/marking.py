"""Marking: a copy of a document with its findings shown in it, in the way of its format."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.checking.leaving import Leave
from plainspeak.documents.blocks import Block, block_at
from plainspeak.documents.fixed import apart_from_fixed
from plainspeak.documents.reader import format_of
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import LEVELS, Level
from plainspeak.text.edits import Edit, without_overlaps
from plainspeak.text.protected import Mask
from plainspeak.text.span import Span

if TYPE_CHECKING:
    from plainspeak.checking.checker import Checker

AUTHOR = "plainspeak"


class _Marker(NamedTuple):
    """How one format is marked: the module that does it, what the copy is, and the ends of file names that say so."""

    module: str
    copy: str
    suffixes: tuple[str, ...]


_PAGE = (".html", ".htm", ".xhtml")
_MARKERS = {
    "docx": _Marker("docx_marking", "a Word document", (".docx", ".docm", ".dotx", ".dotm")),
    "odt": _Marker("odt_marking", "an OpenDocument text", (".odt", ".ott")),
    "pdf": _Marker("pdf_marking", "a PDF", (".pdf",)),
    "html": _Marker("html_marking", "a web page", _PAGE),
}
_AS_PAGE = _Marker("text_marking", "a web page with its text", _PAGE)
_TEXT_FORMATS = ("txt", "md")
MARKED_FORMATS = tuple(_MARKERS)
"""The formats of which a marked copy is of the same format; of all others it is a web page."""
MARKED_SUFFIXES = tuple(suffix for marker in _MARKERS.values() for suffix in marker.suffixes)
"""The ends of file names that such documents have."""
_MOST_WORDINGS = 3

Propose = Callable[[str, Sequence[Mask]], "Proposal"]
"""What says what is to be shown in a text, of which the masks are left alone."""


class Proposal(NamedTuple):
    """What is to be shown in a text: the findings to tell of, and the changes to offer, which may span several of them."""

    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]


class Wishes(NamedTuple):
    """What a person wants to see marked.

    Changes of `changes` and above are offered, findings of `notes` and above have a note; with `all_swaps` the first wording
    of each of these findings is a change, also where a person has to see to it that it fits.
    """

    changes: Level = LEVELS[-1]
    notes: Level = "should"
    all_swaps: bool = False


class Marked(NamedTuple):
    """A marked copy: its bytes, how many changes and notes are in it, and how many findings it could not show."""

    data: bytes
    changes: int
    notes: int
    left_out: int


class Remark(NamedTuple):
    """What is to be shown at one place: the stretch it is about, the change to offer, if any, and a note."""

    span: Span
    edit: Edit | None
    note: str


def mark(data: bytes, path: str, propose: Propose) -> Marked:
    """A marked copy of the document that `data` is. Raises DocumentError."""
    marker = _MARKERS.get(format_of(data, path), _AS_PAGE)
    module = import_module(f"plainspeak.documents.{marker.module}")
    marked: Marked = module.mark(data, path, propose)
    return marked


def refuse_name(data: bytes, path: str, copy: str) -> None:
    """Raise UsageError when a marked copy of the document would not be what the name `copy` says; DocumentError as above."""
    known = format_of(data, path)
    marker = _MARKERS.get(known, _AS_PAGE)
    if PurePath(copy).suffix.lower() in marker.suffixes:
        return
    advice = f"Give a name that ends in {marker.suffixes[0]}."
    raise UsageError(
        f"The marked copy of {path} is {marker.copy}, and {copy} does not say so.",
        f"{advice} To swap words in the text itself: plainspeak rewrite {path}." if known in _TEXT_FORMATS else advice,
    )


def proposal(checker: Checker, text: str, masks: Sequence[Mask], leave: Sequence[Leave], wishes: Wishes) -> Proposal:
    """What is to be shown in `text`. The changes are those that ``plainspeak rewrite`` makes, but with `all_swaps`."""
    found = checker.check(text, masks, leave)
    levels = LEVELS[: LEVELS.index(wishes.notes) + 1]
    if wishes.all_swaps:
        noted = found.at_or_above(wishes.notes).findings
        return Proposal(noted, tuple(without_overlaps(edit for finding in noted if (edit := _first_wording(finding)))))
    edits = checker.rewritten(text, masks, leave, wishes.changes).edits
    wanted = (one for one in found.findings if one.level in levels or _edit_over(one.span, edits))
    return Proposal(tuple(wanted), edits)


def _first_wording(finding: Finding) -> Edit | None:
    offer = next((one for one in finding.suggestions if one.kind in ("swap", "delete")), None)
    return Edit(offer.start, offer.end, offer.text) if offer else None


def _edit_over(span: Span, edits: Sequence[Edit]) -> Edit | None:
    """The first edit, of those in text order, that changes a letter of `span`; or None."""
    at = bisect_right(edits, span.start, key=_end)
    return edits[at] if at < len(edits) and edits[at].start < span.end else None


def _end(edit: Edit) -> int:
    return edit.end


def remarks(proposed: Proposal, fixed: Sequence[Span] = ()) -> list[Remark]:
    """What is to be shown, in text order, none overlapping another; nothing of `fixed` is changed.

    A finding goes with the change over it. Of two that overlap, the first has the say, and the note of the second is added to
    its own.
    """
    edits = apart_from_fixed(proposed.edits, fixed)
    spans = {edit: Span(edit.start, edit.end) for edit in edits}
    notes: dict[Edit, list[str]] = {edit: [] for edit in edits}
    alone: list[Remark] = []
    for finding in proposed.findings:
        edit = _edit_over(finding.span, edits)
        note = "\n".join(_lines(finding, changed=edit is not None))
        if edit:
            notes[edit].append(note)
            spans[edit] = _both(spans[edit], finding.span)
        elif alone and finding.start < alone[-1].span.end:
            alone[-1] = alone[-1]._replace(note=f"{alone[-1].note}\n\n{note}")
        else:
            alone.append(Remark(finding.span, None, note))
    changes = [Remark(spans[edit], edit, "\n\n".join(notes[edit])) for edit in edits]
    return sorted([*alone, *changes], key=lambda remark: remark.span)


def in_one_note(elsewhere: Sequence[tuple[str, str]]) -> str:
    """One note for all that stands where a document takes none: each with what it stands in, and its own note."""
    told = "\n\n".join(f"In a {kind}: {note}" for kind, note in elsewhere)
    stand = f"{len(elsewhere):,} of the findings {'stands' if len(elsewhere) == 1 else 'stand'}"
    return f"{stand} where no comment can.\n\n{told}"


def remarks_by_block(proposed: Proposal, fixed: Sequence[Span], blocks: Sequence[Block]) -> dict[int, list[Remark]]:
    """The remarks about each block, by the code point at which it starts, the last first: so earlier places stay true."""
    found: dict[int, list[Remark]] = {block.start: [] for block in blocks}
    for remark in reversed(remarks(proposed, fixed)):
        block = block_at(blocks, remark.span.start)
        if block:
            found[block.start].append(remark)
    return found


def _both(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _lines(finding: Finding, *, changed: bool) -> Iterator[str]:
    """The lines of a note."""
    yield f"“{finding.text}”"
    if finding.what_we_mean:
        yield f"What we mean: {finding.what_we_mean}"
    wordings = [one.text.strip() or "nothing" for one in finding.suggestions if one.kind in ("swap", "delete")]
    if wordings:
        yield f"{'Say instead' if changed else 'You could write'}: {'; or: '.join(wordings[:_MOST_WORDINGS])}"
    if explain := next((one for one in finding.suggestions if one.kind == "explain"), None):
        yield f"Or say what it means: {explain.text.strip()}"
    if finding.why:
        yield f"Why: {finding.why}"
    if finding.question:
        yield f"Ask yourself: {finding.question}"
