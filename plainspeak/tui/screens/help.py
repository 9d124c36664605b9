"""The help page: what the app is for, and every key, in plain words."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from plainspeak.tui.actions import ACTIONS, GROUPS, Action, key_name

_BOLD = Style(bold=True)
_OPENING = """\
plainspeak finds jargon in a draft and offers plain words that fit.

1. Paste your draft (in most terminals Ctrl+Shift+V or Cmd+V), type it, or open a file with Ctrl+O.
2. Jargon is underlined. The letter in the margin says how much it matters:
   M must change: most people would not understand it, or it labels people.
   S should change: an office word that has a plainer one.
   C could change: most people know it, but there is a plainer word.
3. Press Tab to choose words. Now the draft is safe from your typing and one key does one thing: a number puts that \
wording in, L leaves the word as it is, and you are taken to the next one. Esc takes you back to writing.
4. When you are done, press F9 to copy the whole draft, or Ctrl+S to save it. Not every terminal lets a program copy; \
if nothing arrives when you paste, save to a file.

Nothing you write leaves this computer. While there are unsaved changes a copy is kept on it, and is offered to you the \
next time if the app or the computer stops."""


class HelpPage(ModalScreen[None]):
    """Shows the help until it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q,enter", "close", "Close")]

    def compose(self) -> ComposeResult:
        """The text, in a box that scrolls."""
        with VerticalScroll() as box:
            box.border_title = Content("Help")
            box.border_subtitle = Content("Esc to close")
            yield Static(help_text())

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def help_text() -> Content:
    """The whole help page, made from the table of actions."""
    parts = [Content(_OPENING)]
    for group in GROUPS:
        lines = [Content.styled(group, _BOLD)]
        lines += [_line(action) for action in ACTIONS if action.group == group]
        parts.append(Content("\n").join(lines))
    return Content("\n\n").join(parts)


def _line(action: Action) -> Content:
    anywhere = [key_name(key) for key in action.keys]
    choosing = [key_name(key) for key in action.choices_keys]
    writing = [key_name(key) for key in action.draft_keys]
    told = [
        ", ".join(anywhere),
        f"choosing: {', '.join(choosing)}" if choosing else "",
        f"writing: {', '.join(writing)}" if writing else "",
    ]
    keys = "; ".join(part for part in told if part) or "Ctrl+P, then type a word of this line"
    return Content.assemble(Content(f"  {action.help} "), (f"[{keys}]", _BOLD))
