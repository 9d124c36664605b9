"""Swap safe: shows all the swaps that can be made with nobody looking, and asks which of them to make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from plainspeak.tui.dialogs.key_line import KeyLine
from plainspeak.tui.draft_check import CheckedDraft
from plainspeak.tui.held_text import drawn, held
from plainspeak.tui.preview import after, sentence_of
from plainspeak.tui.safe_swaps import SafeSwap
from plainspeak.tui.widgets.row_list import RowList

_MOST_ROWS = 14
_FEWEST_ROWS = 2
_REST = 12  # rows of the box that are not of the list: its edges, what is said, the sentence and the keys
_NARROW = 60  # columns; with fewer, what is said and the keys take a row more each
_LABEL = Style(bold=True)
_CHANGED = Style(bold=True, underline=True)


class SwapSafe(ModalScreen[list[SafeSwap] | None]):
    """Gives back the swaps to make, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Go back"),
        Binding("enter", "take", "Swap", priority=True),
        Binding("space", "tick", "Tick"),
    ]

    def __init__(self, swaps: Sequence[SafeSwap], checked: CheckedDraft) -> None:
        super().__init__()
        self.checked = checked
        self.swaps = swaps
        self.ticked = set(range(len(swaps)))
        self.list = RowList(self._row)

    def compose(self) -> ComposeResult:
        """How many there are, and each of them with a tick."""
        with Vertical() as box:
            box.border_title = Content("Swap what is safe")
            yield Static(id="sum", classes="said")
            yield self.list
            yield Static(id="sentence")
            yield KeyLine(("Space", "tick or untick", "tick"), ("Enter", "swap", "take"), ("Esc", "go back", "give_up"))

    def on_mount(self) -> None:
        """Begin with all of them ticked."""
        self.on_resize()
        self.list.show(len(self.swaps))
        self.set_focus(self.list)
        self._count()

    def on_resize(self) -> None:
        """Let the list be as long as the rest of the box leaves room for."""
        columns, rows = self.app.size
        room = rows - _REST - (2 if columns < _NARROW else 0)
        self.list.styles.height = max(_FEWEST_ROWS, min(len(self.swaps), _MOST_ROWS, room))

    def _count(self) -> None:
        places = sum(len(self.swaps[number].edits) for number in self.ticked)
        how_many = f"{places:,} {'place' if places == 1 else 'places'}"
        self.query_one("#sum", Static).update(
            Content(
                "Each of these fits its sentence, and the word is surely meant in this way. "
                f"Ticked: {how_many}. One undo takes it all back."
            )
        )

    def _row(self, number: int, _width: int) -> Text:
        swap = self.swaps[number]
        text = Text(" [x] " if number in self.ticked else " [ ] ", end="", no_wrap=True)
        text.append(" ".join(drawn(held(swap.jargon)).split())).append(" \u2192 ")
        text.append(drawn(held(swap.words)) or "(nothing)", "bold")
        return text.append(f"  \u00d7 {len(swap.edits):,}" if len(swap.edits) > 1 else "")

    @on(RowList.Marked)
    def _show_sentence(self) -> None:
        """Show where the marked words go in: the first of their places."""
        if self.list.marked is None:
            return
        swap = self.swaps[self.list.marked]
        words = after(sentence_of(self.checked, swap.first), swap.first.suggestions[0])
        sentence = Content(drawn(held(words.text))).stylize(_CHANGED, *words.span)
        self.query_one("#sentence", Static).update(Content.assemble((f"Line {swap.first.line:,}: ", _LABEL), sentence))

    @on(RowList.Chosen)
    def action_tick(self) -> None:
        """Tick the one that is marked, or untick it."""
        if self.list.marked is not None:
            self.ticked ^= {self.list.marked}
            self.list.refresh()
            self._count()

    def action_take(self) -> None:
        """Make the swaps that are ticked."""
        self.dismiss([self.swaps[number] for number in sorted(self.ticked)])

    def action_give_up(self) -> None:
        """Swap nothing."""
        self.dismiss(None)
