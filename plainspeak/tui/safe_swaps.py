"""Safe swaps: the swaps of a draft that may be made with nobody looking, put together by what they change."""

from __future__ import annotations

import time
from typing import NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.rewriting.apply import rewrite, safe_edit
from plainspeak.text.edits import Edit
from plainspeak.tui.draft_check import CheckedDraft

_MOST_KNOWN = 20_000


class SafeSwap(NamedTuple):
    """Words as they stand in the draft, the words that go in, each place where that is so, and the first finding that says so."""

    jargon: str
    words: str
    edits: tuple[Edit, ...]
    first: Finding


def safe_swaps(checked: CheckedDraft) -> list[SafeSwap]:
    """The safe swaps of a draft, in the order in which they first stand there."""
    text = "\n".join(checked.lines)
    made = set(rewrite(text, checked).edits)
    swaps: dict[tuple[str, str], SafeSwap] = {}
    for finding in checked.findings:
        edit = safe_edit(finding.suggestions)
        if edit and edit in made:
            made.discard(edit)
            key = (text[edit.start : edit.end], edit.replacement)
            swap = swaps.get(key) or SafeSwap(*key, (), finding)
            swaps[key] = swap._replace(edits=(*swap.edits, edit))
    return list(swaps.values())


class AnySafe:
    """Whether a draft has a safe swap. Working that out takes long where there is none, so it is remembered by sentence."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], bool] = {}

    def look(self, checked: CheckedDraft, seconds: float) -> bool | None:
        """Whether there is one; None when that could not be found out in so many seconds: more is known the next time."""
        end = time.perf_counter() + seconds
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        for finding in checked.findings:
            about = finding.entry, finding.text, finding.sentence
            if about not in self._known:
                if time.perf_counter() > end:
                    return None
                self._known[about] = safe_edit(finding.suggestions) is not None
            if self._known[about]:
                return True
        return False
