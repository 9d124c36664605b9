"""Own words: asks for words to put in, and shows the sentence that they make."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Input, Static

from plainspeak.checking.finding import Finding, Suggestion
from plainspeak.tui.dialogs.key_line import KeyLine
from plainspeak.tui.held_text import drawn, held, stored
from plainspeak.tui.preview import Marked, Sentence, after, before

_LABEL = Style(bold=True)
_CHANGED = Style(bold=True, underline=True)


class OwnWords(ModalScreen[str | None]):
    """Gives back the words that were typed ("" takes the jargon out), or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Go back")]

    def __init__(self, finding: Finding, sentence: Sentence, start: str) -> None:
        super().__init__()
        self.finding = finding
        self.sentence = sentence
        self.start = drawn(held(start))

    def compose(self) -> ComposeResult:
        """The question or the meaning, the line to type in, and the sentence before and after."""
        with Vertical() as box:
            box.border_title = Content(f"Your own words for \u201c{drawn(held(self.finding.text))}\u201d")
            yield Static(Content(drawn(held(self.finding.question or self.finding.what_we_mean))), classes="said")
            line = Input(self.start, placeholder="nothing: the words are taken out")
            line.cursor_blink = False
            yield line
            yield Static(_line("Now:  ", before(self.sentence, self.finding)), classes="said")
            yield Static(id="after", classes="said")
            yield KeyLine(("Enter", "put them in", "take"), ("Esc", "go back", "give_up"))

    def on_mount(self) -> None:
        """Show what the first words would make."""
        self._preview()

    @on(Input.Changed)
    def _preview(self) -> None:
        offer = Suggestion("swap", self._typed, self.finding.start, self.finding.end)
        self.query_one("#after", Static).update(_line("Then: ", after(self.sentence, offer)))

    @property
    def _typed(self) -> str:
        return stored(self.query_one(Input).value).strip()

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Take what has been typed."""
        self.dismiss(self._typed)

    def action_give_up(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)


def _line(label: str, words: Marked) -> Content:
    return Content.assemble((label, _LABEL), Content(drawn(held(words.text))).stylize(_CHANGED, *words.span))
