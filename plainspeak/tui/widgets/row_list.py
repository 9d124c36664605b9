"""Row list: many rows, one line each, of which only those in sight are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

Draw = Callable[[int, int], Text]
"""Makes the text of a row, given its number from 0 and the width in cells."""


class RowList(ScrollView, can_focus=True):
    """A list with one row marked. What a row shows is drawn when it comes into sight, so a long list costs nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--marked"}
    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "mark_by(-1)", show=False),
        Binding("down", "mark_by(1)", show=False),
        Binding("pageup", "mark_page(-1)", show=False),
        Binding("pagedown", "mark_page(1)", show=False),
        Binding("home", "mark_end(0)", show=False),
        Binding("end", "mark_end(1)", show=False),
    ]

    class Marked(Message):
        """Another row is marked; `row` is None when the list is empty."""

        def __init__(self, row: int | None) -> None:
            super().__init__()
            self.row = row

    class Chosen(Message):
        """A row was clicked that was marked already."""

    def __init__(self, draw: Draw, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._draw_row = draw
        self.count = 0
        self.marked: int | None = None

    def show(self, count: int, marked: int = 0) -> None:
        """Show a list of so many rows."""
        self.count = count
        self.virtual_size = Size(0, count)
        self.marked = min(marked, count - 1) if count else None
        self._bring_into_sight()
        self.refresh()
        self.post_message(self.Marked(self.marked))

    def mark(self, row: int) -> None:
        """Mark a row, or the nearest there is."""
        row = max(0, min(row, self.count - 1))
        if self.count and row != self.marked:
            self.marked = row
            self._bring_into_sight()
            self.refresh()
            self.post_message(self.Marked(row))

    def action_mark_by(self, rows: int) -> None:
        """Mark the row so many rows on."""
        self.mark((self.marked or 0) + rows)

    def action_mark_page(self, pages: int) -> None:
        """Mark the row a page on."""
        self.action_mark_by(pages * max(1, self.scrollable_content_region.height - 1))

    def action_mark_end(self, end: int) -> None:
        """Mark the first row, or the last."""
        self.mark(end * self.count)

    def on_click(self, event: events.Click) -> None:
        """Mark the row that was clicked; a second click chooses it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row = offset.y + self.scroll_offset.y
        if row < self.count:
            if row == self.marked and event.chain > 1:
                self.post_message(self.Chosen())
            self.mark(row)

    def on_resize(self) -> None:
        """Keep the marked row in sight when the room changes."""
        self.call_after_refresh(self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        if self.marked is not None:
            self.scroll_to_region(Region(0, self.marked, 1, 1), animate=False, force=True, x_axis=False)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width = self.scrollable_content_region.width
        row = y + self.scroll_offset.y
        base = self.rich_style
        if row >= self.count:
            return Strip.blank(width, base)
        text = self._draw_row(row, width)
        text.truncate(width, overflow="ellipsis", pad=True)
        strip = Strip(text.render(self.app.console), width).apply_style(base)
        if row == self.marked:
            strip = strip.apply_style(self._marked_style())
        return strip

    def _marked_style(self) -> Style:
        return self.get_component_rich_style("row-list--marked", partial=True)


def columns(cells: Sequence[tuple[str, int, str]], width: int) -> Text:
    """Cells beside one another: (words, width, style) each; a width of 0 takes what is left over."""
    fixed = sum(wide + 1 for _, wide, _ in cells if wide)
    text = Text(" ", end="", no_wrap=True)
    for words, wide, style in cells:
        cell = Text(words, style)
        cell.truncate(wide or max(1, width - fixed - 2), overflow="ellipsis", pad=True)
        text.append_text(cell).append(" ")
    return text
