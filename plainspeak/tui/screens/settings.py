"""The settings screen: every setting, its value, where that comes from, and how to change it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from plainspeak.errors import PlainspeakError
from plainspeak.settings import USER_FILE, Settings, load_settings, user_folder
from plainspeak.tui.action import ScreenName, Where
from plainspeak.tui.held_text import drawn, held
from plainspeak.tui.screens.app_screen import AppScreen
from plainspeak.tui.settings_lines import SettingLine, setting_lines, settings_files
from plainspeak.tui.widgets.bindings import bindings_for
from plainspeak.tui.widgets.row_list import RowList, columns

_BOLD = Style(bold=True)


class SettingList(RowList):
    """The settings, one in each row."""

    BINDINGS: ClassVar[list[Any]] = bindings_for("list", "settings")


class SettingsScreen(AppScreen):
    """The settings in a list, and the card of the one that is marked."""

    NAME = "settings"
    BINDINGS: ClassVar[list[Any]] = bindings_for("anywhere", "settings")

    def __init__(self) -> None:
        super().__init__()
        self.list = SettingList(self._row, id="settings")
        self.text = Static()
        self.card = VerticalScroll(self.text, id="setting", can_focus=False)
        self.settings = Settings()
        self.lines: list[SettingLine] = []

    def compose(self) -> ComposeResult:
        """The list beside the card."""
        yield self.screen_bar
        with Container(classes="panes"):
            yield self.list
            yield self.card
        yield self.key_bar

    def on_mount(self) -> None:
        """Read the settings."""
        self.list.border_title = Content("Settings")
        self.set_focus(self.list)
        self.read_settings()

    def came_from(self, screen: ScreenName) -> None:  # noqa: ARG002 - the same from everywhere
        """Somebody may have changed them meanwhile."""
        self.read_settings()

    def read_settings(self) -> None:
        """Read the settings again and show them."""
        try:
            self.settings = load_settings()
        except PlainspeakError as error:
            self.lines = []
            self.list.show(0)
            self.text.update(Content(_tame(f"The settings cannot be used.\n\n{error}")))
            self.show_keys()
            return
        self.lines = setting_lines(self.settings)
        self.list.show(len(self.lines), self.list.marked or 0)
        self.show_keys()

    def where(self) -> Where:
        """Nothing is typed here."""
        return "list"

    def _row(self, row: int, width: int) -> Text:
        line = self.lines[row]
        return columns([(line.name, _LONGEST_NAME, ""), (_tame(line.value), 0, "")], width)

    @on(RowList.Marked)
    def _show_card(self) -> None:
        if self.list.marked is not None and self.lines:
            line = self.lines[self.list.marked]
            self.card.border_title = Content(line.name)
            self.text.update(setting_card(line))
            self.card.scroll_home(animate=False)

    def action_read_on(self, pages: int) -> None:
        """Move in the card."""
        self.card.scroll_relative(y=pages * max(1, self.card.size.height - 2), animate=False)

    @on(RowList.Chosen)
    def action_change_settings(self) -> None:
        """Open the settings file as a draft: the one that the marked setting stands in, or else the person's own."""
        line = self.lines[self.list.marked] if self.lines and self.list.marked is not None else None
        source = self.settings.origin(line.name).path if line else None
        path = source or user_folder() / (line.file if line else USER_FILE)
        if line and not path.exists():
            self.home.start_file(path, f"{line.example}\n")
        else:
            self.home.open_file(path)

    def action_change_colours(self) -> None:
        """Choose the colours."""
        self.app.action_change_theme()


_LONGEST_NAME = 18


def setting_card(line: SettingLine) -> Content:
    """A setting as text; no word of it is taken for markup."""
    parts = [Content(line.does)] if line.does else []
    parts += [_said("It is set to", line.value), _said("Where that comes from", line.source)]
    parts.append(_said("To change it, write for example", f"\n{line.example}"))
    files = [
        f"{whose} file, {'which is there' if is_there else 'not there yet'}:\n{path}"
        for whose, path, is_there in settings_files()
    ]
    return Content("\n\n").join(
        [*parts, Content(_tame("It can stand in either of these files. The last one wins.")), *map(_plain, files)]
    )


def _plain(text: str) -> Content:
    return Content(_tame(text))


def _said(label: str, text: str) -> Content:
    return Content.assemble((f"{label}: ", _BOLD), Content(_tame(text)))


def _tame(text: str | Path) -> str:
    return drawn(held(str(text)))
