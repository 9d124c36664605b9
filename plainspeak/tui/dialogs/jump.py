"""Jump: find a piece of jargon, or any words of the draft, by typing a few letters."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from plainspeak.text.span import Span
from plainspeak.tui.dialogs.key_line import KeyLine
from plainspeak.tui.draft_check import CheckedDraft
from plainspeak.tui.held_text import drawn, held, stored
from plainspeak.tui.jump_list import Target, targets
from plainspeak.tui.widgets.answer_list import AnswerList

_BOLD = Style(bold=True, underline=True)
_LETTER = Style(bold=True)


class Jump(ModalScreen[Span | None]):
    """Gives back the place that was picked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Go back"),
        Binding("down", "mark('down')", show=False, priority=True),
        Binding("up", "mark('up')", show=False, priority=True),
    ]

    def __init__(self, checked: CheckedDraft) -> None:
        super().__init__()
        self.checked = checked
        self.found: list[Target] = []

    def compose(self) -> ComposeResult:
        """A line to type in, and the places that fit."""
        with Vertical() as box:
            box.border_title = Content("Jump to")
            line = Input(placeholder="a few letters of a word; roughly will do")
            line.cursor_blink = False
            yield line
            yield AnswerList()
            yield Static(id="sum")
            yield KeyLine(
                ("Enter", "go there", "take"), ("\u2191 \u2193", "pick another", ""), ("Esc", "go back", "give_up")
            )

    def on_mount(self) -> None:
        """Begin with everything that was found."""
        self.query_one(OptionList).can_focus = False
        self._find()

    @on(Input.Changed)
    def _find(self) -> None:
        self.found = targets(self.checked, stored(self.query_one(Input).value))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_row(target), id=str(number)) for number, target in enumerate(self.found)])
        options.highlighted = 0 if self.found else None
        none = "Nothing like that stands in the draft."
        self.query_one("#sum", Static).update(Content("" if self.found else none))

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Go to the place that is marked."""
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self.found):
            self.dismiss(self.found[at].place)

    @on(OptionList.OptionSelected)
    def take_clicked(self, event: OptionList.OptionSelected) -> None:
        """Go to the place that was clicked."""
        self.dismiss(self.found[event.option_index].place)

    def action_mark(self, way: str) -> None:
        """Mark the next place, or the one before."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if way == "down" else options.action_cursor_up()

    def action_give_up(self) -> None:
        """Stay where one was."""
        self.dismiss(None)


def _row(target: Target) -> Content:
    before, words, behind = (drawn(held(part)) for part in target.around)
    letter = target.level[:1].upper() or " "
    return Content.assemble(
        (f"{letter} ", _LETTER), f"line {target.line:,}: ", before, Content(words).stylize(_BOLD), behind
    )
