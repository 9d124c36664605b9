"""Draw the pictures of the app that the README shows.

Run from the top folder:  python docs/pictures/draw.py [FOLDER]

The app opens the sample letter, as a person would see it, and each picture is saved as an SVG file in FOLDER (default: this one).
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

SIZE = (110, 34)
KEYS: dict[str, tuple[str, ...]] = {
    "draft": ("ctrl+f", *"strengths", "enter", "tab"),
    "before-and-after": ("tab", "1", "1", "1", "1", "1", "1", "ctrl+b"),
}
"""The name of each picture, and the keys that lead to what it shows."""

_FROM_THE_WEB = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def picture(keys: tuple[str, ...]) -> str:
    """What the app shows after these keys, as SVG; the letters are the reader's own, and nothing is fetched."""
    from plainspeak.tui.app import load_checker
    from plainspeak.tui.draft_file import DraftFile
    from plainspeak.tui.plainspeak_app import PlainspeakApp
    from plainspeak.tui.screens.keeping import SAMPLE

    file = DraftFile.open(SAMPLE)
    app = PlainspeakApp(file, file.saved, load_checker)
    async with app.run_test(size=SIZE) as pilot:
        checking = app.draft_screen.checking
        for key in ("", *keys):
            if key:
                await pilot.press(key)
            while not ((checked := checking.up_to_date()) and checked.complete):
                await asyncio.sleep(0.02)
        await pilot.pause(0.3)
        return _FROM_THE_WEB.sub("", app.export_screenshot(title="plainspeak"))


def main() -> None:
    """Draw them all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    with tempfile.TemporaryDirectory() as home:
        os.environ["PLAINSPEAK_HOME"] = home
        for name, keys in KEYS.items():
            (folder / f"{name}.svg").write_text(asyncio.run(picture(keys)), encoding="utf-8")


if __name__ == "__main__":
    main()
