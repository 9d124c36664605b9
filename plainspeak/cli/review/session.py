"""Session: one question after the other, where the person is in them, and the steps that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plainspeak.cli.review import lines
from plainspeak.cli.review.answers import Said, not_understood, understood
from plainspeak.cli.review.choosing import Choosing
from plainspeak.cli.review.draft import Draft
from plainspeak.cli.review.looking import Looking
from plainspeak.cli.review.saving import Saving
from plainspeak.cli.review.talk import AnswersEndedError, listen, say
from plainspeak.deciding.left_words_file import LeftWordsFile
from plainspeak.deciding.mark import term_of
from plainspeak.deciding.review import Review
from plainspeak.deciding.steps import Steps
from plainspeak.errors import DocumentError
from plainspeak.reports.terminal import on_one_line


class _Step(NamedTuple):
    """A review, and the index of the finding that the step which led to it was about."""

    review: Review
    about: int


class Session:
    """A person going through one draft. `at` is the finding in question, None when all is decided."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.steps = Steps(_Step(draft.review(), 0))
        self.at: int | None = self.review.next_open(0)
        self.saved_text = draft.saved_text
        self._told_of_fault = False
        self._heard: dict[str, int] = {}  # the terms that were asked about, and the finding at which each first was
        choosing, looking = Choosing(self), Looking(self)
        self._anywhere: dict[str, Callable[[], None]] = {
            "ask_again": self.ask_again,
            "swap_safe": choosing.swap_safe,
            "undo": self.undo,
            "redo": self.redo,
            "back": self.back,
            "list": looking.list,
            "questions": looking.questions,
            "left_alone": looking.left_alone,
            "view": looking.view,
            "help": looking.help,
            "save": Saving(self).save,
        }
        self._about_finding: dict[str, Callable[[int, str], None]] = {
            "choose": choosing.choose,
            "hear": looking.hear,
            "own": choosing.own,
            "explain": choosing.explain,
            "leave": choosing.leave,
            "leave_term": choosing.leave_term,
            "leave_always": choosing.leave_always,
            "deal_with": choosing.deal_with,
            "swap_term": choosing.swap_term,
            "again": choosing.again,
            "next": self.next,
        }

    @property
    def review(self) -> Review:
        """What is decided now."""
        return self.steps.now.review

    # -- talking -------------------------------------------------------------------------------------------------------

    def go(self) -> None:
        """Ask until the person has had enough. Raises KeyboardInterrupt, with everything kept, at Ctrl+C."""
        self._greet()
        if not self.review.findings and self.review.text == self.saved_text:
            return
        self.ask()
        try:
            while self._heed(listen()):
                pass
        except AnswersEndedError:
            self._take_leave()
        except KeyboardInterrupt:
            say("")
            self._take_leave()
            raise

    def _heed(self, line: str) -> bool:
        """Do what an answer says; False when the person wants to stop."""
        said = understood(line)
        if said is None:
            say(not_understood(line))
        elif said.name == "quit":
            self._take_leave()
            return False
        else:
            self._do(said)
        return True

    def _do(self, said: Said) -> None:
        if said.name in self._anywhere:
            self._anywhere[said.name]()
        elif said.name == "go_to":
            self.go_to(said.rest)
        elif self.at is None:
            say("There is no finding to answer for. Type b to go back to the last one.")
        else:
            self._about_finding[said.name](self.at, said.rest)

    def _greet(self) -> None:
        review, name = self.review, on_one_line(str(self.draft.path))
        if kept := self.draft.kept_by_app:
            say(on_one_line(kept))
        if not review.findings:
            say(f"Nothing to decide in {name}.")
            return
        say(f"{len(review.findings):,} to decide in {name}. Type ? for help.")
        safe = len(review.swap_safe().edits()) - len(review.edits())
        if decided := len(review.findings) - len(review.open()):
            say(f"{decided:,} you decided before.")
        if safe:
            say(f"{safe:,} can safely be swapped at once. Type a for that.")

    def _take_leave(self) -> None:
        name = on_one_line(str(self.draft.path))
        unsaved = self.review.new_text() != self.saved_text
        if unsaved:
            say(f"The new text is not saved. {name} is as it was.")
        if (unsaved or self.review.open()) and not self.draft.memory.fault:
            say(f"What you decided is remembered. To go on: {on_one_line(self.draft.command)}")

    def ask(self) -> None:
        """Put the question, or say that there is none left; of a term that came up before, in brief."""
        self._put(again=False)

    def ask_again(self) -> None:
        """Put the question in full."""
        self._put(again=True)

    def _put(self, *, again: bool) -> None:
        say("")
        if self.at is None:
            say(f"All is decided: {lines.sum_of(self.review)}", "Type s to save, v to hear the changes, q to stop.")
            return
        first_heard = self._heard.setdefault(term_of(self.review.findings[self.at]), self.at)
        say(*lines.question(self.review, self.at, in_brief=first_heard != self.at and not again))

    # -- steps ---------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last step, and ask about it again."""
        if not self.steps.past:
            say("There is nothing to take back.")
            return
        before, index = self.review, self.steps.now.about
        self.steps = self.steps.undo()
        self._keep(before)
        say("Taken back.")
        self.go_on_to(index)

    def redo(self) -> None:
        """Take the step again that was taken back."""
        if not self.steps.future:
            say("There is nothing to do again.")
            return
        before = self.review
        self.steps = self.steps.redo()
        self._keep(before)
        say("Done again.")
        self.go_on_to(self.review.next_open(self.steps.now.about))

    def step_to(self, new: Review, index: int) -> None:
        """Take a step that was about this finding, if it changes anything."""
        before = self.review
        if new != before:
            self.steps = self.steps.then(_Step(new, index))
            self._keep(before)

    def _keep(self, before: Review) -> None:
        """Remember what was decided now, so that nothing is lost however this ends."""
        self.draft.remember(self.review)
        if self.draft.memory.fault and not self._told_of_fault:
            self._told_of_fault = True
            say(f"What you decide cannot be remembered: {self.draft.memory.fault} Save before you stop.")
        try:
            LeftWordsFile().follow(before.always.values(), self.review.always.values())
        except DocumentError as error:
            say(f"{error} The word is left in this document only.")

    # -- moving about --------------------------------------------------------------------------------------------------

    def next(self, index: int, _rest: str) -> None:
        """Go on to the next open finding without deciding."""
        following = self.review.next_open(index + 1)
        if following is not None and following <= index:
            say("That was the last. Back to the first that is not decided.")
        self.go_on_to(index if following is None else following)

    def back(self) -> None:
        """Go to the finding before, whether it is decided or not."""
        before = len(self.review.findings) if self.at is None else self.at
        if before:
            self.go_on_to(before - 1)
        else:
            say("This is the first.")

    def go_to(self, wanted: str) -> None:
        """Go to the finding with this number, or to the next one that holds these words."""
        findings = self.review.findings
        if wanted.isdecimal() and 1 <= int(wanted) <= len(findings):
            self.go_on_to(int(wanted) - 1)
            return
        start = 0 if self.at is None else self.at + 1
        order = [*range(start, len(findings)), *range(start)]
        found = next((index for index in order if wanted.casefold() in findings[index].text.casefold()), None)
        if wanted and not wanted.isdecimal() and found is not None:
            self.go_on_to(found)
        else:
            say(f"There is no such finding. Say g and a number from 1 to {len(findings):,}, or a word from the list.")

    def go_on_to(self, index: int | None) -> None:
        """Put the question about a finding; None when there is none left."""
        self.at = index
        self.ask()

    def start_from(self, review: Review) -> None:
        """Go through another text from the start; steps before cannot be taken back."""
        self.steps = Steps(_Step(review, 0))
        self._heard.clear()
        self.saved_text = review.text
        self.go_on_to(review.next_open(0))
