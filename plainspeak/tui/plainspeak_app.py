"""The app itself: its screens, the way from one to another, and a palette with all that can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen

from plainspeak.tui.action import SCREENS, ScreenName
from plainspeak.tui.actions import ACTIONS
from plainspeak.tui.draft_check import Checker
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.screens.app_screen import AppScreen
from plainspeak.tui.screens.draft import DraftScreen


class PlainspeakApp(App[int]):
    """The terminal app. `load_checker` is called, off the main thread, once the first picture stands.

    Each screen is a mode of its own, made when it is first gone to; what stood on it is there when one comes back.
    """

    CSS_PATH = "plainspeak.tcss"
    TITLE = "plainspeak"
    DEFAULT_MODE = "draft"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    def __init__(self, file: DraftFile, text: str, load_checker: Callable[[], Checker]) -> None:
        super().__init__()
        self.draft_screen = DraftScreen(file, text, load_checker)
        self._before: ScreenName = "draft"
        for name in SCREENS:
            self.add_mode(name, partial(self._made, name))

    def _made(self, name: ScreenName) -> AppScreen:
        """A screen, loaded only when it is first asked for."""
        match name:
            case "draft":
                return self.draft_screen
            case "help":
                from plainspeak.tui.screens.help import HelpScreen

                return HelpScreen()
        raise ValueError(name)

    def show(self, name: ScreenName) -> None:
        """Go to a screen."""
        here = self.screen
        if isinstance(here, AppScreen) and name != here.NAME:
            self._before = here.NAME
            self.switch_mode(name)
            there = self.screen
            if isinstance(there, AppScreen):
                there.call_later(there.came_from, here.NAME)

    def go_back(self) -> None:
        """Go back to the screen that was shown before this one."""
        self.show(self._before)

    async def action_quit(self) -> None:
        """Leave, but not with unsaved work and not from the middle of a question."""
        if isinstance(self.screen, AppScreen):
            self.screen.action_quit()
        else:
            self.notify("Press Esc to close this first.", markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers: the table of actions, and the choice of colours."""
        if isinstance(screen, AppScreen):
            offered = screen.offers()
            for action in ACTIONS:
                if action.name in offered:
                    yield SystemCommand(action.title, action.help, getattr(screen, f"action_{action.name}"))
        yield SystemCommand("Change the colours", "Pick a light or a dark theme.", self.action_change_theme)
