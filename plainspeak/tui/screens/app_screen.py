"""App screen: what every full screen of the app has, so that a person finds the same keys everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

from plainspeak.tui.action import ScreenName, Where
from plainspeak.tui.actions import ACTIONS
from plainspeak.tui.widgets.key_bar import KeyBar
from plainspeak.tui.widgets.screen_bar import ScreenBar

if TYPE_CHECKING:
    from plainspeak.tui.plainspeak_app import PlainspeakApp


class AppScreen(Screen[None]):
    """A full screen: the screen bar first, the key bar last. What it can do is in the table of actions."""

    NAME: ClassVar[ScreenName]
    BAR: ClassVar[ScreenName | None] = None  # the screen that the first line marks, when that is not this one
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares them as variables
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012 - as above

    def __init__(self) -> None:
        super().__init__()
        self.screen_bar = ScreenBar(self.BAR or self.NAME)
        self.key_bar = KeyBar(self.NAME, id="keys")

    @property
    def home(self) -> PlainspeakApp:
        """The app, which knows the other screens."""
        return cast("PlainspeakApp", self.app)

    def came_from(self, screen: ScreenName) -> None:
        """The person has just come here from another screen."""

    def can(self, action: str) -> bool:  # noqa: ARG002 - for those screens where it depends
        """Whether this would do something just now; if not it is not offered, and its key says why."""
        return True

    def where(self) -> Where:
        """The place that has the focus, as far as keys go."""
        return "anywhere"

    def show_keys(self) -> None:
        """Say in the key bar what can be done just now."""
        self.key_bar.show(self.where(), self.can)

    def offers(self) -> list[str]:
        """The names of the actions that the palette offers here just now."""
        here = f"show_{self.NAME}"
        offered = (one.name for one in ACTIONS if one.palette and self.NAME in one.screens and one.name != here)
        return [name for name in offered if self.can(name)]

    def say(self, text: str) -> None:
        """Tell the person something in passing; what was told before goes."""
        self.app.clear_notifications()
        self.notify(text, markup=False)

    # -- what can be done on every screen ------------------------------------------------------------------------------

    def action_show_draft(self) -> None:
        """Go to the draft."""
        self.home.show("draft")

    def action_show_glossary(self) -> None:
        """Go to the glossary."""
        self.home.show("glossary")

    def action_show_documents(self) -> None:
        """Go to the documents."""
        self.home.show("documents")

    def action_show_settings(self) -> None:
        """Go to the settings."""
        self.home.show("settings")

    def action_show_help(self) -> None:
        """Show the help."""
        self.home.show("help")

    def action_go_back(self) -> None:
        """Go back to the screen that was shown before."""
        self.home.go_back()

    def action_command_palette(self) -> None:
        """Find an action by typing."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave the app."""
        self.home.leave()
