"""Swap safe: shows all the swaps that can be made with nobody looking, and asks which of them to make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import SelectionList, Static
from textual.widgets.selection_list import Selection

from plainspeak.tui.held_text import drawn, held
from plainspeak.tui.safe_swaps import SafeSwap

_BOLD = Style(bold=True)


class SwapSafe(ModalScreen[list[SafeSwap] | None]):
    """Gives back the swaps to make, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Go back"),
        Binding("enter", "take", "Swap", priority=True),
    ]

    def __init__(self, swaps: Sequence[SafeSwap]) -> None:
        super().__init__()
        self.swaps = swaps

    def compose(self) -> ComposeResult:
        """How many there are, and each of them with a tick."""
        with Vertical() as box:
            box.border_title = Content("Swap what is safe")
            yield Static(id="sum", classes="said")
            yield SelectionList(
                *(Selection(_row(swap), number, initial_state=True) for number, swap in enumerate(self.swaps))
            )
            yield Static(Content("Space: tick or untick    Enter: swap    Esc: go back"))

    def on_mount(self) -> None:
        """Say how many are ticked."""
        self._count()

    @on(SelectionList.SelectedChanged)
    def _count(self) -> None:
        places = sum(len(swap.edits) for swap in self._ticked())
        how_many = f"{places:,} {'place' if places == 1 else 'places'}"
        self.query_one("#sum", Static).update(
            Content(
                "Each of these fits its sentence, and the word is surely meant in this way. "
                f"Ticked: {how_many}. One undo takes it all back."
            )
        )

    def _ticked(self) -> list[SafeSwap]:
        return [self.swaps[number] for number in sorted(self.query_one(SelectionList).selected)]

    def action_take(self) -> None:
        """Make the swaps that are ticked."""
        self.dismiss(self._ticked())

    def action_give_up(self) -> None:
        """Swap nothing."""
        self.dismiss(None)


def _row(swap: SafeSwap) -> Content:
    words = drawn(held(swap.words)) or "(nothing)"
    times = f"  \u00d7 {len(swap.edits):,}" if len(swap.edits) > 1 else ""
    return Content.assemble(
        Content(" ".join(drawn(held(swap.jargon)).split())), " \u2192 ", Content(words).stylize(_BOLD), times
    )
