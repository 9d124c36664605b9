"""Form: lines to fill in, each with its label; a line grows with what is written in it."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static, TextArea

from plainspeak.tui.held_text import held, stored


class Pick(Static, can_focus=True):
    """One of a few words: the arrows go from one to the next, Enter shows them all."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("right,space", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    value: reactive[str] = reactive("", init=False)

    class Changed(Message):
        """Another word was picked."""

    def __init__(self, title: str, value: str, choices: tuple[str, ...]) -> None:
        super().__init__()
        self.heading = title
        self.choices = choices
        self.set_reactive(Pick.value, value)

    def on_mount(self) -> None:
        """Show the word."""
        self._draw()

    def watch_value(self) -> None:
        """Another word was picked."""
        self._draw()
        self.post_message(self.Changed())

    def _draw(self) -> None:
        self.update(Content(f"\u2039 {self.value or 'choose'} \u203a"))

    def action_step(self, by: int) -> None:
        """Go to the next word, or back."""
        at = self.choices.index(self.value) + by if self.value in self.choices else 0
        self.value = self.choices[at % len(self.choices)]

    def on_click(self) -> None:
        """Show all the words."""
        self.action_choose()

    @work(group="pick", exclusive=True)
    async def action_choose(self) -> None:
        """Show all the words, to pick one."""
        from plainspeak.tui.dialogs.ask import Ask

        answers = [*((word, word) for word in self.choices), ("", "Go back")]
        self.value = await self.app.push_screen_wait(Ask(self.heading, "Pick one:", answers)) or self.value


class Lines(TextArea):
    """A text to write in, as high as it needs to be. Tab goes to the next."""

    def __init__(self, text: str) -> None:
        super().__init__(held(text), compact=True, tab_behavior="focus", show_line_numbers=False, soft_wrap=True)
        self.cursor_blink = False
        self.match_cursor_bracket = False

    @property
    def value(self) -> str:
        """What was written."""
        return stored(self.text)


class Line(Lines):
    """A text that is one thing: Enter goes on to the next line of the form."""

    BINDINGS: ClassVar[list[Any]] = [Binding("enter", "app.focus_next", show=False, priority=True)]


class FormRow(Horizontal):
    """A label and what is to be filled in beside it."""

    def __init__(
        self, name: str, label: str, value: str, choices: tuple[str, ...] = (), *, is_list: bool = False
    ) -> None:
        super().__init__(id=f"row-{name.replace('.', '-')}")
        self.field = name
        self.label = label
        self.part: Pick | Lines = Pick(label, value, choices) if choices else Lines(value) if is_list else Line(value)

    def compose(self) -> ComposeResult:
        """The label before the part."""
        yield Static(Content(self.label), classes="label")
        yield self.part

    @property
    def value(self) -> str:
        """What stands in the row."""
        return self.part.value

    def holds(self, widget: Widget | None) -> bool:
        """Whether a widget is the part to fill in."""
        return widget is self.part
