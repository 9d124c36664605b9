"""Path box: asks for a file, with the names that fit shown as one types."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from plainspeak.tui.dialogs.key_line import KeyLine
from plainspeak.tui.widgets.answer_list import AnswerList

_SUFFIXES = (".txt", ".md", ".markdown", ".text")
_LONGEST = 200
_BEGUN_ANEW = re.compile(
    r".+/(?=/|~/|[A-Za-z]:[\\/])", re.DOTALL
)  # a whole path behind a folder that stood there already


class PathBox(ModalScreen[Path | None]):
    """Gives back the path that was typed or picked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Go back"),
        Binding("tab", "complete", "Complete", priority=True),
        Binding("down", "to_list", "List", show=False),
    ]

    def __init__(self, title: str, start: str, *, must_exist: bool, folders: bool = False) -> None:
        """With `folders` a folder is asked for, else a file."""
        super().__init__()
        self.folders = folders
        self.heading = title
        self.start = start
        self.must_exist = must_exist

    def compose(self) -> ComposeResult:
        """A line to type in, and the names that fit."""
        with Vertical() as box:
            box.border_title = Content(self.heading)
            line = Input(self.start, placeholder=f"the name of a {self._what}", select_on_focus=False)
            line.cursor_blink = False
            yield line
            yield Static("", id="fault", markup=False)
            yield AnswerList()
            yield KeyLine(
                ("Enter", "take it", "take"),
                ("Tab", "complete", "complete"),
                ("\u2193", "pick from the list", "to_list"),
                ("Esc", "go back", "give_up"),
            )

    @property
    def _what(self) -> str:
        return "folder" if self.folders else "file"

    @property
    def _typed(self) -> str:
        return meant(self.query_one(Input).value)

    @on(Input.Changed)
    def list_names(self) -> None:
        """Show the names that begin with what has been typed."""
        names = self._fitting()
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            [Option(Content(Path(name).name + ("/" if name.endswith("/") else "")), id=name) for name in names]
        )
        self.query_one("#fault", Static).update(Content(""))

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Take what has been typed."""
        self._take(self._typed)

    @on(OptionList.OptionSelected)
    def take_picked(self, event: OptionList.OptionSelected) -> None:
        """Take a file from the list, or go into a folder."""
        if self.folders:
            self._type(str(event.option_id))
        else:
            self._take(str(event.option_id))

    def action_complete(self) -> None:
        """Type the rest of the name as far as all that fit agree."""
        names = self._fitting()
        if names:
            self._type(_shared_beginning(names))

    def action_to_list(self) -> None:
        """Go from the line to the list."""
        self.query_one(OptionList).focus()

    def action_give_up(self) -> None:
        """Leave without a file."""
        self.dismiss(None)

    def _fitting(self) -> list[str]:
        names = fitting_names(self._typed)
        return [name for name in names if name.endswith("/")] if self.folders else names

    def _type(self, text: str) -> None:
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)
        line.focus()

    def _take(self, typed: str) -> None:
        path = Path(typed.strip()).expanduser()
        if not typed.strip():
            self._complain(f"Type the name of a {self._what}, or press Esc to go back.")
        elif path.is_dir() and self.folders:
            self.dismiss(path)
        elif path.is_dir():
            self._type(f"{typed.rstrip('/')}/")
        elif self.folders or (self.must_exist and not path.exists()):
            self._complain(f"There is no {self._what} called {path}. Look at the spelling and the folder.")
        else:
            self.dismiss(path)

    def _complain(self, text: str) -> None:
        self.query_one("#fault", Static).update(Content(text))


def meant(typed: str) -> str:
    """The path that somebody means who has typed or pasted a whole one behind the folder that stood there: its last part."""
    return _BEGUN_ANEW.sub("", typed)


def _shared_beginning(names: list[str]) -> str:
    first, last = min(names), max(names)
    agree = next((index for index, letter in enumerate(first) if last[index : index + 1] != letter), len(first))
    return first[:agree]


def fitting_names(typed: str) -> list[str]:
    """The folders (ending in /) and text files whose path begins with `typed`, written as it was typed."""
    folder, _, begun = typed.rpartition("/")
    before = f"{folder}/" if "/" in typed else ""
    try:
        with os.scandir(Path(before or ".").expanduser()) as found:
            entries = [(entry.name, entry.is_dir()) for entry in found]
    except OSError:
        return []
    wanted = [
        f"{before}{name}{'/' if is_folder else ''}"
        for name, is_folder in sorted(entries, key=lambda entry: entry[0].casefold())
        if name.casefold().startswith(begun.casefold())
        and (begun.startswith(".") or not name.startswith("."))
        and (is_folder or name.lower().endswith(_SUFFIXES))
    ]
    return wanted[:_LONGEST]
