"""The glossary screen: look words up as you type, read what is meant by them, and keep the entries."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, ClassVar

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from plainspeak.errors import PlainspeakError
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.load import as_written
from plainspeak.glossary.search import as_typed
from plainspeak.glossary.written_fields import fields_of
from plainspeak.tui.action import Where
from plainspeak.tui.entry_card import entry_card
from plainspeak.tui.entry_home import Saved, can_be_removed, remove_entry
from plainspeak.tui.glossary_filter import GlossaryFilter, choices
from plainspeak.tui.held_text import drawn, held
from plainspeak.tui.screens.app_screen import AppScreen
from plainspeak.tui.widgets.bindings import bindings_for
from plainspeak.tui.widgets.row_list import RowList, columns

_PAUSE = 0.06  # seconds without a key before the entries are searched
_ROOM_FOR_FAMILY = 50  # cells
_NOT_COPIED = ("examples", "agreed", "sources")
_NONE = "No entry fits. Press Ctrl+N to write one, or Esc to show them all."


class EntryList(RowList):
    """The entries that fit, one in each row. Here single keys do things."""

    BINDINGS: ClassVar[list[Any]] = bindings_for("list", "glossary")


class GlossaryScreen(AppScreen):
    """A search line, the entries that fit, and the card of the one that is marked."""

    NAME = "glossary"
    BINDINGS: ClassVar[list[Any]] = bindings_for("anywhere", "glossary")

    def __init__(self) -> None:
        super().__init__()
        self.search = Input(placeholder="Type a word: jargon, or plain words for it", id="search")
        self.search.cursor_blink = False
        self.told = Static(id="told")
        self.list = EntryList(self._row, id="entries")
        self.text = Static()
        self.card = VerticalScroll(self.text, id="entry", can_focus=False)
        self.chosen = GlossaryFilter()
        self.entries: Sequence[Entry] = ()
        self.shown: list[Entry] = []
        self._due: Timer | None = None

    def compose(self) -> ComposeResult:
        """The search line over the list and the card."""
        yield self.screen_bar
        with Horizontal(id="asked"):
            yield Static(Content("Find: "))
            yield self.search
            yield self.told
        with Container(classes="panes"):
            yield self.list
            yield self.card
        yield self.key_bar

    def on_mount(self) -> None:
        """Begin in the search line, and show the entries once they are there."""
        self.list.border_title = Content("Glossary")
        self.set_focus(self.search)
        self._say_in_card("Fetching the glossary \u2026")
        self._start()

    @work(group="start")
    async def _start(self) -> None:
        await self.home.draft_screen.checking.ready.wait()
        self.take_glossary()
        await self.home.offer_lost_entry()

    def take_glossary(self, term: str = "") -> None:
        """Show the glossary as it is now, with the mark on the entry of a term."""
        checker = self.home.draft_screen.checking.checker
        if checker is None:
            self._say_in_card("The glossary cannot be used. The draft screen says why.")
            return
        self.entries = list(checker.glossary.entries)
        self._find(next((entry for entry in self.entries if entry.jargon == term), None) if term else None)

    def look_up(self, words: str) -> None:
        """Show what the glossary has on some words."""
        self.chosen = GlossaryFilter()
        self.search.value = words
        self.set_focus(self.search)
        self._find()

    # -- finding -------------------------------------------------------------------------------------------------------

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._due:
            self._due.stop()
        self._due = self.set_timer(_PAUSE, self._find)

    def _catch_up(self) -> None:
        """Find what was typed just now, so that no key is about an entry of the search before."""
        if self._due:
            self._find()

    def _find(self, keep: Entry | None = None) -> None:
        """Show the entries that fit; the mark goes to `keep` if that is one of them."""
        if self._due:
            self._due.stop()
            self._due = None
        self.shown = as_typed(self.search.value, self.chosen.select(self.entries))
        self.told.update(Content(self._in_short()))
        at = next((row for row, entry in enumerate(self.shown) if keep and entry.id == keep.id), 0)
        self.list.show(len(self.shown), at)

    def _in_short(self) -> str:
        count = f"{len(self.shown):,} of {len(self.entries):,}"
        chosen = self.chosen.in_words()
        return f"only {chosen}  {count}" if chosen else count

    @property
    def marked(self) -> Entry | None:
        """The entry that is marked in the list."""
        row = self.list.marked
        return self.shown[row] if row is not None and row < len(self.shown) else None

    def _row(self, row: int, width: int) -> Text:
        entry = self.shown[row]
        cells = [(_tame(entry.jargon), 0, ""), (entry.level, 6, "")]
        if width > _ROOM_FOR_FAMILY:
            cells.append((entry.family, 13, ""))
        return columns(cells, width)

    @on(RowList.Marked)
    def _show_card(self) -> None:
        entry = self.marked
        if entry is None:
            self._say_in_card(_NONE)
        else:
            from plainspeak.tui.entry_check import shown_forms

            self.card.border_title = Content(_tame(entry.jargon))
            self.text.update(entry_card(entry, shown_forms(entry)))
            self.card.scroll_home(animate=False)
        self.show_keys()

    def _say_in_card(self, words: str) -> None:
        self.card.border_title = None
        self.text.update(Content(words))

    # -- moving about --------------------------------------------------------------------------------------------------

    def where(self) -> Where:
        """Whether letters are typed, or do things."""
        return "list" if self.focused is self.list else "anywhere"

    def on_descendant_focus(self) -> None:
        """The keys do other things now."""
        self.show_keys()

    def action_go_across(self) -> None:
        """From the search line to the list, or back."""
        self._catch_up()
        self.set_focus(self.search if self.focused is self.list else self.list)

    def action_go_to_search(self) -> None:
        """Type again."""
        self.set_focus(self.search)

    def action_mark_by(self, rows: int) -> None:
        """Go up or down the list."""
        self._catch_up()
        self.list.action_mark_by(rows)

    def action_read_on(self, pages: int) -> None:
        """Move in the card."""
        self.card.scroll_relative(y=pages * max(1, self.card.size.height - 2), animate=False)

    def can(self, action: str) -> bool:
        """Whether this would do something just now."""
        if action == "remove_entry":
            return can_be_removed(self.marked)
        if action in ("change_entry", "copy_entry"):
            return self.marked is not None
        if action == "show_all":
            return bool(self.search.value or any(self.chosen))
        return True

    # -- keeping entries -----------------------------------------------------------------------------------------------

    def action_new_entry(self) -> None:
        """Write a new entry, which begins with what was searched for."""
        self.home.start_entry(self.search.value)

    @on(RowList.Chosen)
    @on(Input.Submitted)
    def action_change_entry(self) -> None:
        """Change the entry that is marked."""
        self._catch_up()
        if self.marked:
            self._open(self.marked, copy=False)

    def action_copy_entry(self) -> None:
        """Begin a new entry as a copy of the one that is marked."""
        if self.marked:
            self._open(self.marked, copy=True)

    @work(group="open", exclusive=True)
    async def _open(self, entry: Entry, *, copy: bool) -> None:
        path = entry.origin.path
        if path and not path.endswith((".yaml", ".yml")) and not copy:
            self.say(f"This entry stands in {path}, line {entry.origin.line}. Change it there by hand.")
            return
        try:
            fields = await asyncio.to_thread(as_written, entry) if path else fields_of(entry)
        except (PlainspeakError, OSError) as error:
            self.say(f"{path} cannot be read: {error}.")
            return
        if copy:
            self.home.open_entry({name: value for name, value in fields.items() if name not in _NOT_COPIED}, None)
        else:
            self.home.open_entry(fields, entry)

    def action_remove_entry(self) -> None:
        """Take the entry that is marked out of its file."""
        if can_be_removed(self.marked) and self.marked:
            self._remove(self.marked)
        else:
            self.say(
                "This entry comes with plainspeak. To leave its word alone, write it under glossary.off in the settings."
            )

    @work(group="open", exclusive=True)
    async def _remove(self, entry: Entry) -> None:
        from plainspeak.tui.dialogs.ask import Ask

        answers = [("out", "Take it out"), ("back", "Go back")]
        question = f"It is taken out of {entry.origin.path}, and drafts are no longer searched for it."
        if await self.app.push_screen_wait(Ask(f"Take out: {_tame(entry.jargon)}", question, answers)) != "out":
            return
        try:
            done = await asyncio.to_thread(remove_entry, entry, list(self.entries))
        except (PlainspeakError, OSError) as error:
            done = Saved((str(error),))
        self.say("\n".join(done.problems) or done.told)
        if done.told:
            self.home.use_glossary()

    # -- choosing what is shown ----------------------------------------------------------------------------------------

    def action_show_all(self) -> None:
        """Clear what was typed and chosen."""
        keep = self.marked
        self.chosen = GlossaryFilter()
        with self.prevent(Input.Changed):
            self.search.value = ""
        self._find(keep)

    @on(events.Click, "#told")
    def action_filter(self) -> None:
        """Choose what kind of entries are shown."""
        self._filter()

    @work(group="filter", exclusive=True)
    async def _filter(self) -> None:
        from plainspeak.tui.dialogs.ask import Ask

        offered = choices(self.entries)
        names = [(part, f"{part.capitalize()}: {value or 'all'}") for part, value in self.chosen._asdict().items()]
        last = [("none", "Show all entries"), ("back", "Go back")]
        part = await self.app.push_screen_wait(Ask("Filter", "What should the list be kept to?", [*names, *last]))
        if part == "none":
            self.chosen = GlossaryFilter()
        elif part in offered:
            answers = [(value, value) for value in offered[part]]
            question = Ask(part.capitalize(), "Show only:", [("", "all"), *answers, ("back", "Go back")])
            value = await self.app.push_screen_wait(question)
            if value == "back":
                return
            self.chosen = self.chosen._replace(**{part: value})
        self._find(self.marked)


def _tame(text: str) -> str:
    return drawn(held(text))
