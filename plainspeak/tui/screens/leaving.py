"""Leaving: words that the writer has decided to leave, taken back with undo and known again when the draft is opened again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.deciding.decisions import Decisions
from plainspeak.deciding.left_words_file import LeftWordsFile
from plainspeak.deciding.memory import DecisionMemory
from plainspeak.errors import PlainspeakError
from plainspeak.text.span import Span
from plainspeak.tui.held_text import stored
from plainspeak.tui.jobs import start

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.tui.screens.draft import DraftScreen

_MEMORY = "memory"


class _Step(NamedTuple):
    """What was decided before something was left, how many changes of the text there were, and the words left for good."""

    before: Decisions
    changes: int
    always: str = ""


class Leaving:
    """What is left in one draft. Each decision is one step that undo takes back, in its turn among the changes."""

    def __init__(self, screen: DraftScreen) -> None:
        self.screen = screen
        self.decisions: Decisions = Decisions()
        self.memory = DecisionMemory()
        self._steps: list[_Step] = []
        self._turn = asyncio.Lock()  # what is decided last is written last

    # -- deciding ------------------------------------------------------------------------------------------------------

    def here(self, finding: Finding) -> None:
        """Leave the word just where it stands."""
        self._decide(self.decisions.leave_here(finding, self._alike(), self._text()))

    def answered(self, finding: Finding) -> None:
        """Take the question about the word where it stands for answered."""
        self._decide(self.decisions.deal_with(finding, self._alike(), self._text()))

    def _alike(self) -> list[Finding]:
        """Everything that was found in the draft, also what the writer has left, in text order."""
        checked = self.screen.checking.latest
        return sorted((*checked.findings, *checked.left), key=_start) if checked else []

    def in_draft(self, finding: Finding) -> None:
        """Leave the word in all of this draft."""
        self._decide(self.decisions.leave_term(finding))
        self.screen.say(f"\u201c{finding.text}\u201d is left alone in this draft.")

    def always(self, finding: Finding) -> None:
        """Leave the word in every draft from now on."""
        entry = self.screen.entry(finding.entry)
        words = entry.jargon if entry else finding.text
        self._decide(self.decisions.leave_term(finding), words)
        self._change_file(
            lambda: LeftWordsFile().add(words), f"\u201c{words}\u201d is left alone from now on, for you."
        )

    def ask_again(self, place: Span) -> None:
        """Ask again about what the writer left at one place; a word left in all of the draft is asked about everywhere."""
        checked = self.screen.checking.latest
        finding = next((one for one in checked.left if one.span == place), None) if checked else None
        if checked is None or finding is None:
            self.screen.say("You did not leave this; plainspeak did. To change it, press Esc and go on writing.")
            return
        if self.decisions.leaves_term(finding):
            self._decide(self.decisions.ask_again_about_term(finding))
            return
        alike = self._alike()
        made = self.decisions.about(alike, self._text()).get(alike.index(finding))
        self._decide(replace(self.decisions, made=tuple(one for one in self.decisions.made if one is not made)))

    def can_ask_again(self, place: Span | None) -> bool:
        """Whether the writer has left what stands there."""
        checked = self.screen.checking.latest
        return bool(place and checked and any(one.span == place for one in checked.left))

    def forget(self) -> None:
        """Ask about everything again."""
        self._decide(Decisions())

    # -- taking back ---------------------------------------------------------------------------------------------------

    def is_next_undone(self) -> bool:
        """Whether the last thing done was to leave something."""
        return bool(self._steps) and self._steps[-1].changes == self._changes()

    def undo(self) -> None:
        """Take the last decision back."""
        step = self._steps.pop()
        self.decisions = step.before
        if step.always:
            self._change_file(lambda: LeftWordsFile().remove(step.always), "You will be asked about it again.")
        self._settle()

    def _decide(self, decisions: Decisions, always: str = "") -> None:
        self._steps = [step for step in self._steps if step.changes <= self._changes()]
        self._steps.append(_Step(self.decisions, self._changes(), always))
        self.decisions = decisions
        self._settle()

    def _settle(self) -> None:
        self.screen.checking.at_once()
        self.remember()

    def _changes(self) -> int:
        return len(self.screen.editor.history.undo_stack)

    # -- remembering ---------------------------------------------------------------------------------------------------

    def remember(self) -> None:
        """Keep what was decided, for when this draft is opened again."""
        text, path, decisions = self._text(), self.screen.keeping.file.path, self.decisions
        job = partial(self.memory.remember, text, path, decisions)
        start(self.screen, partial(self._remember, job), _MEMORY)

    async def remembered(self) -> None:
        """Wait until all that was decided is kept."""
        for worker in [worker for worker in self.screen.workers if worker.group == _MEMORY]:
            await worker.wait()

    async def _remember(self, job: Callable[[], None]) -> None:
        fault = self.memory.fault
        async with self._turn:
            await asyncio.to_thread(job)
        if self.memory.fault and self.memory.fault != fault:
            self.screen.say(f"What you leave cannot be remembered: {self.memory.fault}")

    def recall(self) -> None:
        """Take up what was decided about this draft before."""
        self._steps.clear()
        self.decisions = self.memory.recall(self._text(), self.screen.keeping.file.path)

    def known_before(self) -> str:
        """What a person should know of the decisions that were taken up; "" when there are none."""
        if not self.decisions.leaves_anything:
            return ""
        return "What you chose to leave in this draft is left alone again. Ctrl+P and then type: left alone"

    def _change_file(self, job: Callable[[], None], told: str) -> None:
        async def change() -> None:
            try:
                async with self._turn:
                    await asyncio.to_thread(job)
                await self.screen.checking.load_again()
            except PlainspeakError as error:
                self.screen.say(f"{error} The word is left in this draft only.")
            else:
                self.screen.say(told)

        start(self.screen, change, "left words")

    def _text(self) -> str:
        return stored(self.screen.editor.text)


def _start(finding: Finding) -> int:
    return finding.start
