"""Key line: the last line of a box, which says what its keys do. Each can be clicked as well."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from plainspeak.tui.widgets.key_bar import rows_of

_GAP = "    "


class KeyLine(Static):
    """Keys in the order given, each as its name, what it does, and the action of the screen behind it ("" for none)."""

    ALLOW_SELECT = False

    def __init__(self, *keys: tuple[str, str, str]) -> None:
        self._parts = [_clickable(*key) for key in keys]
        super().__init__(Content(_GAP).join(self._parts))

    def on_resize(self) -> None:
        """Take as many lines as it needs; no key is parted from what it does."""
        rows = rows_of(self._parts, self.size.width, _GAP)
        self.update(Content("\n").join(Content(_GAP).join(row) for row in rows))


def _clickable(key: str, does: str, action: str) -> Content:
    said = Content(f"{key}: {does}")
    return said.stylize(Style.from_meta({"@click": f"screen.{action}"})) if action else said
