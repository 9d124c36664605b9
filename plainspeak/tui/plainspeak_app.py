"""The app itself: one draft screen, and a palette with all that can be done in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen

from plainspeak.tui.actions import ACTIONS
from plainspeak.tui.draft_check import Checker
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.screens.draft import DraftScreen


class PlainspeakApp(App[int]):
    """The terminal app. `load_checker` is called, off the main thread, once the first picture stands."""

    CSS_PATH = "plainspeak.tcss"
    TITLE = "plainspeak"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    def __init__(self, file: DraftFile, text: str, load_checker: Callable[[], Checker]) -> None:
        super().__init__()
        self.draft_screen = DraftScreen(file, text, load_checker)

    def get_default_screen(self) -> DraftScreen:
        """The screen to start with."""
        return self.draft_screen

    async def action_quit(self) -> None:
        """Leave, but not with unsaved work and not from the middle of a question."""
        if self.screen is self.draft_screen:
            self.draft_screen.action_quit()
        else:
            self.notify("Press Esc to close this first.", markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers: the table of actions, and the choice of colours."""
        if screen is self.draft_screen:
            for action in ACTIONS:
                if action.palette and self.draft_screen.can(action.name):
                    yield SystemCommand(action.title, action.help, getattr(screen, f"action_{action.name}"))
        yield SystemCommand("Change the colours", "Pick a light or a dark theme.", self.action_change_theme)
