"""Saving: where the new text goes. Never over a file that somebody else has changed, and never over another file unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plainspeak.cli.review.talk import listen, say
from plainspeak.cli.same_file import is_same_file
from plainspeak.documents.marking import MARKED_FORMATS
from plainspeak.errors import DocumentError
from plainspeak.reports.terminal import on_one_line

if TYPE_CHECKING:
    from plainspeak.cli.review.session import Session


class Saving:
    """Asks where the new text of a session is to go, and puts it there."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def save(self) -> None:
        """Ask where, and save there; the person may go back instead."""
        session = self.session
        if session.draft.is_plain and session.review.new_text() == session.draft.saved_text:
            say("Nothing has changed, so there is nothing to save.")
            return
        say("Where shall the new text go?", *self._places(), "Or type another name. Enter: go back.")
        answer = listen("Save as: ").strip()
        if not answer:
            say("Nothing is saved.")
        elif answer == "1" and session.draft.is_plain:
            self._save_itself()
        else:
            self._save_as(self._beside() if answer == "1" else Path(answer).expanduser())

    def _places(self) -> list[str]:
        draft = self.session.draft
        name = on_one_line(str(draft.path))
        if draft.is_plain:
            return [f"1: in {name}; the text as it was is kept beside it"]
        places = [f"1: in {on_one_line(str(self._beside()))}, as plain text"]
        if draft.document.format in MARKED_FORMATS:
            copy = on_one_line(str(draft.path.with_stem(f"{draft.path.stem}-marked")))
            places.append(f"To see what was found marked in a copy with its layout: plainspeak mark {name} -o {copy}")
        return places

    def _beside(self) -> Path:
        """The name beside a document that is not plain text."""
        return self.session.draft.path.with_suffix(".txt")

    def _save_itself(self) -> None:
        session, draft = self.session, self.session.draft
        if draft.changed_on_disk(draft.path):
            say(
                f"{on_one_line(str(draft.path))} has been changed since it was read, perhaps by another program.",
                "It is not saved over. Type s and give another name.",
            )
            return
        try:
            backup, notices = draft.save_itself(session.review)
        except DocumentError as error:
            say(f"{error}", "Nothing is saved. Type s to try another name.")
            return
        before = f" The text as it was: {on_one_line(str(backup))}" if backup else ""
        say(f"Saved in {on_one_line(str(draft.path))}.{before}", *notices)
        again = draft.begin_again(session.review)
        if again.open():
            say(f"The new text was checked: {len(again.open()):,} to decide.")
        session.start_from(again)

    def _save_as(self, path: Path) -> None:
        draft = self.session.draft
        itself = is_same_file(path, draft.path)
        if itself and not draft.is_plain:
            say("That would take the place of the document and its layout. Type s and give another name.")
        elif itself:
            self._save_itself()
        elif draft.changed_on_disk(path):
            say(f"There is {on_one_line(str(path))} already. Type s and give another name.")
        else:
            self._write(path)

    def _write(self, path: Path) -> None:
        session, draft = self.session, self.session.draft
        try:
            notices = draft.save_as(session.review, path)
        except DocumentError as error:
            say(f"{error}", "Nothing is saved. Type s to try another name.")
            return
        session.saved_text = session.review.new_text()
        say(f"Saved in {on_one_line(str(path))}.", *notices)
