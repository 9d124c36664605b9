"""Keeping: a draft opened, saved, recovered and closed without a word of it being lost."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from plainspeak.deciding.recovery import LostDraft, RecoveryCopy, forget, lost_drafts, open_elsewhere
from plainspeak.deciding.safety_copy import RECOVERY_PAUSE
from plainspeak.errors import DocumentError
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.held_text import stored
from plainspeak.tui.jobs import Job, start

if TYPE_CHECKING:
    from plainspeak.tui.screens.draft import DraftScreen

_GO_BACK = ("back", "Go back to the draft")
SAMPLE = Path(__file__).parent.parent / "sample.txt"


class Keeping:
    """Keeps the draft of one screen safe. What takes a question is done in a worker of that screen."""

    def __init__(self, screen: DraftScreen, file: DraftFile) -> None:
        self.screen = screen
        self.file = file
        self.copy = RecoveryCopy()
        self._copying = asyncio.Lock()
        self._copy_due = False
        self._changed = False

    # -- knowing what is unsaved ---------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The draft, as the editor holds it."""
        return self.screen.editor.text

    def unsaved(self) -> bool:
        """Whether something would be lost by closing now."""
        return self.text != self.file.saved

    def start(self) -> None:
        """Say what there is to say about the file, and offer what was lost before."""
        self._tell(self.file.notices)
        self.text_changed()
        self._run(self._begin)

    def text_changed(self) -> None:
        """See to it that a copy of the draft is made soon, if there is something to lose."""
        if not self._changed and self.unsaved():
            self._changed = True
            self.show_title()
        if self._changed and not self._copy_due:
            self._copy_due = True
            self.screen.set_timer(RECOVERY_PAUSE, self._keep_copy)

    def show_title(self) -> None:
        """Put the name of the draft over it, and say whether it has changed."""
        title = f"{self.file.name} \u2022 changed" if self._changed else self.file.name
        self.screen.editor.border_title = Content(title)

    async def _keep_copy(self) -> None:
        self._copy_due = False
        if not self.unsaved():
            await self._all_is_saved()
            return
        fault = self.copy.fault
        async with self._copying:
            await asyncio.to_thread(self.copy.write, stored(self.text), self.file.path, self.file.stamp)
        if self.copy.fault and self.copy.fault != fault:
            self.screen.say(f"No safety copy of the draft can be kept ({self.copy.fault}). Save it often.")

    async def _all_is_saved(self) -> None:
        """There is nothing to lose: no copy is needed, and the title says so."""
        async with self._copying:
            self.copy.remove()
        self._changed = False
        self.show_title()

    # -- what a person asks for ----------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save to the draft's own file, or ask for one."""
        self._run(self._save)

    def save_as(self) -> None:
        """Ask for a file and save there."""
        self._run(self._save_as)

    def open(self) -> None:
        """Ask for a file and show it."""
        self._run(self._open)

    def open_path(self, path: Path) -> None:
        """Show a file that has been picked already."""
        self._run(partial(self._open_path, path))

    def start_file(self, path: Path, text: str) -> None:
        """Begin a file that is not there yet with some text; nothing is written until it is saved."""
        self._run(partial(self._replace, DraftFile(path), text))

    def new(self) -> None:
        """Start an empty draft."""
        self._run(partial(self._replace, DraftFile()))

    def sample(self) -> None:
        """Show the sample letter, as a new draft."""
        self._run(partial(self._replace, DraftFile(), SAMPLE.read_text(encoding="utf-8")))

    def recover(self) -> None:
        """Offer what was lost before."""
        self._run(partial(self._recover, asked=True))

    def quit(self) -> None:
        """Leave the app, with a question first if there is something to save."""
        self._run(self._quit)

    def _run(self, job: Job) -> None:
        start(self.screen, job, "keeping")

    # -- saving --------------------------------------------------------------------------------------------------------

    async def _save(self) -> bool:
        """Save; whether it was done."""
        if self.file.path is None:
            return await self._save_as()
        if self.file.changed_on_disk():
            answer = await self._ask(
                "The file has changed",
                f"{self.file.name} has been changed by somebody else, or by another program, since it was opened here. "
                "If you save over it, their changes go.",
                [("over", "Save over it"), ("as", "Save mine under another name"), _GO_BACK],
            )
            if answer != "over":
                return answer == "as" and await self._save_as()
        return await self._save_to(self.file.path)

    async def _save_as(self) -> bool:
        from plainspeak.tui.dialogs.where_to_save import where_to_save

        own = None if self.file.changed_on_disk() else self.file.path
        start = str(self.file.path or self.file.suggested)
        path = await where_to_save(self.screen.home, "Save as", start, own)
        return path is not None and await self._save_to(path)

    async def _save_to(self, path: Path) -> bool:
        text = self.text
        try:
            notices = await asyncio.to_thread(self.file.save, text, path)
        except DocumentError as error:
            answer = await self._ask(
                "It could not be saved",
                f"{error} Your draft is still here.",
                [("as", "Save it somewhere else"), _GO_BACK],
            )
            return answer == "as" and await self._save_as()
        if not self.unsaved():
            await self._all_is_saved()
        self.screen.chosen_before.saved()
        self.screen.leaving.remember()
        self._tell(notices or (f"Saved as {path}.",))
        return True

    # -- opening and leaving -------------------------------------------------------------------------------------------

    async def _open(self) -> None:
        from plainspeak.tui.dialogs.path_box import PathBox

        if not await self._may_let_go():
            return
        folder = f"{self.file.path.parent}/" if self.file.path else ""
        path = await self.screen.app.push_screen_wait(PathBox("Open", folder, must_exist=True))
        if path is not None:
            await self._open_at(path)

    async def _open_path(self, path: Path) -> None:
        if await self._may_let_go():
            await self._open_at(path)

    async def _open_at(self, path: Path) -> None:
        try:
            file = await asyncio.to_thread(DraftFile.open, path)
        except DocumentError as error:
            await self._ask("It could not be opened", str(error), [_GO_BACK])
            return
        await self._show(file, file.saved)
        self._tell(file.notices)

    async def _replace(self, file: DraftFile, text: str = "") -> None:
        if await self._may_let_go():
            await self._show(file, text)

    async def _quit(self) -> None:
        if await self._may_let_go():
            await self._all_is_saved()
            await self.screen.leaving.remembered()
            if self.screen.home.form:
                await self.screen.home.form.forget_copy()
            self.screen.app.exit(0)

    async def _may_let_go(self) -> bool:
        """Whether the draft may go: it is saved, or the writer says so."""
        if not self.unsaved() or (self.file.path is None and not self.text.strip()):
            return True
        answer = await self._ask(
            "Not saved yet",
            f"{self.file.name} has changes that are not saved.",
            [("save", "Save"), ("drop", "Throw the changes away"), _GO_BACK],
        )
        if answer == "save":
            return await self._save()
        return answer == "drop"

    async def _show(self, file: DraftFile, text: str) -> None:
        self.file = file
        await self._all_is_saved()
        self.screen.put_in_place(text)

    # -- recovering ----------------------------------------------------------------------------------------------------

    async def _begin(self) -> None:
        await self._recover(asked=False)
        self.screen.chosen_before.offer_soon()
        await self.screen.home.tell_of_lost_entry()

    async def _recover(self, *, asked: bool) -> None:
        """Offer the newest lost draft: of this file, or of any when the screen is empty or it was asked for."""
        lost = await asyncio.to_thread(lost_drafts)
        here = self.file.path.absolute() if self.file.path else None
        anything = asked or (here is None and not self.text)
        offered = [draft for draft in lost if anything or draft.path == here]
        if offered:
            await self._offer(offered[0], len(offered))
        elif asked:
            self.screen.say("No draft has been left unsaved.")
        elif lost:
            self.screen.say("A draft was left unsaved. To bring it back press Ctrl+P and type: bring back")
        elif here and open_elsewhere(here, apart_from=self.copy.file):
            self.screen.say(f"{self.file.name} is being changed in another window too. Save what you have there first.")

    async def _offer(self, draft: LostDraft, count: int) -> None:
        name = draft.path.name if draft.path else "A new draft"
        words = len(draft.text.split())
        more = f" There are {count - 1} more after this one." if count > 1 else ""
        answer = await self._ask(
            "A draft was not saved",
            f"{name}, {words:,} words, last changed on {draft.when}. The app ended before it was saved.{more}\n\n"
            f"It begins: {' '.join(draft.text.split())[:160]}",
            [("bring", "Bring it back"), ("drop", "Throw it away"), ("later", "Ask me later")],
        )
        if answer == "bring" and await self._may_let_go():
            await self._bring_back(draft)
        elif answer == "drop":
            forget(draft)

    async def _bring_back(self, draft: LostDraft) -> None:
        file = DraftFile()
        if draft.path:
            try:
                file = DraftFile.open(draft.path)
            except DocumentError:
                file = DraftFile(draft.path)  # it has gone, or cannot be read: saving will say so
            file.stamp = draft.stamp or file.stamp  # whoever has changed the file since is not saved over unasked
        await self._show(file, draft.text)
        await self._keep_copy()
        if not self.copy.fault:
            forget(draft)

    def _tell(self, notices: tuple[str, ...]) -> None:
        if notices:
            self.screen.say("\n".join(notices))

    async def _ask(self, title: str, question: str, answers: list[tuple[str, str]]) -> str:
        from plainspeak.tui.dialogs.ask import Ask

        return await self.screen.app.push_screen_wait(Ask(title, question, answers))
