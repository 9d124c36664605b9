"""Findings list: what was found, once for each term, unfolded to its places where somebody wants to see them."""

from __future__ import annotations

from typing import Any, ClassVar

from rich.segment import Segment
from rich.text import Text
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip

from plainspeak.reports.counts import counted
from plainspeak.text.span import Span
from plainspeak.tui.draft_check import CheckedDraft
from plainspeak.tui.finding_filter import EntryOf
from plainspeak.tui.finding_groups import Group, Row, View, groups_of, row_at, rows_of
from plainspeak.tui.held_text import drawn, held
from plainspeak.tui.widgets.bindings import bindings_for
from plainspeak.tui.widgets.row_list import RowList

_TITLES: dict[View, str] = {"jargon": "What was found", "questions": "Questions to answer", "left": "Left alone"}
_NOTHING: dict[View, str] = {
    "jargon": "Nothing is left to decide.",
    "questions": "There are no questions.",
    "left": "Nothing was left alone.",
}
_MOVES = (
    ("up", "mark_by(-1)"),
    ("down", "mark_by(1)"),
    ("pageup", "mark_page(-1)"),
    ("pagedown", "mark_page(1)"),
    ("home", "mark_end(0)"),
    ("end", "mark_end(1)"),
)


class FindingsList(RowList):
    """A list that follows the draft. Here single keys do things."""

    BINDINGS: ClassVar[list[Any]] = [
        *bindings_for("list"),
        *(Binding(key, action, show=False, priority=True) for key, action in _MOVES),  # in step with the other keys
    ]

    def __init__(self, entry_of: EntryOf, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(self._row, id=id)
        self.view: View = "jargon"
        self.border_title = Content(_TITLES[self.view])
        self.groups: list[Group] = []
        self._entry_of = entry_of
        self._rows: list[Row] = []
        self._unfolded: set[str] = set()
        self._checked: CheckedDraft | None = None

    # -- what it shows -------------------------------------------------------------------------------------------------

    def show_found(self, checked: CheckedDraft, place: Span | None = None) -> None:
        """Show what was found; the mark goes to `place`, or else stays with its term."""
        if checked is not self._checked:
            self._checked = checked
            self._draw_up(place)
        elif place:
            self.follow(place)

    def show_view(self, view: View) -> None:
        """Show another kind of list."""
        if view != self.view:
            self.view = view
            self.marked = None
            self._draw_up()

    def follow(self, place: Span) -> None:
        """Mark the line that shows a place."""
        row = row_at(self.groups, self._rows, place)
        if row is not None and row != self.marked:
            self._set(row)

    @property
    def place(self) -> Span | None:
        """The place that the mark stands for: of a term with several, the first."""
        if self.marked is None or self.marked >= len(self._rows):
            return None
        row = self._rows[self.marked]
        return self.groups[row.group].places[row.place or 0]

    @property
    def group(self) -> Group | None:
        """The group that is marked, or that the marked place belongs to."""
        if self.marked is None or self.marked >= len(self._rows):
            return None
        return self.groups[self._rows[self.marked].group]

    def can_fold(self, *, shut: bool) -> bool:
        """Whether the term that is marked can be unfolded, or folded up again."""
        group = self.group
        return group is not None and len(group.places) > 1 and (group.key in self._unfolded) is shut

    def fold(self, *, shut: bool) -> None:
        """Unfold the term that is marked, or fold it up again."""
        if self.marked is None or not self.can_fold(shut=shut):
            return
        number = self._rows[self.marked].group
        self._unfolded ^= {self.groups[number].key}
        self._rows = rows_of(self.groups, self._unfolded)
        self._set(self._rows.index(Row(number)))

    def _draw_up(self, place: Span | None = None) -> None:
        """Make the lines anew; the mark goes to `place`, else to the term it was on, else it keeps its line."""
        old = self._rows[self.marked] if self.marked is not None and self.marked < len(self._rows) else None
        key = self.groups[old.group].key if old else ""
        self.groups = groups_of(self._checked, self.view, self._entry_of) if self._checked else []
        self._rows = rows_of(self.groups, self._unfolded)
        row = row_at(self.groups, self._rows, place) if place else None
        if row is None:
            same = (number for number, one in enumerate(self._rows) if self.groups[one.group].key == key)
            row = next(same, self.marked or 0)
        self._set(row)
        self.border_title = Content(_TITLES[self.view])
        count = sum(len(group.places) for group in self.groups)
        terms = counted(len(self.groups), "term")
        self.border_subtitle = Content(f"{terms}, {count:,} places") if count != len(self.groups) else None

    def _set(self, row: int) -> None:
        """Mark a line without a word to anybody."""
        self.count = len(self._rows)
        self.virtual_size = Size(0, self.count)
        self.marked = max(0, min(row, self.count - 1)) if self.count else None
        self._bring_into_sight()
        self.refresh()

    # -- drawing -------------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one row, or, in an empty list, say that it is empty."""
        if y or self.count:
            return super().render_line(y)
        return (
            Strip([Segment(f" {self._why_empty()}")]).adjust_cell_length(self.size.width).apply_style(self.rich_style)
        )

    def _why_empty(self) -> str:
        if self._checked is None or (self._checked.complete and not self._checked.words):
            return "Nothing is checked yet."
        return _NOTHING[self.view] if self._checked.complete else "Still checking \u2026"

    def _row(self, number: int, width: int) -> Text:
        row = self._rows[number]
        group = self.groups[row.group]
        if row.place is not None and self._checked:
            return _place_row(self._checked, group.places[row.place], width)
        return _group_row(group, width, is_open=group.key in self._unfolded)


def _place_row(checked: CheckedDraft, place: Span, width: int) -> Text:
    """The line it stands in, and the words around it."""
    line, column = checked.location(place.start)
    words = checked.lines[line]
    last = min(len(words), column + place.end - place.start)
    text = Text(f"     line {line + 1:,}: ", end="", no_wrap=True)
    first = max(0, column - max(0, width - text.cell_len - (last - column) - 1) // 2)
    text.append("\u2026" if first else "").append(drawn(words[first:column]))
    return text.append(drawn(words[column:last]), "bold").append(drawn(words[last : last + 200]))


def _group_row(group: Group, width: int, *, is_open: bool) -> Text:
    """The level, the term and how often it stands; then what there is to add, as far as there is room."""
    many = len(group.places) > 1
    text = Text(("\u25be" if is_open else "\u25b8") if many else " ", end="", no_wrap=True)
    text.append(f" {group.letter} " if group.letter else " ", "bold")
    count = f" \u00d7 {len(group.places):,} " if many else " "
    note = f"  {drawn(held(group.note))}" if group.note else ""
    label = Text(" ".join(drawn(held(group.label)).split()))
    label.truncate(max(4, width - text.cell_len - len(count) - min(len(note), width // 2)), overflow="ellipsis")
    return text.append_text(label).append(count, "bold").append(note, "italic")
