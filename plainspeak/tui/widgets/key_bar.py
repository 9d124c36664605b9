"""The key bar: the bottom line, which says what keys do here and now."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from plainspeak.tui.action import ScreenName, Where, key_name, with_own_key
from plainspeak.tui.actions import ACTIONS
from plainspeak.tui.own_keys import own_keys_of

_BOLD = Style(bold=True)
_LOST_AT_LINE_END = 12  # cells, where a label goes to the next line whole


class KeyBar(Static):
    """One line made from the table of actions; a label can be clicked as well."""

    ALLOW_SELECT = False

    def __init__(self, screen: ScreenName = "draft", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._of = screen
        self._parts: list[Content] = []
        self._shown: tuple[Where, tuple[str, ...]] | None = None

    def show(self, where: Where, can: Callable[[str], bool]) -> None:
        """Show what can be done in this place; what `can` says would do nothing just now is left out."""
        actions = tuple(
            with_own_key(action, own_keys_of(self.app))
            for action in ACTIONS
            if self._of in action.screens and where in action.shown and can(action.name)
        )
        shown = where, tuple(action.name for action in actions)
        if shown == self._shown:
            return
        self._shown = shown
        self._parts = [_key(key_name(action.keys_in(where)[0]), action.label, action.click) for action in actions]
        self._fit()

    def on_resize(self) -> None:
        """Show as many as there is room for."""
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for, from the end; but the last stays: it is the way out."""
        lines = 2 if self.screen.has_class("-narrow") and self.screen.has_class("-tall") else 1
        room = self.size.width * lines - (lines - 1) * _LOST_AT_LINE_END
        parts = list(self._parts)
        while len(parts) > 1 and self.size.width and sum(part.cell_length + 2 for part in parts) - 2 > room:
            del parts[-2]
        self.update(Content("  ").join(parts))


def _key(key: str, label: str, action: str) -> Content:
    click = Style.from_meta({"@click": f"screen.{action}"})
    return Content.assemble((key, _BOLD + click), (f" {label}", click))
