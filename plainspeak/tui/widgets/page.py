"""Page: many lines of text to read, of which only those in sight are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

Lines = Callable[[int], Sequence[Text]]
"""Makes the lines for a width in cells."""


class Page(ScrollView, can_focus=True):
    """Lines that are made anew when the width changes. The arrows and Page Down move in it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._make: Lines = lambda _width: ()
        self._width = 0
        self.lines: Sequence[Text] = ()

    def show(self, make: Lines) -> None:
        """Show other lines."""
        self._make = make
        self._width = 0
        self._fit()

    def on_resize(self) -> None:
        """Make the lines as the room allows."""
        self._fit()

    def _fit(self) -> None:
        width = self.scrollable_content_region.width
        if width and width != self._width:
            self._width = width
            self.lines = self._make(width)
            self.virtual_size = Size(0, len(self.lines))
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, row = self.scrollable_content_region.width, y + self.scroll_offset.y
        if row >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        text = self.lines[row].copy()
        text.truncate(width, overflow="ellipsis", pad=True)
        return Strip(text.render(self.app.console), width).apply_style(self.rich_style)
