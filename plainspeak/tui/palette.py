"""Palette: everything that can be done just now, found by a word of its name or of what it does."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.command import CommandInput, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import LoadingIndicator

from plainspeak.tui.widgets.answer_list import FoundActions

_LESS = 0.6  # how much a word of what an action does weighs beside a word of its name


class PaletteBox(CommandPalette):
    """The palette of Textual with a list in which the marked line can be told without colours."""

    def compose(self) -> ComposeResult:
        """A line to type in above the list, under the names that Textual looks for."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                line = CommandInput(placeholder="Type a word of what you want to do", select_on_focus=False)
                line.cursor_blink = False
                yield line
            with Vertical(id="--results"):
                yield FoundActions()
                yield LoadingIndicator()


class Palette(Provider):
    """The table of actions, as far as the screen offers them."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for command in sorted(self.app.get_system_commands(self.screen)):
            shown = _shown(Content(command.title), command.help)
            yield DiscoveryHit(shown, command.callback, text=command.title)

    async def search(self, query: str) -> Hits:
        """What has the words that were typed in its name, and then what has them in what it does."""
        matcher = self.matcher(query)
        for command in self.app.get_system_commands(self.screen):
            named = matcher.match(command.title)
            score = named or (_LESS * matcher.match(command.help) if query.lower() in command.help.lower() else 0)
            if score > 0:
                title = matcher.highlight(command.title) if named else Content(command.title)
                yield Hit(score, _shown(title, command.help), command.callback, text=command.title)


def _shown(title: Content, does: str) -> Content:
    """A name and what it does as one text: as two, Textual draws the second too faintly where the line is marked."""
    return Content.assemble(title.stylize(Style(bold=True)), "\n", Content(does).stylize(Style(bold=False)))
