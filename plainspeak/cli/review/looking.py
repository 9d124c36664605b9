"""Looking: what a person can hear without deciding anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.cli.review import lines
from plainspeak.cli.review.answers import list_of_answers
from plainspeak.cli.review.talk import say
from plainspeak.reports.terminal import on_one_line

if TYPE_CHECKING:
    from plainspeak.cli.review.session import Session


class Looking:
    """Tells how a session stands."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def hear(self, index: int, choice: str) -> None:
        """Say the sentence of a finding with each of its choices put in, or with one: its number, or e."""
        readings = lines.readings(self.session.review, index)
        if not readings:
            say(lines.NO_WORDS)
        elif not choice:
            say(*(f"{key}: {reading}" for key, reading in readings.items()))
        else:
            say(readings.get(choice.lower()) or f"There is no {on_one_line(choice)} here.")

    def list(self) -> None:
        """List the findings."""
        review = self.session.review
        say(*(lines.row(review, index) for index in range(len(review.findings))))

    def questions(self) -> None:
        """List the questions."""
        review = self.session.review
        waiting = review.questions()
        say(*(lines.question_row(review, index) for index in waiting) if waiting else ("No question waits.",))

    def view(self) -> None:
        """Say what has changed."""
        review = self.session.review
        say(*lines.changes(review) if review.edits() else ("Nothing has changed yet.",))

    def left_alone(self) -> None:
        """Say what was left alone without a question."""
        left = self.session.draft.left_alone
        say(*map(lines.left_row, left) if left else ("Nothing was left alone.",))

    def help(self) -> None:
        """Say what the answers are."""
        say(*list_of_answers(), "Enter: hear the question again")
