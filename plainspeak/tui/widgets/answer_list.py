"""Answer list: a few lines to pick one from, where the one that is marked can be told without colours."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList

_MARKED = Style(bold=True, reverse=True)


class AnswerList(OptionList):
    """An option list that turns the marked line round where there are only the terminal's colours, or none.

    Textual takes `reverse` out of what a style sheet says for an option, so that only bold letters would be left.
    """

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        strip = super().render_line(y)
        if self.highlighted is None or not self.app.native_ansi_color:
            return strip
        options = {segment.style.meta.get("option") for segment in strip if segment.style}
        return strip.apply_style(_MARKED) if self.highlighted in options else strip
