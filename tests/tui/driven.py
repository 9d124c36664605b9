"""The app while a test drives it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from textual.pilot import Pilot

from plainspeak.tui.draft_check import CheckedDraft, Checker
from plainspeak.tui.plainspeak_app import PlainspeakApp
from plainspeak.tui.screens.draft import DraftScreen

LONG = 60.0  # seconds; only what never happens takes so long, however busy the machine is
SOME_TURNS = 50
FRAME = 0.02  # seconds; Textual lays out and draws sixty times a second


async def take_turns(*_: float) -> None:
    """Let everything that can go on go on, counted in turns and not in time."""
    for _ in range(SOME_TURNS):
        await asyncio.sleep(0)


class Driven:
    """An app that is being driven, with what the tests ask of it.

    Nothing here counts on being quick: what a test waits for is something that becomes so.
    """

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
        """Press keys in one breath, and wait until all that follows from them is done."""
        await self.pilot.press(*keys)
        await self.settle()

    async def keys(self, *keys: str) -> None:
        """Press keys one after the other: what one of them opens stands there before the next is pressed."""
        for key in keys:
            await self.pilot.press(key)
            await self.quiet()

    async def quiet(self) -> None:
        """Let everything that is under way in the app take its turn, however little of the processor there is."""
        await take_turns()
        await self.pilot.pause()
        await asyncio.sleep(FRAME)  # whatever is due within a frame is done before this is, on a busy machine as well
        await take_turns()

    async def settle(self) -> None:
        """Wait until the draft has been checked as it stands."""
        await self.quiet()
        await self.until(lambda: (checked := self.screen.checking.up_to_date()) and checked.complete)

    async def until(self, is_so: Callable[[], object]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(LONG):
            while not is_so():
                await asyncio.sleep(0.01)
        await self.quiet()

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
        with suppress(TimeoutError):
            await self.until(lambda: text in self.picture())
        assert text in self.picture()

    async def lacks(self, text: str) -> None:
        """Wait until the screen does not show a text, or no longer does."""
        await self.until(lambda: text not in self.picture())

    def said(self) -> list[str]:
        """What the app has said in passing."""
        return [note.message for note in self.app._notifications]
