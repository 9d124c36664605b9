"""Checking: the draft of a screen checked beside typing, again and again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from plainspeak.checking.finding import Finding
from plainspeak.errors import PlainspeakError
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.layers import stamp
from plainspeak.settings import load_settings
from plainspeak.tui.draft_check import CheckedDraft, Checker, DraftCheck
from plainspeak.tui.finding_filter import FindingFilter
from plainspeak.tui.safe_swaps import AnySafe
from plainspeak.tui.smoothness import tidy

if TYPE_CHECKING:
    from plainspeak.tui.prose import MasksOf
    from plainspeak.tui.screens.draft import DraftScreen

_PAUSE = 0.15  # seconds without a key before the draft is checked again; longer when the check itself takes long
_LONGEST_PAUSE = 1.0
_GLANCE = 0.004  # seconds in which it is looked whether any swap is safe, before a key may be answered
_QUIET = 2.0  # seconds without a key before memory is tidied
_LONG_LINE = 100_000  # code points


class Checking:
    """Keeps `latest`, what was found in the draft, in step with the draft, and has the screen show it."""

    def __init__(self, screen: DraftScreen, load_checker: Callable[[], Checker]) -> None:
        self.screen = screen
        self._only = FindingFilter()
        self.latest: CheckedDraft | None = None
        self.ready = asyncio.Event()  # the glossary is there, or cannot be used
        self.known = asyncio.Event()  # all that stands in the draft has been looked at once
        self._load_checker = load_checker
        self._check: DraftCheck | None = None
        self._made_from = ""  # tells the state of the glossary's files when they were last read
        self._wanted = asyncio.Event()
        self._due = 0.0
        self._pause = _PAUSE
        self._told_of_long_lines = False
        self._any_safe = AnySafe()
        self.has_safe: bool = False  # whether a swap of the draft is known to be safe with nobody looking

    async def keep_on(self) -> None:
        """Load the glossary, then check whenever that is asked for, until the app ends."""
        try:
            checker = await asyncio.to_thread(self._load)
        except Exception as error:  # a draft can be written and saved without a glossary
            self.ready.set()
            self.screen.show_no_glossary(str(error))
            return
        self._check = self._checking_with(checker)
        self.ready.set()
        self.soon(0)
        while True:
            await self._wanted.wait()
            while (wait := self._due - time.monotonic()) > 0:
                await asyncio.sleep(wait)
            self._wanted.clear()
            await self._once(self._check)
            await self._look_for_safe()
            with suppress(TimeoutError):
                async with asyncio.timeout(_QUIET):
                    await self._wanted.wait()
                continue
            tidy()

    def _checking_with(self, checker: Checker) -> DraftCheck:
        check = DraftCheck(checker, lambda: self.screen.leaving.decisions, self._masks_of)
        check.only = self._only
        return check

    def _masks_of(self) -> MasksOf | None:
        return self.screen.keeping.file.masks_of()

    async def load_again(self, *, if_changed: bool = False) -> bool:
        """Check with the glossary as it is now; with `if_changed` only if its files are not those that were read.

        Returns whether it was loaded. Raises what loading it raises; the old one is then kept.
        """
        if if_changed and (not self._made_from or await asyncio.to_thread(_glossary_now) == self._made_from):
            return False
        checker = await asyncio.to_thread(self._load)
        self._check = self._checking_with(checker)
        self.soon(0)
        return True

    def _load(self) -> Checker:
        self._made_from = _glossary_now()
        return self._load_checker()

    @property
    def only(self) -> FindingFilter:
        """What the writer wants to see."""
        return self._only

    def show_only(self, only: FindingFilter) -> None:
        """Show just what a filter lets through."""
        self._only = only
        if self._check:
            self._check.only = only
            self.at_once()

    @property
    def checker(self) -> Checker | None:
        """The checker in use, once the glossary is there."""
        return self._check.checker if self._check else None

    def soon(self, pause: float | None = None) -> None:
        """Ask for a check after a pause; asked again before that, the pause begins anew."""
        self._due = time.monotonic() + (self._pause if pause is None else pause)
        self._wanted.set()

    def at_once(self) -> None:
        """Check before anything else is done, if that does not take long."""
        checked = self._check.now(self._lines()) if self._check else None
        if checked:
            self._show(checked)
        else:
            self.soon(0)

    def up_to_date(self) -> CheckedDraft | None:
        """What was found, if it was found in the draft as it stands."""
        return self.latest if self.latest and self.latest.lines == self.screen.editor.document.lines else None

    def known_now(self) -> CheckedDraft | None:
        """What stands in the draft this very moment; None, and a word about it, while that is not known."""
        if self.up_to_date() is None:
            self.at_once()
        checked = self.up_to_date()
        if checked is None:
            self.screen.say("Still checking. Try again in a moment.")
        return checked

    def entry_of(self, finding: Finding) -> Entry | None:
        """The glossary entry behind a finding."""
        return self._check.checker.glossary.get(finding.entry) if self._check else None

    def start_afresh(self) -> None:
        """Forget what was found: another draft is to be shown."""
        self.latest = None
        self.known.clear()

    def _lines(self) -> list[str]:
        return list(self.screen.editor.document.lines)

    async def _once(self, check: DraftCheck) -> None:
        started = time.monotonic()
        lines = self._lines()
        async for checked in check.run(lines, self.screen.editor.rows_in_sight(), self._wanted.is_set):
            if checked.lines == self.screen.editor.document.lines:
                self._show(checked)
                if self.screen.is_choosing:
                    self.screen.moving.go_on()
        self._tell_of_long_lines(lines)
        self._pause = min(max(_PAUSE, 3 * (time.monotonic() - started)), _LONGEST_PAUSE)

    async def _look_for_safe(self) -> None:
        """Go on looking for a safe swap, between two keys, until it is known whether there is one."""
        while (checked := self.up_to_date()) and (found := self._any_safe.look(checked, _GLANCE)) is None:
            await asyncio.sleep(_GLANCE)
            if self._wanted.is_set():
                return
        if checked and found != self.has_safe:
            self.has_safe = bool(found)
            self.screen.show_keys()

    def _show(self, checked: CheckedDraft) -> None:
        self.latest = checked
        if checked.complete:
            self.known.set()
        self.has_safe = bool(self._any_safe.look(checked, _GLANCE))
        if self._check and self._check.fault:
            self.screen.say(f"Part of the draft could not be checked. Please report this fault: {self._check.fault}")
            self._check.fault = ""
        self.screen.show(checked)

    def _tell_of_long_lines(self, lines: list[str]) -> None:
        is_long = len(max(lines, key=len)) > _LONG_LINE
        if is_long and not self._told_of_long_lines:
            self.screen.say("There is a very long line here, so typing is slow. Break it into paragraphs with Enter.")
        self._told_of_long_lines = is_long


def _glossary_now() -> str:
    """What tells the state of the glossary's files; "" where the settings do not say which those are."""
    with suppress(PlainspeakError):
        return stamp(load_settings())
    return ""
