"""Answer list: a few lines to pick one from, where the one that is marked can be told without colours."""

from __future__ import annotations

from rich.style import Style
from textual.command import CommandList
from textual.strip import Strip
from textual.widgets import OptionList

_MARKED = Style(bold=True, reverse=True)


class AnswerList(OptionList):
    """An option list that turns the marked line round where there are only the terminal's colours, or none."""

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        return _turned_round(self, super().render_line(y))


class FoundActions(CommandList, can_focus=False):
    """The list of the palette, which does the same."""

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        return _turned_round(self, super().render_line(y))


def _turned_round(answers: OptionList, strip: Strip) -> Strip:
    """A line of a list, turned round if it is the marked one and there are no colours to tell that.

    Textual takes `reverse` out of what a style sheet says for an option, so that only bold letters would be left.
    """
    if answers.highlighted is None or not answers.app.native_ansi_color:
        return strip
    options = {segment.style.meta.get("option") for segment in strip if segment.style}
    return strip.apply_style(_MARKED) if answers.highlighted in options else strip
