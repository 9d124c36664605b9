"""Look screen: something to look at that lies on top of the draft, and goes when one has seen enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from plainspeak.tui.action import ScreenName
from plainspeak.tui.screens.app_screen import AppScreen
from plainspeak.tui.widgets.page import Page

if TYPE_CHECKING:
    from plainspeak.tui.screens.draft import DraftScreen


class LookScreen(AppScreen):
    """One page about the draft as it is now; `original` is the draft as it was before."""

    BAR: ClassVar[ScreenName | None] = "draft"

    def __init__(self, draft: DraftScreen, original: str, now: str) -> None:
        super().__init__()
        self.draft = draft
        self.original = original
        self.now = now
        self.page = Page(id="look")

    def compose(self) -> ComposeResult:
        """The page between the first line and the last."""
        yield self.screen_bar
        with Container(classes="panes"):
            yield self.page
        yield self.key_bar

    def action_close(self) -> None:
        """Go back to the draft."""
        self.dismiss()

    def action_show_draft(self) -> None:
        """Go back to the draft."""
        self.dismiss()

    def action_copy_all(self) -> None:
        """Copy the draft as it is now."""
        self.draft.action_copy_all()

    def action_save_as(self) -> None:
        """Save the draft as it is now to another file."""
        self.draft.action_save_as()
