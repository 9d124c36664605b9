from __future__ import annotations

import tomllib
from pathlib import Path

import plainspeak


def test_the_version_is_that_of_the_package() -> None:
    pyproject = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    assert plainspeak.__version__ == pyproject["project"]["version"]
