"""Session: one question after the other, and what comes of each answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plainspeak.cli.review import lines
from plainspeak.cli.review.answers import Said, list_of_answers, not_understood, understood
from plainspeak.cli.review.draft import Draft
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
        self.saved_text = self.review.text
        self.saving = Saving(self)
        self._told_of_fault = False
        self._heard: dict[str, int] = {}  # the terms that were asked about, and the finding at which each first was

    @property
    def review(self) -> Review:
        """What is decided now."""
        return self.steps.now.review

    # -- talking -------------------------------------------------------------------------------------------------------

    def go(self) -> None:
        """Ask until the person has had enough. Raises KeyboardInterrupt, with everything kept, at Ctrl+C."""
        self._greet()
        if not self.review.findings:
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
        anywhere = {"save": self.saving.save, **{name: getattr(self, name) for name in _ANYWHERE}}
        if said.name in anywhere:
            anywhere[said.name]()
        elif said.name == "go_to":
            self.go_to(said.rest)
        elif self.at is None:
            say("There is no finding to answer for. Type b to go back to the last one.")
        else:
            about: Callable[[int, str], None] = getattr(self, said.name)
            about(self.at, said.rest)

    def _greet(self) -> None:
        review, name = self.review, on_one_line(str(self.draft.path))
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
            say(f"What you decided is remembered. To go on: plainspeak review {name}")

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

    # -- deciding ------------------------------------------------------------------------------------------------------

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
        entry = self.draft.checker.glossary.get(finding.entry) if finding.entry else None
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
        self._decide(new, index, f"Changed in {len(new.edits()) - before:,} places. u takes it back.")

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
        self._step_to(self.review.ask_again(index), index)
        self.ask()

    def undo(self) -> None:
        """Take back the last step, and ask about it again."""
        if not self.steps.past:
            say("There is nothing to take back.")
            return
        before, index = self.review, self.steps.now.about
        self.steps = self.steps.undo()
        self._keep(before)
        say("Taken back.")
        self._go(index)

    def redo(self) -> None:
        """Take the step again that was taken back."""
        if not self.steps.future:
            say("There is nothing to do again.")
            return
        before = self.review
        self.steps = self.steps.redo()
        self._keep(before)
        say("Done again.")
        self._go(self.review.next_open(self.steps.now.about))

    def _decide(self, new: Review, index: int, said: str = "") -> None:
        """Take a step and go on to the next finding that is open."""
        self._step_to(new, index)
        say(said or f"{on_one_line(new.findings[index].text)}: {lines.state_in_words(new, index)}.")
        self._go(new.next_open(index))

    def _step_to(self, new: Review, index: int) -> None:
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
        self._go(index if following is None else following)

    def back(self) -> None:
        """Go to the finding before, whether it is decided or not."""
        before = len(self.review.findings) if self.at is None else self.at
        if before:
            self._go(before - 1)
        else:
            say("This is the first.")

    def go_to(self, wanted: str) -> None:
        """Go to the finding with this number, or to the next one that holds these words."""
        findings = self.review.findings
        if wanted.isdecimal() and 1 <= int(wanted) <= len(findings):
            self._go(int(wanted) - 1)
            return
        start = 0 if self.at is None else self.at + 1
        order = [*range(start, len(findings)), *range(start)]
        found = next((index for index in order if wanted.casefold() in findings[index].text.casefold()), None)
        if wanted and not wanted.isdecimal() and found is not None:
            self._go(found)
        else:
            say(f"There is no such finding. Say g and a number from 1 to {len(findings):,}, or a word from the list.")

    def _go(self, index: int | None) -> None:
        self.at = index
        self.ask()

    # -- looking -------------------------------------------------------------------------------------------------------

    def list(self) -> None:
        """List the findings."""
        say(*(lines.row(self.review, index) for index in range(len(self.review.findings))))

    def questions(self) -> None:
        """List the questions."""
        waiting = self.review.questions()
        say(*(lines.question_row(self.review, index) for index in waiting) if waiting else ("No question waits.",))

    def view(self) -> None:
        """Say what has changed."""
        say(*lines.changes(self.review) if self.review.edits() else ("Nothing has changed yet.",))

    def left_alone(self) -> None:
        """Say what was left alone without a question."""
        left = self.draft.left_alone
        say(*map(lines.left_row, left) if left else ("Nothing was left alone.",))

    def help(self) -> None:
        """Say what the answers are."""
        say(*list_of_answers(), "Enter: hear the question again")

    def start_from(self, review: Review) -> None:
        """Go through another text from the start; steps before cannot be taken back."""
        self.steps = Steps(_Step(review, 0))
        self._heard.clear()
        self.saved_text = review.text
        self._go(review.next_open(0))


_ANYWHERE = ("ask_again", "swap_safe", "undo", "redo", "back", "list", "questions", "left_alone", "view", "help")
"""The answers that need no finding in question."""
