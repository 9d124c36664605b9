"""Ask: one question with a few answers to pick from."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from plainspeak.tui.widgets.answer_list import AnswerList


class Ask(ModalScreen[str]):
    """Asks a question; gives back the id of the answer. Escape gives the last one, which should change nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Go back")]

    def __init__(self, title: str, question: str, answers: list[tuple[str, str]]) -> None:
        super().__init__()
        self.heading = title
        self.question = question
        self.answers = answers

    def compose(self) -> ComposeResult:
        """The question, and the answers in a list."""
        with Vertical() as box:
            box.border_title = Content(self.heading)
            yield Static(Content(self.question), classes="said")
            yield AnswerList(*(Option(Content(label), id=name) for name, label in self.answers))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """An answer has been picked."""
        self.dismiss(event.option_id)

    def action_give_up(self) -> None:
        """Take the answer that changes nothing."""
        self.dismiss(self.answers[-1][0])
