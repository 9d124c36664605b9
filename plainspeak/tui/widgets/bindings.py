"""Bindings: the keys of a screen, or of a place on it, made from the table of actions."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding

from plainspeak.tui.action import NUMBERS, Action, ScreenName, Where
from plainspeak.tui.actions import ACTIONS

_CHANGES_FOCUS = (
    "go_to_choices",
    "go_to_draft",
    "show_findings",
    "next_line",
    "previous_line",
    "go_across",
    "go_to_search",
)


def bindings_for(where: Where, screen: ScreenName = "draft") -> list[Binding]:
    """The bindings of one place of a screen.

    A key which moves the focus, and every key of the choices, is answered before the next key is looked at: a person
    who types Tab and 1 in one breath must not find a 1 in the draft.
    """
    return [
        Binding(
            key,
            f"screen.{name}",
            action.help,
            show=False,
            priority=_is_urgent(action, where, screen),
            id=action.name if key in action.keys else None,  # by which a person's own key takes its place
        )
        for action in ACTIONS
        if screen in action.screens
        for key, name in _keys(action, where)
    ]


def _is_urgent(action: Action, where: Where, screen: ScreenName) -> bool:
    return where == "choices" or (where, screen) == ("list", "draft") or action.name in _CHANGES_FOCUS


def _keys(action: Action, where: Where) -> Iterator[tuple[str, str]]:
    for key in action.keys_in(where):
        if key.endswith(NUMBERS):
            for number in range(1, 10):
                yield f"{key.removesuffix(NUMBERS)}{number}", f"{action.name}({number})"
        else:
            yield key, action.name
