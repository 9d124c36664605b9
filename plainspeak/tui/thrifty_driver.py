"""Thrifty driver: the way to the terminal, on which only what has changed on the screen is sent."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

    from plainspeak.tui.changed_cells import ChangedCells


def thrifty(driver: type[Driver], shown: ChangedCells) -> type[Driver]:
    """A driver like this one that sends less; on Windows this one, because there a picture comes in arbitrary parts."""
    if sys.platform == "win32":
        return driver

    class ThriftyDriver(driver):  # type: ignore[misc, valid-type]  # mypy follows no class that is made from a variable
        """Sends what has changed."""

        def write(self, data: str) -> None:
            """Send what has to be sent of a picture, or a message as it is."""
            if data := shown.of(data):
                super().write(data)

    return ThriftyDriver
