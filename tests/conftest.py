"""What many tests share: a home folder of their own, and one checker with the shipped glossary."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from plainspeak.checking.checker import Checker
from plainspeak.glossary.entry import Entry, Wording
from plainspeak.settings import Settings

# How long an example takes says nothing of whether it is right: on a busy machine each may be slow.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps every test away from the settings, the drafts and the kept glossaries of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAINSPEAK_HOME", str(tmp_path_factory.mktemp("own_home")))
        yield


@pytest.fixture(scope="session", autouse=True)
def interrupts() -> None:
    """Lets Ctrl+C reach the programs that tests start, also where the tests run behind a shell that ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def checker(own_home: None) -> Checker:
    """A checker with the glossary that is shipped, and no settings but that spelling is left alone."""
    return Checker.load(Settings(spelling=False))


@pytest.fixture(scope="session")
def make_entry() -> Callable[..., Entry]:
    """Makes an entry of a term, its kind, what to say instead, and any other fields."""

    def make(jargon: str, kind: str = "noun", *say: str, **fields: Any) -> Entry:
        entry_id = jargon.replace(" ", "-")
        wordings = tuple(map(Wording, say))
        fields = {
            "level": "must",
            "family": "office",
            "what_we_mean": "A plain meaning.",
            "say_instead": wordings,
        } | fields
        return Entry(id=entry_id, jargon=jargon, kind=kind, **fields)  # type: ignore[arg-type]  # a kind by name

    return make
