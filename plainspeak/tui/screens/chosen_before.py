"""Chosen before: changes that were chosen in plain lines and not saved, offered in the app and put in as one step."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from plainspeak.deciding.review import Review, changed_words
from plainspeak.reports.counts import counted
from plainspeak.tui.held_text import drawn, held, stored
from plainspeak.tui.jobs import start

if TYPE_CHECKING:
    from plainspeak.tui.draft_check import CheckedDraft
    from plainspeak.tui.screens.draft import DraftScreen

_MOST_SHOWN = 5


class ChosenBefore:
    """Offers what `plainspeak review` has kept of a draft. Until the draft is saved it stays kept."""

    def __init__(self, screen: DraftScreen) -> None:
        self.screen = screen
        self._is_offering = False
        self._is_in = False  # the changes stand in the draft, so what is saved holds them

    def offer_soon(self, *, asked: bool = False) -> None:
        """Offer the changes, if there are any, once the draft has been checked, unless one is writing then."""
        if self.can_offer() and not self._is_offering:
            start(self.screen, partial(self._offer, asked=asked), "chosen before")

    def can_offer(self) -> bool:
        """Whether changes are kept that do not stand in the draft."""
        return bool(self.screen.leaving.decisions.waiting) and not self._is_in

    def saved(self) -> None:
        """The draft has been saved: what was put in is part of it, and need not be kept any more."""
        if self._is_in:
            self.screen.leaving.decisions = self.screen.leaving.decisions.without_waiting()

    def start_afresh(self) -> None:
        """Another draft is to be shown."""
        self._is_in = False

    async def _offer(self, *, asked: bool) -> None:
        self._is_offering = True
        try:
            await self.screen.checking.known.wait()
            checked = self.screen.checking.up_to_date()
            review = self._review(checked) if checked else None
            how_many = counted(len(review.edits()), "change") if review else ""
            if not (checked and review and review.edits()):
                if asked:
                    self.screen.say("What was chosen no longer fits this draft.")
            elif self.screen.keeping.unsaved() and not asked:
                self.screen.say(f"{how_many} chosen with plainspeak review: press Ctrl+P and type: chosen before")
            else:
                await self._ask(checked, review, how_many)
        finally:
            self._is_offering = False

    def _review(self, checked: CheckedDraft) -> Review:
        found = sorted((*checked.findings, *checked.left), key=lambda finding: finding.start)
        return Review.of(stored(self.screen.editor.text), found, self.screen.leaving.decisions)

    async def _ask(self, checked: CheckedDraft, review: Review, how_many: str) -> None:
        from plainspeak.tui.dialogs.ask import Ask

        question = f"With plainspeak review you chose {how_many} in this draft, and did not save:\n\n"
        answers = [("in", "Put them in"), ("forget", "Forget them"), ("later", "Ask me the next time")]
        box = Ask("Chosen before", question + "\n".join(_shown(review)), answers)
        answer = await self.screen.app.push_screen_wait(box)
        if answer == "forget":
            self.screen.leaving.decisions = self.screen.leaving.decisions.without_waiting()
            self.screen.leaving.remember()
        elif answer == "in" and self.screen.checking.up_to_date() is checked:
            self.screen.choosing.make_all(checked, review.edits())
            self._is_in = True
            self.screen.say(f"{how_many.capitalize()} made. Undo takes it all back.")
        elif answer == "in":
            self.screen.say("The draft has changed meanwhile, so nothing is put in. You will be asked the next time.")


def _shown(review: Review) -> Iterator[str]:
    changes = changed_words(review)
    for old, new in changes[:_MOST_SHOWN]:
        yield f"\u201c{_tame(old)}\u201d " + (f"becomes \u201c{_tame(new)}\u201d" if new.strip() else "is taken out")
    if len(changes) > _MOST_SHOWN:
        yield f"and {len(changes) - _MOST_SHOWN:,} more"


def _tame(words: str) -> str:
    return " ".join(drawn(held(words)).split())
