"""What many tests share: a home folder of their own, and one checker with the shipped glossary."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.settings import Settings


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps every test away from the settings, the drafts and the kept glossaries of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAINSPEAK_HOME", str(tmp_path_factory.mktemp("own_home")))
        yield


@pytest.fixture(scope="session")
def checker(own_home: None) -> Checker:
    """A checker with the glossary that is shipped, and no settings."""
    return Checker.load(Settings())
