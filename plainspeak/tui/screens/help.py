"""The help: what the app is for, what its words mean, and every key, in plain words."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from plainspeak.tui.action import ScreenName
from plainspeak.tui.help_pages import PAGES, page_of
from plainspeak.tui.own_keys import own_keys_of
from plainspeak.tui.screens.app_screen import AppScreen
from plainspeak.tui.widgets.answer_list import AnswerList
from plainspeak.tui.widgets.bindings import bindings_for


class HelpScreen(AppScreen):
    """Pages of help: their names on the left, the page on the right."""

    NAME = "help"
    BINDINGS: ClassVar[list[Any]] = bindings_for("anywhere", "help")

    def __init__(self) -> None:
        super().__init__()
        self.names = AnswerList(*(Option(Content(page.title), id=page.title) for page in PAGES), id="pages")
        self.text = Static()
        self.page = VerticalScroll(self.text, id="page", can_focus=False)

    def compose(self) -> ComposeResult:
        """The names of the pages beside the page."""
        yield self.screen_bar
        with Horizontal(classes="panes"):
            yield self.names
            yield self.page
        yield self.key_bar

    def on_mount(self) -> None:
        """Begin with the list of pages."""
        self.names.border_title = Content("Help")
        self.set_focus(self.names)
        self.show_keys()

    def came_from(self, screen: ScreenName) -> None:
        """Show the page that tells the keys of a screen, or how to begin when that screen is the draft."""
        title = page_of(screen)
        self.names.highlighted = next(index for index, page in enumerate(PAGES) if page.title == title)

    @on(OptionList.OptionHighlighted)
    def show_page(self, event: OptionList.OptionHighlighted) -> None:
        """Show the page that is marked in the list."""
        page = PAGES[event.option_index]
        self.page.border_title = Content(page.title)
        self.text.update(page.text(own_keys_of(self.app)))
        self.page.scroll_home(animate=False)

    def action_page_on(self, pages: int) -> None:
        """Move on in the page, or back."""
        self.page.scroll_relative(y=pages * max(1, self.page.size.height - 2), animate=False)

    def action_try_sample(self) -> None:
        """Open the sample letter in the draft."""
        self.home.show("draft")
        self.home.draft_screen.action_sample()
        self.home.draft_screen.say("This is the sample letter. F1 leads back to the tour.")
