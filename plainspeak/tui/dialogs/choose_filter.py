"""Choose filter: asks which of the findings should be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.glossary.entry import FAMILIES
from plainspeak.tui.dialogs.ask import Ask
from plainspeak.tui.finding_filter import LEVEL_CHOICES, FindingFilter

if TYPE_CHECKING:
    from plainspeak.tui.screens.checking import Checking

_OTHER_FAMILIES = ("spelling",)  # of what no entry stands behind
_BACK = ("back", "Go back")


async def choose_filter(checking: Checking) -> None:
    """Ask for levels or a family, and show only those."""
    app, only = checking.screen.app, checking.only
    answers = [
        ("levels", f"Level: {' and '.join(only.levels) if len(only.levels) < len(LEVEL_CHOICES[0]) else 'all'}"),
        ("family", f"Family: {only.family or 'all'}"),
        ("none", "Show everything"),
        _BACK,
    ]
    part = await app.push_screen_wait(Ask("Filter", "What should be shown and underlined?", answers))
    if part == "none":
        checking.show_only(FindingFilter())
    elif part == "levels":
        names = ["all levels", *(" and ".join(levels) for levels in LEVEL_CHOICES[1:])]
        choices = [(str(number), name) for number, name in enumerate(names)]
        answer = await app.push_screen_wait(Ask("Level", "Show only:", [*choices, _BACK]))
        if answer != "back":
            checking.show_only(only._replace(levels=LEVEL_CHOICES[int(answer)]))
    elif part == "family":
        choices = [("", "all families"), *((name, name) for name in (*FAMILIES, *_OTHER_FAMILIES))]
        answer = await app.push_screen_wait(Ask("Family", "Show only:", [*choices, _BACK]))
        if answer != "back":
            checking.show_only(only._replace(family=answer))
