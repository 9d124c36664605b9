"""The app itself: its screens, the way from one to another, and a palette with all that can be done."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App, SystemCommand
from textual.command import Provider
from textual.driver import Driver
from textual.screen import Screen

from plainspeak.errors import PlainspeakError
from plainspeak.glossary.entry import Entry
from plainspeak.settings import load_settings
from plainspeak.tui import own_keys
from plainspeak.tui.action import SCREENS, Action, ScreenName, key_name, with_own_key
from plainspeak.tui.actions import ACTIONS
from plainspeak.tui.changed_cells import ChangedCells
from plainspeak.tui.draft_check import Checker
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.entry_recovery import lost_entries
from plainspeak.tui.jobs import start
from plainspeak.tui.own_settings import keep_theme, usable_settings
from plainspeak.tui.palette import Palette, PaletteBox
from plainspeak.tui.screens.app_screen import AppScreen
from plainspeak.tui.screens.draft import DraftScreen
from plainspeak.tui.themes import DEFAULT, LOOKS, TERMINAL
from plainspeak.tui.thrifty_driver import thrifty

if TYPE_CHECKING:
    from plainspeak.glossary.written_fields import Fields
    from plainspeak.tui.entry_fields import Texts
    from plainspeak.tui.screens.entry import EntryScreen
    from plainspeak.tui.screens.glossary import GlossaryScreen


class PlainspeakApp(App[int]):
    """The terminal app. `load_checker` is called, off the main thread, once the first picture stands.

    Each screen is a mode of its own, made when it is first gone to; what stood on it is there when one comes back.
    """

    CSS_PATH = "plainspeak.tcss"
    TITLE = "plainspeak"
    DEFAULT_MODE = "draft"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True
    NOTIFICATION_TIMEOUT: ClassVar[float] = 10  # seconds to read two lines slowly; the next step takes them away
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Palette}

    def __init__(self, file: DraftFile, text: str, load_checker: Callable[[], Checker]) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") is not None else None)
        for look in LOOKS.values():
            self.register_theme(look.theme)
        settings = usable_settings()
        self._wear(TERMINAL if self.no_color else settings.theme or DEFAULT)
        self.own_keys = {name: key for name, key in settings.keys.items() if name in own_keys.names()}
        own_keys.use(self, self.own_keys)
        self._key_faults = own_keys.faults(settings.keys)
        self.draft_screen = DraftScreen(file, text, load_checker)
        self.glossary_screen: GlossaryScreen | None = None
        self.form: EntryScreen | None = None
        self._before: ScreenName = "draft"
        for name in SCREENS:
            self.add_mode(name, partial(self._made, name))

    def _made(self, name: ScreenName) -> AppScreen:
        """A screen, loaded only when it is first asked for."""
        match name:
            case "draft":
                return self.draft_screen
            case "glossary":
                from plainspeak.tui.screens.glossary import GlossaryScreen

                self.glossary_screen = GlossaryScreen()
                return self.glossary_screen
            case "documents":
                from plainspeak.tui.screens.documents import DocumentsScreen

                return DocumentsScreen()
            case "settings":
                from plainspeak.tui.screens.settings import SettingsScreen

                return SettingsScreen()
            case "help":
                from plainspeak.tui.screens.help import HelpScreen

                return HelpScreen()
        raise ValueError(name)

    def show(self, name: ScreenName) -> None:
        """Go to a screen."""
        here = self.screen
        if isinstance(here, AppScreen) and name != here.NAME:
            self.clear_notifications()  # what was said was about the screen that is left
            self._before = cast("ScreenName", self.current_mode)
            self.switch_mode(name)
            there = self.screen
            if isinstance(there, AppScreen):
                there.call_later(there.came_from, here.NAME)
            if name == "glossary":
                self.follow_glossary()

    def go_back(self) -> None:
        """Go back to the screen that was shown before this one."""
        self.show(self._before)

    def get_driver_class(self) -> type[Driver]:
        """The way to the terminal."""
        self._shown = ChangedCells()
        return thrifty(super().get_driver_class(), self._shown)

    def on_resize(self) -> None:
        """A terminal that changes its size may move what it shows."""
        self._shown.forget()

    def action_draw_again(self) -> None:
        """Draw the whole screen, after something else has written over it."""
        self._shown.forget()
        self.refresh()

    def on_mount(self) -> None:
        """Say what cannot be used of the keys in the settings."""
        for fault in self._key_faults:
            self.notify(fault, markup=False)

    # -- colours -------------------------------------------------------------------------------------------------------

    def _wear(self, name: str) -> None:
        """Use a theme; the usual one when there is none of that name."""
        self.theme = name if name in self.available_themes else DEFAULT

    def action_change_theme(self) -> None:
        """Choose the colours, and keep the choice."""
        start(self, self._change_theme, "theme", exclusive=True)

    async def _change_theme(self) -> None:
        from plainspeak.tui.dialogs.theme_box import ThemeBox

        before = self.theme
        name = await self.push_screen_wait(ThemeBox(before))
        self.theme = name or before
        if name:
            try:
                told = await asyncio.to_thread(keep_theme, name)
            except PlainspeakError as error:
                told = str(error)
            if told:
                self.notify(told, markup=False)

    # -- the glossary, for every screen --------------------------------------------------------------------------------

    def glossary_entries(self) -> Sequence[Entry]:
        """The entries in force; none until the glossary is there."""
        checker = self.draft_screen.checking.checker
        return checker.glossary.entries if checker else ()

    def look_up(self, words: str) -> None:
        """Go to the glossary and show what it has on some words."""
        self.show("glossary")
        if self.form:
            self.form.say("Save or leave this entry first.")
        elif self.glossary_screen:
            self.glossary_screen.call_later(self.glossary_screen.look_up, words)

    def start_entry(self, words: str = "") -> None:
        """Go to the form for a new entry that begins with some words; saving or leaving it leads back."""
        back = cast("ScreenName", self.current_mode)
        self.show("glossary")
        from plainspeak.tui.entry_fields import first_fields

        self.open_entry(first_fields(words), None, back)

    def open_entry(
        self, fields: Fields, entry: Entry | None, back: ScreenName = "glossary", written: Texts | None = None
    ) -> None:
        """Open the form for an entry, unless one is open already; `written` is what stood in one that was lost."""
        from plainspeak.tui.screens.entry import EntryScreen

        if self.form:
            self.form.say("Save or leave this entry first.")
            return
        try:
            self.form = EntryScreen(fields, entry, load_settings(), back, written)
        except PlainspeakError as error:
            self.notify(str(error), markup=False)
            return
        self.push_screen(self.form)

    async def offer_lost_entry(self) -> None:
        """Offer the newest entry that was not saved when the app ended."""
        from plainspeak.tui.lost_entry import offer_lost_entry

        await offer_lost_entry(self)

    async def tell_of_lost_entry(self) -> None:
        """Say so when an entry was not saved; it is offered where no question gets in the way of writing."""
        if await asyncio.to_thread(lost_entries):
            self.notify("A glossary entry was left unsaved. To bring it back press F4.", markup=False)

    def close_entry(self, form: EntryScreen, saved: str = "") -> None:
        """Close the form; with the term that was `saved`, use the glossary as it is now."""
        self.form = None
        start(self, form.forget_copy, "entry copy")
        self.show("glossary")
        if self.screen is form:  # only what is shown can be taken away; else the form goes when it is shown next
            form.dismiss()
            self.show(form.back)
        if saved:
            self.use_glossary(saved)

    def use_glossary(self, term: str = "") -> None:
        """Use the glossary as it is now; in its screen the mark goes to the entry of a term."""
        start(self, partial(self._take_glossary, term), "glossary", exclusive=True)

    async def _take_glossary(self, term: str, *, if_changed: bool = False) -> None:
        try:
            is_new = await self.draft_screen.checking.load_again(if_changed=if_changed)
        except PlainspeakError as error:
            self.notify(str(error), markup=False)
            return
        if is_new and self.glossary_screen:
            self.glossary_screen.take_glossary(term)

    def on_app_focus(self) -> None:
        """The person comes back, perhaps from another window in which they have changed the glossary."""
        self.follow_glossary()

    def follow_glossary(self) -> None:
        """Use the glossary as it is now if somebody has changed its files."""
        start(self, partial(self._take_glossary, "", if_changed=True), "glossary")

    def open_file(self, path: Path) -> None:
        """Go to the draft screen and open a file there, unless a draft would be lost."""
        self.show("draft")
        self.draft_screen.keeping.open_path(path)

    def start_file(self, path: Path, text: str) -> None:
        """Go to the draft screen and begin a file that is not there yet, unless a draft would be lost."""
        self.show("draft")
        self.draft_screen.keeping.start_file(path, text)

    # -- leaving -------------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Leave the app, but not with an entry or a draft that is not saved."""
        start(self, self._leave, "leave", exclusive=True)

    async def _leave(self) -> None:
        if self.form and self.form.is_changed():
            self.show("glossary")
            if not await self.form.may_go():
                return
        self.draft_screen.keeping.quit()

    async def action_quit(self) -> None:
        """Leave, but not with unsaved work and not from the middle of a question."""
        if isinstance(self.screen, AppScreen):
            self.screen.action_quit()
        else:
            self.notify("Press Esc to close this first.", markup=False)

    def action_command_palette(self) -> None:
        """Find anything that can be done by a word of it."""
        if not PaletteBox.is_open(cast("App[object]", self)):
            self.push_screen(PaletteBox(id="--command-palette"))

    def _told(self, action: Action) -> str:
        """What an action does, and its key."""
        keys = with_own_key(action, self.own_keys).all_keys
        return f"{action.help} ({key_name(keys[0])})" if keys else action.help

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers: the table of actions, and the choice of colours."""
        if isinstance(screen, AppScreen):
            offered = screen.offers()
            for action in ACTIONS:
                if action.name in offered:
                    yield SystemCommand(action.title, self._told(action), getattr(screen, f"action_{action.name}"))
        yield SystemCommand("Draw the screen again", "When something else has written over it.", self.action_draw_again)
        yield SystemCommand(
            "Change the colours", "Dark, light, high contrast, or those of your terminal.", self.action_change_theme
        )
