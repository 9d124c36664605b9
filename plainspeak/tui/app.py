"""The app: an editor that shows jargon and offers plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen

from plainspeak.tui.actions import ACTIONS
from plainspeak.tui.draft_check import Checker
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.screens.draft import DraftScreen
from plainspeak.tui.terminal import take_keyboard


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

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers: the table of actions, and the choice of colours."""
        if screen is self.draft_screen:
            for action in ACTIONS:
                if action.palette and screen.check_action(action.name, ()):
                    yield SystemCommand(action.title, action.help, getattr(screen, f"action_{action.name}"))
        yield SystemCommand("Change the colours", "Pick a light or a dark theme.", self.action_change_theme)


def run(path: Path | None, piped_text: str | None = None) -> int:
    """Open the app on a file, on piped text, or on an empty draft; returns the exit status.

    Raises DocumentError when the file cannot be read, UsageError when there is no terminal.
    """
    file = DraftFile.open(path) if path else DraftFile()
    take_keyboard()
    app = PlainspeakApp(file, file.saved if piped_text is None else piped_text, _load_checker)
    app.run()
    return app.return_code or 0


def _load_checker() -> Checker:
    from plainspeak.checking.checker import Checker as RealChecker

    return RealChecker.load()
