"""What the tests of the app share: the app with a checker of six words, and screens as plain text."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from fake_checker import FakeChecker  # noqa: E402 - it stands beside this file, which is not a package

from plainspeak.tui.draft_check import CheckedDraft, Checker  # noqa: E402
from plainspeak.tui.draft_file import DraftFile  # noqa: E402
from plainspeak.tui.plainspeak_app import PlainspeakApp  # noqa: E402
from plainspeak.tui.screens.draft import DraftScreen  # noqa: E402

LETTER = """Dear Ms Ahmed,

We utilise a holistic plan for service users.
Our "holistic" plan, going forward, is shared.

Stakeholders will utilise the ICB and the ICB.
"""


class Driven:
    """An app that is being driven, with what the tests ask of it."""

    def __init__(self, pilot: Pilot[int], checker: Checker) -> None:
        self.pilot = pilot
        self.app = pilot.app
        assert isinstance(self.app, PlainspeakApp)
        self.screen: DraftScreen = self.app.draft_screen
        self.checker = checker

    @property
    def text(self) -> str:
        return self.screen.editor.text

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all that follows from them is done."""
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        """Wait until the draft has been checked as it stands."""
        async with asyncio.timeout(10):
            await self.pilot.pause()
            while not ((checked := self.screen.checking.up_to_date()) and checked.complete):
                await asyncio.sleep(0.01)
            await self.pilot.pause()

    async def until(self, is_so: Callable[[], object]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(10):
            while not is_so():
                await asyncio.sleep(0.01)
        await self.pilot.pause()

    @property
    def checked(self) -> CheckedDraft:
        """What was found."""
        assert self.screen.checking.latest
        return self.screen.checking.latest

    def found(self) -> list[str]:
        """The words that are flagged."""
        return [finding.text for finding in self.checked.findings]

    def picture(self) -> str:
        """The screen as plain text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips).rstrip() + "\n"

    async def shows(self, text: str) -> None:
        """Wait until the screen shows a text."""
        await self.until(lambda: text in self.picture())

    def said(self) -> list[str]:
        """What the app has said in passing."""
        return [note.message for note in self.app._notifications]


Drive = Callable[..., AbstractAsyncContextManager[Driven]]


@pytest.fixture(autouse=True)
def recovery_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees or touches the recovery copies of the person who runs it."""
    home = tmp_path / "home"
    monkeypatch.setenv("PLAINSPEAK_HOME", str(home))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return home


@pytest.fixture
def drive() -> Drive:
    """Opens the app on a text, a file, or both: ``async with drive(text) as app``."""

    @asynccontextmanager
    async def opened(
        text: str = LETTER,
        *,
        path: Path | None = None,
        size: tuple[int, int] = (110, 24),
        notes: bool = False,
        checker: Checker | None = None,
    ) -> AsyncIterator[Driven]:
        file = DraftFile.open(path) if path else DraftFile()
        used = checker or FakeChecker()
        app = PlainspeakApp(file, file.saved if path else text, lambda: used)
        async with app.run_test(size=size, notifications=notes) as pilot:
            driven = Driven(pilot, used)
            await driven.settle()
            yield driven

    return opened


@pytest.fixture
def same_screen() -> Callable[[Driven, str], None]:
    """Compares a screen with tests/tui/screens/NAME.txt; PLAINSPEAK_WRITE_SCREENS=1 writes that file anew."""

    def compare(app: Driven, name: str) -> None:
        path = HERE / "screens" / f"{name}.txt"
        picture = app.picture()
        if os.environ.get("PLAINSPEAK_WRITE_SCREENS"):
            path.write_text(picture, encoding="utf-8")
        assert picture == path.read_text(encoding="utf-8")

    return compare
