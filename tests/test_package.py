"""The package's own door: `import plainspeak`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import plainspeak
from plainspeak.glossary import layers

ROOT = Path(__file__).parents[1]


@pytest.fixture
def small_glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small glossary of the tests, and no settings."""
    monkeypatch.setenv("PLAINSPEAK_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(layers, "shipped_folder", lambda: ROOT / "tests" / "cases" / "small_glossary")
    monkeypatch.setattr(plainspeak, "_checker", None)


def test_importing_it_loads_next_to_nothing() -> None:
    program = "import sys, plainspeak; print([name for name in sys.modules if name.startswith('plainspeak.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "['plainspeak.version']\n"


def test_public_names() -> None:
    assert plainspeak.Finding.__module__ == "plainspeak.checking.finding"
    assert plainspeak.Checker.__module__ == "plainspeak.checking.checker"
    assert plainspeak.Glossary.__name__ == "Glossary"
    assert plainspeak.load_glossary is layers.load_glossary
    assert set(plainspeak.__all__) <= set(dir(plainspeak))


def test_other_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'porridge'"):
        plainspeak.porridge  # noqa: B018 - looking it up is the test


def test_checking_and_rewriting(small_glossary: None) -> None:
    (finding,) = plainspeak.check("We utilise it.")
    assert (finding.text, finding.start, finding.level) == ("utilise", 3, "should")
    assert plainspeak.rewrite("We utilise it.") == "We use it."
