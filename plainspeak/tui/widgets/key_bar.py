"""The key bar: the bottom line, which says what keys do here and now."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from plainspeak.tui.action import ScreenName, Where, key_name, with_own_key
from plainspeak.tui.actions import ACTIONS
from plainspeak.tui.own_keys import own_keys_of

_BOLD = Style(bold=True)
_GAP = "  "


class KeyBar(Static):
    """One line made from the table of actions; a label can be clicked as well."""

    ALLOW_SELECT = False

    def __init__(self, screen: ScreenName = "draft", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._of = screen
        self._parts: list[Content] = []
        self._shown: tuple[Where, tuple[str, ...]] | None = None

    def on_resize(self) -> None:
        """Show as many as there is room for."""
        self._fit()

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

    def _fit(self) -> None:
        """Leave out what there is no room for, from the end; but the last stays: it is the way out."""
        if not self.is_attached:
            return  # the app is about to end
        lines = 2 if self.screen.has_class("-narrow") and self.screen.has_class("-tall") else 1
        parts = list(self._parts)
        while len(parts) > 1 and self.size.width and len(rows_of(parts, self.size.width)) > lines:
            del parts[-2]
        self.update(Content("\n").join(Content(_GAP).join(row) for row in rows_of(parts, self.size.width)))


def rows_of(parts: Iterable[Content], width: int, gap: str = _GAP) -> list[list[Content]]:
    """The parts in rows of at most `width` cells with gaps between, so that no key is parted from its label."""
    rows: list[list[Content]] = [[]]
    room = width
    for part in parts:
        if rows[-1] and part.cell_length > room:
            rows.append([])
            room = width
        rows[-1].append(part)
        room -= part.cell_length + len(gap)
    return rows


def _key(key: str, label: str, action: str) -> Content:
    click = Style.from_meta({"@click": f"screen.{action}"})
    return Content.assemble((key, _BOLD + click), (f" {label}", click))
