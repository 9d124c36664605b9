"""Key line: the last line of a box, which says what its keys do. Each can be clicked as well."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

_GAP = "    "


class KeyLine(Static):
    """Keys in the order given, each as its name, what it does, and the action of the screen behind it ("" for none)."""

    ALLOW_SELECT = False

    def __init__(self, *keys: tuple[str, str, str]) -> None:
        super().__init__(Content(_GAP).join(_clickable(*key) for key in keys))


def _clickable(key: str, does: str, action: str) -> Content:
    said = Content(f"{key}: {does}")
    return said.stylize(Style.from_meta({"@click": f"screen.{action}"})) if action else said
