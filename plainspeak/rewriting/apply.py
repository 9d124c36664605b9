"""Applying: the safe swaps made in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from plainspeak.rewriting.suggestion import Suggestion
from plainspeak.text.edits import Edit, apply_edits, without_overlaps


class Offer(Protocol):
    """Anything that carries suggestions, best first, such as a finding."""

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        """What is offered, best first."""


class Offers(Protocol):
    """Anything that carries findings, such as what a check found."""

    @property
    def findings(self) -> tuple[Offer, ...]:
        """The findings, in text order."""


class Rewritten(NamedTuple):
    """A text with its safe swaps made, and the edits that made it (places in the text before)."""

    text: str
    edits: tuple[Edit, ...]


def rewrite(text: str, checked: Offers) -> Rewritten:
    """`text` with every safe swap of `checked` made, once; everything else stays as it is."""
    edits = without_echoes(text, safe_edits(finding.suggestions for finding in checked.findings))
    return Rewritten(apply_edits(text, edits), tuple(edits))


def safe_edits(offered: Iterable[Iterable[Suggestion]]) -> list[Edit]:
    """The safe edits of many findings, in text order, none overlapping another."""
    return without_overlaps(edit for suggestions in offered if (edit := safe_edit(suggestions)))


def without_echoes(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits without those that say again what the one before says: *integrative and facilitative*, both *helpful*."""
    kept: list[Edit] = []
    for edit in edits:
        between = text[kept[-1].end : edit.start].strip().lower() if kept else None
        if between in _JOINING and kept[-1].replacement.lower() == edit.replacement.lower():
            continue
        kept.append(edit)
    return kept


_JOINING = frozenset({"", "and", "or", "&", ",", "/"})


def safe_edit(suggestions: Iterable[Suggestion]) -> Edit | None:
    """The edit that may be made with nobody looking: the first suggestion, when it is a safe swap."""
    first = next(iter(suggestions), None)
    if first is None or not first.safe or first.kind not in {"swap", "delete"}:
        return None
    return Edit(first.start, first.end, first.text)
