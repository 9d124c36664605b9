"""The comparison screen: the whole draft before and after, with what has changed told in words."""

from __future__ import annotations

import asyncio
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, ClassVar

from rich.text import Text
from textual import work
from textual.content import Content

from plainspeak.tui.comparison import Comparison, comparison
from plainspeak.tui.comparison_lines import comparison_lines
from plainspeak.tui.screens.look_screen import LookScreen
from plainspeak.tui.widgets.bindings import bindings_for


class ComparisonScreen(LookScreen):
    """Each paragraph once, and twice where it has changed: Before and Now."""

    NAME = "comparison"
    BINDINGS: ClassVar[list[Any]] = bindings_for("anywhere", "comparison")

    compared: Comparison | None = None
    only_changes = False
    changes: Sequence[int] = ()

    def on_mount(self) -> None:
        """Compare, without keeping a key waiting."""
        self.page.border_title = Content("Before and after")
        self.set_focus(self.page)
        self.page.show(lambda _width: [Text(" Comparing \u2026")])
        self.show_keys()
        self._compare()

    @work(group="compare")
    async def _compare(self) -> None:
        self.compared = await asyncio.to_thread(comparison, self.original, self.now)
        count = self.compared.changes
        told = "Nothing has changed" if not count else "1 change" if count == 1 else f"{count:,} changes"
        self.page.border_subtitle = Content(told)
        self.page.show(self._lines)
        self.show_keys()

    def _lines(self, width: int) -> Sequence[Text]:
        if self.compared is None:
            return ()
        shown = comparison_lines(self.compared, width - 1, only_changes=self.only_changes)
        self.changes = shown.changes
        return shown.lines or [Text(" Nothing has changed.")]

    def can(self, action: str) -> bool:
        """Whether this would do something just now."""
        changed = bool(self.compared and self.compared.changes)
        if action in ("next_change", "previous_change"):
            return changed
        if action == "show_changes":
            return changed and not self.only_changes
        if action == "show_whole":
            return self.only_changes
        return True

    def action_next_change(self) -> None:
        """Go to the next change; after the last comes the first."""
        self._go(bisect_right(self.changes, self.page.scroll_offset.y))

    def action_previous_change(self) -> None:
        """Go to the change before."""
        self._go(bisect_left(self.changes, self.page.scroll_offset.y) - 1)

    def _go(self, index: int) -> None:
        if self.changes:
            self.page.scroll_to(y=self.changes[index % len(self.changes)], animate=False)

    def action_show_changes(self) -> None:
        """Show only the paragraphs that have changed."""
        self._show(only_changes=True)

    def action_show_whole(self) -> None:
        """Show the whole draft."""
        self._show(only_changes=False)

    def _show(self, *, only_changes: bool) -> None:
        self.only_changes = only_changes
        self.page.show(self._lines)
        self.page.scroll_home(animate=False)
        self.show_keys()
