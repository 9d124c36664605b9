"""The reading screen: how hard the draft is to read, before and now, and its longest sentences."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, ClassVar

from rich.text import Text
from textual import work
from textual.content import Content

from plainspeak.text.span import Span
from plainspeak.tui.reading import Reading, reading_of
from plainspeak.tui.reading_lines import reading_lines
from plainspeak.tui.screens.look_screen import LookScreen
from plainspeak.tui.widgets.bindings import bindings_for


class ReadingScreen(LookScreen):
    """Numbers, what made the difference, a small chart, and the longest sentences, to go to by number."""

    NAME = "reading"
    BINDINGS: ClassVar[list[Any]] = bindings_for("anywhere", "reading")

    before = Reading(())
    after = Reading(())

    def on_mount(self) -> None:
        """Count, without keeping a key waiting."""
        self.page.border_title = Content("How it reads")
        self.set_focus(self.page)
        self.page.show(lambda _width: [Text(" Counting \u2026")])
        self.show_keys()
        self._count()

    @work(group="count")
    async def _count(self) -> None:
        self.after = await asyncio.to_thread(reading_of, self.now)
        same = self.original == self.now
        self.before = self.after if same else await asyncio.to_thread(reading_of, self.original)
        self.page.show(self._lines)
        self.show_keys()

    def _lines(self, width: int) -> Sequence[Text]:
        return list(reading_lines(self.before, self.after, self.now, width))

    def can(self, action: str) -> bool:
        """Whether this would do something just now."""
        return action != "go_to_sentence" or bool(self.after.longest())

    def action_go_to_sentence(self, number: int) -> None:
        """Go to one of the longest sentences in the draft."""
        longest = self.after.longest()
        if number <= len(longest):
            span = longest[number - 1].span
            self.dismiss()
            self.draft.moving.to_sentence(Span(span.start, span.end))
        else:
            self.say(f"There is no long sentence with the number {number}.")
