"""What the tests of the app share: the app with a checker of six words, and screens as plain text."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from driven import LONG, Driven, take_turns  # noqa: E402 - it stands beside this file, which is not a package
from fake_checker import FakeChecker  # noqa: E402 - as above

from plainspeak.deciding.safety_copy import forget_copy  # noqa: E402
from plainspeak.tui.draft_check import Checker  # noqa: E402
from plainspeak.tui.draft_file import DraftFile  # noqa: E402
from plainspeak.tui.plainspeak_app import PlainspeakApp  # noqa: E402

LETTER = """Dear Ms Ahmed,

We utilise a holistic plan for service users.
Our "holistic" plan, going forward, is shared.

Stakeholders will utilise the ICB and the ICB.
"""


Drive = Callable[..., AbstractAsyncContextManager[Driven]]


@pytest.fixture(autouse=True)
def recovery_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees or touches the recovery copies of the person who runs it."""
    home = tmp_path / "home"
    monkeypatch.setenv("PLAINSPEAK_HOME", str(home))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return home


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Drive:
    """Opens the app on a text, a file, or both: ``async with drive(text) as app``.

    After a key Textual waits until the processor is idle, which takes long, and on a busy machine not long enough.
    """
    monkeypatch.setattr(PlainspeakApp, "NOTIFICATION_TIMEOUT", 600)  # what was said is there when the test gets to it
    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", take_turns)

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
            await driven.until(lambda: len(driven.screen._compositor.full_map) > 1)  # it has been laid out
            yield driven
        forget_copy(app.draft_screen.keeping.copy.file)  # what this app left unsaved is not offered in the next one

    return opened


@pytest.fixture
def same_screen() -> Callable[[Driven, str], Awaitable[None]]:
    """Waits for a screen as it is in tests/tui/screens/NAME.txt; PLAINSPEAK_WRITE_SCREENS=1 writes that file anew."""

    async def compare(app: Driven, name: str) -> None:
        path = HERE / "screens" / f"{name}.txt"
        if os.environ.get("PLAINSPEAK_WRITE_SCREENS"):
            await app.pilot.pause(0.5)
            path.write_text(app.picture(), encoding="utf-8")
        wanted = path.read_text(encoding="utf-8")
        with suppress(TimeoutError):
            async with asyncio.timeout(LONG / 3):
                while app.picture() != wanted:
                    await asyncio.sleep(0.01)
        assert app.picture() == wanted

    return compare
