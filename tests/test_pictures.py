"""The pictures that the README shows are drawn by a command, and show what the app shows."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

TOP = Path(__file__).parent.parent
PICTURES = TOP / "docs" / "pictures"


def words_of(path: Path) -> str:
    """The words of a picture, in one line; a word may be parted from the next by a change of style only."""
    parts = ElementTree.parse(path).getroot().itertext()  # noqa: S314 - our own file
    return " ".join(unescape("".join(parts)).replace("\u00a0", " ").split())


def keys_in(path: Path) -> str:
    """The last line of a picture, with the keys that it offers; the words of the glossary may change from day to day."""
    return re.findall(r"(?:1-9 Use|N Next change).*", words_of(path))[-1]


def test_the_command_draws_every_picture(tmp_path):
    subprocess.run([sys.executable, str(PICTURES / "draw.py"), str(tmp_path)], check=True, cwd=TOP, timeout=120)
    drawn = sorted(path.name for path in tmp_path.iterdir())
    assert drawn == sorted(path.name for path in PICTURES.glob("*.svg"))
    assert "What we mean:" in words_of(tmp_path / "draft.svg")
    assert "Dear Mr Okafor," in words_of(tmp_path / "before-and-after.svg")
    for name in drawn:
        assert keys_in(PICTURES / name) == keys_in(tmp_path / name), f"{name} is old: run docs/pictures/draw.py"
        assert "http" not in re.sub(r'xmlns="[^"]*"|<!--.*?-->', "", (tmp_path / name).read_text(encoding="utf-8"))


def test_the_readme_shows_pictures_that_are_there():
    shown = re.findall(r"\]\((docs/pictures/[^)]+)\)", (TOP / "README.md").read_text(encoding="utf-8"))
    assert shown
    for path in shown:
        assert "What was found" in words_of(TOP / path) or "Before and after" in words_of(TOP / path)
