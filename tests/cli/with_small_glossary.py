"""plainspeak as a program with the small glossary of the tests in place of the shipped one."""

from __future__ import annotations

import sys
from pathlib import Path

from plainspeak.__main__ import main
from plainspeak.glossary import layers

layers.shipped_folder = lambda: Path(__file__).parents[1] / "cases" / "small_glossary"
sys.exit(main())
