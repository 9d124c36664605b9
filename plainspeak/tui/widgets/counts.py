"""The counts: one line on what stands in the draft."""

from __future__ import annotations

from collections import Counter

from textual.content import Content
from textual.widgets import Static

from plainspeak.glossary.entry import LEVELS
from plainspeak.tui.draft_check import CheckedDraft

_BETWEEN = "  \u00b7  "


class Counts(Static):
    """How much there is to do, and how long the draft and its sentences are."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._shown = ""
        self._parts: list[str] = []
        self._counted: tuple[CheckedDraft, list[str]] | None = None

    def show(self, checked: CheckedDraft, first: str = "") -> None:
        """Show the counts, with `first` before them."""
        if self._counted is None or self._counted[0] is not checked:
            self._counted = checked, count_parts(checked)
        self._parts = [first, *self._counted[1]] if first else self._counted[1]
        self._fit()

    def say(self, text: str) -> None:
        """Show a line of text."""
        self._parts = [text]
        self._fit()

    def on_resize(self) -> None:
        """Show as much as there is room for."""
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for, from the end, so that no number stands there without its word."""
        parts = list(self._parts)
        while len(parts) > 1 and self.size.width and len(_BETWEEN.join(parts)) > self.size.width:
            del parts[-1]
        text = _BETWEEN.join(parts)
        if text != self._shown:
            self._shown = text
            self.update(Content(text), layout=False)


def count_parts(checked: CheckedDraft) -> list[str]:
    """The counts in words, what matters most first."""
    if checked.complete and not checked.words:
        return ["No words yet"]
    levels = Counter(finding.level for finding in checked.findings)
    parts = [f"{levels[level]:,} {level}" for level in LEVELS]
    if checked.hidden:
        parts.append(f"only {checked.only}: {checked.hidden:,} not shown")
    parts.append(f"{len(checked.left_alone):,} left alone")
    parts.append(f"{checked.words:,} {'word' if checked.words == 1 else 'words'}")
    if checked.sentences:
        parts.append(f"{checked.words / checked.sentences:.0f} words a sentence")
    if not checked.complete:
        parts.insert(0, f"checking, {checked.share:.0%} done")
    return parts
