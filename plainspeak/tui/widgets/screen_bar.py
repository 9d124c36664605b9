"""The screen bar: the first line, which says what screens there are and which one this is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from plainspeak.tui.action import ScreenName, key_name, with_own_key
from plainspeak.tui.actions import ACTIONS
from plainspeak.tui.own_keys import own_keys_of

_BOLD = Style(bold=True)
_HERE = Style(bold=True, reverse=True)


class ScreenBar(Static):
    """The names of the screens and the keys that lead to them; a name can be clicked as well."""

    ALLOW_SELECT = False

    def __init__(self, here: ScreenName) -> None:
        super().__init__(classes="screens")
        self.here = here

    def on_resize(self) -> None:
        """Draw the line as the room allows."""
        self.update(screen_line(self.here, self.size.width, own_keys_of(self.app)))


def screen_line(here: ScreenName, width: int, own: Mapping[str, str] = MappingProxyType({})) -> Content:
    """The line for a screen. In less than `width` cells it does without keys of two, and then without any."""
    line = Content()
    for longest in (2, 1, 0):
        line = _line(here, longest, own)
        if line.cell_length <= width:
            break
    return line


def _line(here: ScreenName, longest: int, own: Mapping[str, str]) -> Content:
    """The line with the keys that are made of up to `longest` keys pressed together."""
    parts = []
    for action in (with_own_key(action, own) for action in ACTIONS):
        if "top" in action.shown:
            key = action.keys[0] if action.keys[0].count("+") < longest else ""
            style = Style.from_meta({"@click": f"screen.{action.name}"})
            style += _HERE if action.name == f"show_{here}" else Style()
            parts.append(
                Content.assemble((f" {key_name(key)}" if key else "", _BOLD + style), (f" {action.label} ", style))
            )
    return Content("").join(parts)
