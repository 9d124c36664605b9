"""Theme box: asks for the colours, and shows each while one looks through the list."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from plainspeak.tui.dialogs.ask import Ask
from plainspeak.tui.themes import LOOKS


class ThemeBox(Ask):
    """Gives back the name of a theme, or "" when everything should stay as it was."""

    def __init__(self, now: str) -> None:
        answers = [(name, f"{name}: {look.does}") for name, look in LOOKS.items()]
        super().__init__("Colours", "Go up and down to see them. Press Enter to keep one.", [*answers, ("", "Go back")])
        self.now = now

    def on_mount(self) -> None:
        """Begin at the theme in use."""
        names = list(LOOKS)
        self.query_one(OptionList).highlighted = names.index(self.now) if self.now in names else 0

    @on(OptionList.OptionHighlighted)
    def try_it(self, event: OptionList.OptionHighlighted) -> None:
        """Show the theme that is marked."""
        self.app.theme = event.option_id or self.now
