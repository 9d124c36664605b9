"""Where to save: asks for a file, and once more before one that is there already is saved over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plainspeak.tui.dialogs.ask import Ask
from plainspeak.tui.dialogs.path_box import PathBox

if TYPE_CHECKING:
    from textual.app import App


async def where_to_save(app: App[int], title: str, start: str, own: Path | None = None) -> Path | None:
    """The file to save to, or None when the person gives up. `own` may be saved over unasked."""
    while True:
        path = await app.push_screen_wait(PathBox(title, start, must_exist=False))
        if path is None or path == own or not path.exists():
            return path
        answers = [("over", "Save over it"), ("back", "Give another name")]
        if await app.push_screen_wait(Ask("There is such a file", f"{path} is there already.", answers)) == "over":
            return path
        start = str(path)
