"""The entry screen: one glossary entry in a form, tried out while it is being written."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.timer import Timer
from textual.widgets import Static, TextArea

from plainspeak.deciding.safety_copy import RECOVERY_PAUSE
from plainspeak.errors import PlainspeakError
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.written_fields import Fields
from plainspeak.settings import Settings
from plainspeak.tui.action import ScreenName
from plainspeak.tui.entry_check import EntryCheck, check_entry_now, told
from plainspeak.tui.entry_fields import FORM, Texts, fields_of_texts, texts_of
from plainspeak.tui.entry_home import Home, Saved, homes_of, save_entry
from plainspeak.tui.entry_recovery import EntryCopy
from plainspeak.tui.held_text import drawn, held, stored
from plainspeak.tui.screens.app_screen import AppScreen
from plainspeak.tui.widgets.bindings import bindings_for
from plainspeak.tui.widgets.form import FormRow, Pick

_PAUSE = 0.25  # seconds without a key before the entry is tried out
_MEANING = next(at for at, one in enumerate(FORM) if one.name == "what_we_mean")
_SAVE_IN = "save_in"
_BOLD = Style(bold=True)
_NEW_HINT = "A file of your own wins over the glossary that comes with plainspeak."


class EntryScreen(AppScreen):
    """A form for an entry: a new one, or `entry`, in which case the entry `fields` are what its file says of it.

    `written` is what stood in the lines of a form that was lost.
    """

    NAME = "entry"
    BAR = "glossary"
    BINDINGS: ClassVar[list[Any]] = bindings_for("anywhere", "entry")

    def __init__(
        self,
        fields: Fields,
        entry: Entry | None,
        settings: Settings,
        back: ScreenName = "glossary",
        written: Texts | None = None,
    ) -> None:
        super().__init__()
        self.before = fields if entry else {}
        self.entry = entry
        self.back = back
        self.homes: list[Home] = homes_of(entry, settings)
        self.first = texts_of(fields)
        texts = {**self.first, **(written or {})}
        self.rows = [FormRow(one.name, one.label, texts[one.name], one.choices, is_list=one.is_list) for one in FORM]
        labels = tuple(home.label for home in self.homes)
        self.home_row = FormRow(_SAVE_IN, "Save in", labels[0], labels)
        self.more = [row for row, one in zip(self.rows, FORM, strict=True) if one.more]
        shown = self.rows if any(row.value for row in self.more) else [row for row in self.rows if row not in self.more]
        self.form = VerticalScroll(*shown, self.home_row, id="form", can_focus=False)
        self.help_line = Static(id="about")
        self.checks = Static()
        self._refused: Saved | None = None
        self._due: Timer | None = None
        self.copy = EntryCopy()
        self._copying = asyncio.Lock()
        self._copy_due = False

    def compose(self) -> ComposeResult:
        """The form beside what it would do."""
        yield self.screen_bar
        with Container(classes="panes"):
            with Vertical(id="filling"):
                yield self.form
                yield self.help_line
            yield VerticalScroll(self.checks, id="checks", can_focus=False)
        yield self.key_bar

    def on_mount(self) -> None:
        """Begin with the first line that is empty, or with the meaning."""
        term = self.first["jargon"]
        self.query_one("#filling").border_title = Content(f"Change: {_tame(term)}" if self.entry else "New entry")
        self.query_one("#checks").border_title = Content("What it would do")
        self.set_focus(self.rows[_MEANING if term else 0].part)
        self.show_keys()
        self._try()
        self._copy_soon()

    def on_unmount(self) -> None:
        """However the app ends, what is not saved is left for the next start."""
        self.copy.let_go()

    def on_screen_resume(self) -> None:
        """Go, if the entry was saved while something else was shown."""
        if self.home.form is not self:
            self.dismiss()

    # -- what is written -----------------------------------------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        """What stands in each line."""
        return {row.field: row.value for row in self.rows}

    def fields(self) -> Fields:
        """The fields that the form makes."""
        return fields_of_texts(self.texts(), self.before)

    def is_changed(self) -> bool:
        """Whether something would be lost by leaving."""
        return self.texts() != self.first

    @on(TextArea.Changed)
    @on(Pick.Changed)
    def _written(self) -> None:
        self._refused = None
        if self._due:
            self._due.stop()
        self._due = self.set_timer(_PAUSE, self._try)
        self._copy_soon()

    @work(group="try", exclusive=True)
    async def _try(self) -> None:
        draft = stored(self.home.draft_screen.editor.text)
        try:
            check = await asyncio.to_thread(check_entry_now, self.fields(), draft)
        except Exception as fault:  # a fault of ours must not cost anybody what they have written
            check = EntryCheck(
                (f"It could not be tried out. Please report this fault: {type(fault).__name__}: {fault}",)
            )
        self._show(check)

    def _show(self, check: EntryCheck) -> None:
        parts = []
        if self._refused:
            parts.append(_block("It cannot be saved yet", list(self._refused.problems)))
            check = check._replace(problems=tuple(set(check.problems) - set(self._refused.problems)))
        parts += [_block(heading, lines) for heading, lines in told(check)]
        self.checks.update(Content("\n\n").join(parts))

    def on_descendant_focus(self) -> None:
        """Say what the line is for."""
        one = next((one for row, one in zip(self.rows, FORM, strict=True) if row.holds(self.focused)), None)
        if one:
            self.help_line.update(Content(f"{one.label}: {one.help}"))
        elif self.home_row.holds(self.focused):
            self.help_line.update(Content(f"Save in: {_tame(str(self._home().path))}. {_NEW_HINT}"))

    def _home(self) -> Home:
        return next(home for home in self.homes if home.label == self.home_row.value)

    def action_next_line(self) -> None:
        """Go to the next line of the form."""
        self.focus_next()

    def action_previous_line(self) -> None:
        """Go back to the line before."""
        self.focus_previous()

    def action_more_fields(self) -> None:
        """Show the lines that few entries need, or hide them."""
        if self.more[0].is_attached:
            for row in self.more:
                row.display = not row.display
        else:  # so many lines take a while to make
            self.form.mount(*self.more, before=self.home_row)
        self.show_keys()

    # -- the safety copy -----------------------------------------------------------------------------------------------

    def _copy_soon(self) -> None:
        if not self._copy_due:
            self._copy_due = True
            self.set_timer(RECOVERY_PAUSE, self.keep_copy)

    async def keep_copy(self) -> None:
        """Keep a copy of what is not saved, as long as there is something to lose."""
        self._copy_due = False
        async with self._copying:
            if self.home.form is not self:
                return
            if not self.is_changed():
                self.copy.remove()
                return
            fault = self.copy.fault
            await asyncio.to_thread(self.copy.write, self.texts(), self.entry.id if self.entry else "")
        if self.copy.fault and self.copy.fault != fault:
            self.say(f"No safety copy of the entry can be kept ({self.copy.fault}). Save it soon.")

    async def forget_copy(self) -> None:
        """The entry is saved, or given up."""
        async with self._copying:
            self.copy.remove()

    # -- saving and leaving --------------------------------------------------------------------------------------------

    def action_save_entry(self) -> None:
        """Save the entry, if nothing is wrong with it."""
        self._keep()

    @work(group="keep", exclusive=True)
    async def _keep(self) -> None:
        await self.kept()

    async def kept(self) -> bool:
        """Save the entry and leave; False, and why, when it cannot be saved."""
        self.say("Trying it out beside the other entries \u2026")
        entries = list(self.home.glossary_entries())
        try:
            saved = await asyncio.to_thread(save_entry, self._home(), self.fields(), self.entry, self.before, entries)
        except (PlainspeakError, OSError) as error:
            saved = Saved((str(error),))
        if saved.problems:
            self._refused = saved
            self.say("It is not saved yet. What has to be put right is beside the form.")
            self._try()
            return False
        self.say(saved.told)
        self.home.close_entry(self, str(self.fields().get("jargon", "")))
        return True

    def action_leave_entry(self) -> None:
        """Leave, with a question first if something would be lost."""
        self._leave()

    @work(group="leave", exclusive=True)
    async def _leave(self) -> None:
        if await self.may_go() and self.home.form is self:
            self.home.close_entry(self)

    async def may_go(self) -> bool:
        """Whether the form may go: nothing was changed, it is saved now, or the person says so."""
        if not self.is_changed():
            return True
        from plainspeak.tui.dialogs.ask import Ask

        answers = [("save", "Save it"), ("drop", "Throw it away"), ("back", "Go back to the entry")]
        answer = await self.app.push_screen_wait(Ask("Not saved yet", "This entry is not saved.", answers))
        return answer == "drop" or (answer == "save" and await self.kept())


def _block(heading: str, lines: list[str]) -> Content:
    return Content("\n").join([Content.styled(heading, _BOLD), *(Content(_tame(line)) for line in lines)])


def _tame(text: str) -> str:
    return drawn(held(text)).replace("\n", " ")
