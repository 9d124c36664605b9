"""Bindings: the keys of a widget, made from the table of actions."""

from __future__ import annotations

from textual.binding import Binding

from plainspeak.tui.actions import ACTIONS, Where

_CHANGES_FOCUS = ("go_to_choices", "go_to_draft")


def bindings_for(where: Where) -> list[Binding]:
    """The bindings of one place.

    A key which moves the focus, and every key of the choices, is answered before the next key is looked at: a person
    who types Tab and 1 in one breath must not find a 1 in the draft.
    """
    return [
        Binding(
            ",".join(action.keys_in(where)),
            f"screen.{action.name}",
            action.label or action.help,
            show=False,
            priority=where == "choices" or action.name in _CHANGES_FOCUS,
        )
        for action in ACTIONS
        if action.keys_in(where)
    ]
