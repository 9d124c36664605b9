"""The editor: a draft that is typed in while jargon is underlined."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.document._document import EditResult  # the type that TextArea.edit returns has no public home
from textual.document._edit import Edit
from textual.expand_tabs import expand_text_tabs_from_widths
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

from plainspeak.glossary.entry import LEVELS, Level
from plainspeak.tui.draft_check import CheckedDraft
from plainspeak.tui.held_text import drawn, held, stored
from plainspeak.tui.line_spans import LineSpans
from plainspeak.tui.widgets.bindings import bindings_for

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_RIGHT = 3  # the button of the mouse
MARGIN = 2
LETTERS: dict[Level, str] = {"must": "M", "should": "S", "could": "C"}


class Choice(Edit):
    """A change made by choosing words, not by typing or pasting."""


class Editor(TextArea):
    """A text area which underlines what was found and puts a letter in the margin of each row that holds some.

    A row is drawn from its own slice of the line, so the cost of a key does not grow with the draft: the stock
    `render_line` joins the whole text, adds up the height of every line and styles the whole paragraph for each row.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "editor--current",
        "editor--letter",
        *(f"editor--{level}" for level in LEVELS),
    }
    BINDINGS: ClassVar[list[Any]] = [
        *bindings_for("draft"),
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "go_to_start", show=False),
        Binding("ctrl+end", "go_to_end", show=False),
        Binding("ctrl+shift+home", "go_to_start(True)", show=False),
        Binding("ctrl+shift+end", "go_to_end(True)", show=False),
    ]

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        self.spans = LineSpans()
        self._current: tuple[int, int, int] | None = None
        self._base = Style()
        self._styles: dict[str, Style] = {}
        super().__init__(text, placeholder=placeholder, max_checkpoints=1_000, id=id)
        self.cursor_blink = False

    # -- what is marked ------------------------------------------------------------------------------------------------

    def mark(self, checked: CheckedDraft) -> None:
        """Underline what was found."""
        self.spans.sync(self.document.lines)
        if checked.complete:
            self.spans.replace_all(checked.lines, checked.spans)
        else:
            for paragraph in checked.paragraphs:
                for row in range(paragraph.first, paragraph.last):
                    self.spans.replace(row, checked.lines[row], checked.spans.get(row, ()))
        self.refresh()

    def point_out(self, current: tuple[int, int, int] | None) -> None:
        """Make the mark at this (row, start, end) stand out from the others."""
        if current != self._current:
            self._current = current
            self.refresh()

    def rows_in_sight(self) -> tuple[int, int]:
        """The lines of the draft, ``first <= row < last``, that the screen shows."""
        rows = self.wrapped_document._offset_to_line_info  # noqa: SLF001 - no public way from a screen row to a line
        if not rows:
            return 0, 1
        top = min(self.scroll_offset.y, len(rows) - 1)
        bottom = min(top + max(1, self.size.height), len(rows)) - 1
        return rows[top][0], rows[bottom][0] + 1

    def on_resize(self) -> None:
        """Keep the cursor in sight when the room changes."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def action_go_to_start(self, select: bool = False) -> None:
        """Put the cursor before the first letter of the draft."""
        self.move_cursor((0, 0), select=select)

    def action_go_to_end(self, select: bool = False) -> None:
        """Put the cursor after the last letter of the draft."""
        self.move_cursor(self.document.end, select=select)

    def on_paste(self) -> None:
        """Where a whole draft is pasted in that is longer than the screen, begin at its top."""
        if not self.text:
            self.call_after_refresh(self._to_top_of_long_draft)

    def _to_top_of_long_draft(self) -> None:
        if self.wrapped_document.height > self.size.height:
            self.move_cursor((0, 0))

    class AskedAbout(Message):
        """Somebody clicked on a word with the right button."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A right click asks about the word under it, or about the selection that it falls in."""
        if event.button == _RIGHT:
            event.prevent_default()
            place = self.get_target_document_location(event)
            first, last = sorted(self.selection)
            if first == last or not first <= place <= last:
                self.move_cursor(place)
            self.post_message(self.AskedAbout(self.words_at_cursor()))

    def words_at_cursor(self) -> str:
        """The words that are selected, or else the word at the cursor; "" when there is none."""
        if self.selected_text.strip():
            return " ".join(stored(self.selected_text).split())
        row, column = self.cursor_location
        line = self.document.get_line(row)
        found = (word.span() for word in _WORD.finditer(line))
        return next((line[start:end] for start, end in found if start <= column <= end), "")

    # -- changing the text ---------------------------------------------------------------------------------------------

    def edit(self, edit: Edit) -> EditResult:
        """Make one change; whatever is put in is first made safe to hold."""
        edit.text = held(edit.text)
        return super().edit(edit)

    def put(self, text: str, start: Location, end: Location) -> None:
        """Replace a stretch by words that were chosen, as one step that one undo takes back."""
        self.history.checkpoint()
        self.edit(Choice(text, start, end, maintain_selection_offset=False))
        self.history.checkpoint()

    def chose_last(self) -> bool:
        """Whether the step that undo would take back was a choice."""
        steps = self.history.undo_stack
        return bool(steps) and isinstance(steps[-1][-1], Choice)

    def undo(self) -> None:
        """Take back the last step."""
        self._park_cursor()
        super().undo()

    def redo(self) -> None:
        """Do the last step again."""
        self._park_cursor()
        super().redo()

    def _park_cursor(self) -> None:
        """Keep the cursor from pointing past a text that is about to get shorter.

        Textual 8.2.8 crashes there (Textualize/textual issue 6686). The change being undone sets the cursor anew.
        """
        self.set_reactive(TextArea.selection, Selection.cursor((0, 0)))

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:  # noqa: ARG002
        """Nothing: a search to the end of the draft for the sake of a bracket helps no writer."""
        return None

    # -- drawing -------------------------------------------------------------------------------------------------------

    @property
    def gutter_width(self) -> int:
        """The width of the margin, in cells."""
        return MARGIN

    def notify_style_update(self) -> None:
        """Forget what was worked out from the styles."""
        self._styles.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows in sight."""
        self.spans.sync(self.document.lines)
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width = self.scrollable_content_region.size.width
        if width <= MARGIN:
            return Strip.blank(max(0, width), self._base)
        if self.document.line_count == 1 and not self.document.get_line(0):
            return super().render_line(y)  # the hint for an empty draft
        offset = y + self.scroll_offset.y
        if offset >= self.virtual_size.height:
            return Strip.blank(width, self._base)
        row, section = self.wrapped_document._offset_to_line_info[offset]  # noqa: SLF001 - no public way to ask
        line = self.document.get_line(row)
        breaks = self.wrapped_document.get_offsets(row)
        first = breaks[section - 1] if section else 0
        last = breaks[section] if section < len(breaks) else len(line)
        text = Text(drawn(line[first:last]), end="", no_wrap=True)
        if last == len(line):
            text.append(" ")  # where the cursor rests after the last letter
        self._paint(text, row, first, last)
        if "\t" in text.plain:
            before = line.count("\t", 0, first)
            text = expand_text_tabs_from_widths(text, self.wrapped_document.get_tab_widths(row)[before:])
        strip = Strip.join([self._margin(row, first, last), Strip(text.render(self.app.console), text.cell_len)])
        beyond = self._part("text-area--cursor-line") if row == self.selection.end[0] else None
        return strip.extend_cell_length(width, beyond).apply_style(self._base)

    def _margin(self, row: int, first: int, last: int) -> Strip:
        """The letter of the most urgent mark of this row."""
        levels = {span.level for span in self.spans.between(row, first, max(last, first + 1))}
        for level in LEVELS:
            if level in levels:
                return Strip(
                    [Segment(LETTERS[level], self._part("editor--letter")), Segment(" " * (MARGIN - 1))], MARGIN
                )
        return Strip([Segment(" " * MARGIN)], MARGIN)

    def _paint(self, text: Text, row: int, first: int, last: int) -> None:
        """Style a row that shows the columns ``first <= i < last`` of a line."""
        cursor_row, cursor_column = self.selection.end
        if row == cursor_row:
            text.stylize(self._part("text-area--cursor-line"))
        for span in self.spans.between(row, first, last):
            text.stylize(self._part(f"editor--{span.level}"), max(span.start - first, 0), span.end - first)
        if self._current and self._current[0] == row:
            self._paint_stretch(text, "editor--current", self._current[1] - first, self._current[2] - first)
        (top, left), (bottom, right) = sorted(self.selection)
        if (top, left) != (bottom, right) and top <= row <= bottom:
            start = left if row == top else 0
            end = right if row == bottom else last + 1
            self._paint_stretch(text, "text-area--selection", start - first, end - first)
        if self.has_focus and row == cursor_row and first <= cursor_column < first + len(text):
            self._paint_stretch(text, "text-area--cursor", cursor_column - first, cursor_column - first + 1)

    def _paint_stretch(self, text: Text, part: str, start: int, end: int) -> None:
        if end > 0 and start < len(text) and start < end:
            text.stylize(self._part(part), max(start, 0), end)

    def _part(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(name, partial=True)
        return self._styles[name]
