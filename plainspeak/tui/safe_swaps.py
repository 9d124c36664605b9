"""Safe swaps: the swaps of a draft that may be made with nobody looking, put together by what they change."""

from __future__ import annotations

from typing import NamedTuple

from plainspeak.rewriting.apply import safe_edit
from plainspeak.text.edits import Edit
from plainspeak.tui.draft_check import CheckedDraft


class SafeSwap(NamedTuple):
    """Words as they stand in the draft, the words that go in, and each place where that is so."""

    jargon: str
    words: str
    edits: tuple[Edit, ...]


def safe_swaps(checked: CheckedDraft) -> list[SafeSwap]:
    """The safe swaps of a draft, in the order in which they first stand there."""
    text = "\n".join(checked.lines)
    places: dict[tuple[str, str], list[Edit]] = {}
    done = 0
    for finding in checked.findings:
        edit = safe_edit(finding.suggestions)
        if edit and edit.start >= done:
            done = edit.end
            jargon = text[edit.start : edit.end]
            places.setdefault((jargon, edit.replacement), []).append(edit)
    return [SafeSwap(jargon, words, tuple(edits)) for (jargon, words), edits in places.items()]
