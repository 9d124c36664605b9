"""Choosing: what a person decides about the finding in question. Each decision is one step, which one undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.cli.review import lines
from plainspeak.cli.review.talk import listen, say
from plainspeak.reports.counts import counted
from plainspeak.reports.terminal import on_one_line

if TYPE_CHECKING:
    from plainspeak.cli.review.session import Session
    from plainspeak.deciding.review import Review


class Choosing:
    """Takes the decisions of a session. `index` is the finding that one is about, from 0."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def review(self) -> Review:
        """What is decided now."""
        return self.session.review

    def choose(self, index: int, number: str) -> None:
        """Put in the words with this number."""
        wordings = self.review.wordings(index)
        if 1 <= int(number) <= len(wordings):
            self._decide(self.review.swap(index, wordings[int(number) - 1]), index)
        else:
            say(f"There is no number {number} here.")

    def own(self, index: int, words: str) -> None:
        """Put in words of the person's own."""
        if not self.review.can_reword(index):
            say("Words beside it have changed. Save first, then it is asked again.")
            return
        words = words or listen("Your words: ").strip()
        if not words:
            say("Nothing is changed.")
            return
        self._decide(self.review.own_words(index, words), index)

    def explain(self, index: int, _rest: str) -> None:
        """Keep the words and add their meaning."""
        if self.review.explanation(index):
            self._decide(self.review.explain(index), index)
        else:
            say("There is no meaning to add here.")

    def leave(self, index: int, _rest: str) -> None:
        """Leave this one."""
        self._decide(self.review.leave(index), index)

    def leave_term(self, index: int, _rest: str) -> None:
        """Leave the word all through the document."""
        self._decide(self.review.leave_term(index), index)

    def leave_always(self, index: int, _rest: str) -> None:
        """Leave the word in everything that this person checks."""
        finding = self.review.findings[index]
        entry = self.session.draft.checker.glossary.get(finding.entry) if finding.entry else None
        words = entry.jargon if entry else finding.text
        self._decide(self.review.leave_always(index, words), index)

    def deal_with(self, index: int, _rest: str) -> None:
        """The question is answered."""
        if not self.review.findings[index].question:
            say("It asks nothing. Type l to leave it as it is.")
            return
        self._decide(self.review.deal_with(index), index)

    def swap_term(self, index: int, number: str) -> None:
        """Put in the words with this number wherever the term is open."""
        wordings = self.review.wordings(index)
        chosen = int(number or 1) if (number or "1").isdecimal() else 0
        if not 1 <= chosen <= len(wordings):
            say(f"There is no number {on_one_line(number)} here." if number else "There are no words to put in.")
            return
        before = len(self.review.edits())
        new = self.review.swap_term(index, chosen - 1)
        self._decide(new, index, f"Changed in {counted(len(new.edits()) - before, 'place')}. u takes it back.")

    def swap_safe(self) -> None:
        """Make all the safe swaps, in one step."""
        new = self.review.swap_safe()
        chosen = sorted(set(new.choices) - set(self.review.choices))
        if not chosen:
            say("There is no safe swap left to make.")
            return
        say(*(lines.row(new, index) for index in chosen))
        self._decide(new, chosen[0], f"{len(chosen):,} changed in one step. u takes it all back.")

    def again(self, index: int, _rest: str) -> None:
        """Forget what was decided about this one."""
        self.session.step_to(self.review.ask_again(index), index)
        self.session.ask()

    def _decide(self, new: Review, index: int, said: str = "") -> None:
        """Take a step and go on to the next finding that is open."""
        self.session.step_to(new, index)
        say(said or f"{on_one_line(new.findings[index].text)}: {lines.state_in_words(new, index)}.")
        self.session.go_on_to(new.next_open(index))
