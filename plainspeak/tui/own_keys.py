"""Own keys: the keys that a person has chosen for actions, in the table [keys] of their settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from plainspeak.errors import did_you_mean
from plainspeak.tui.action import key_name, keys_in_setting, with_own_key
from plainspeak.tui.actions import ACTIONS

if TYPE_CHECKING:
    from textual.app import App

_NONE: Mapping[str, str] = MappingProxyType({})


def names() -> list[str]:
    """The names of the actions that can have a key of one's own."""
    return sorted({action.name for action in ACTIONS if "(" not in action.name and action.name != "choose"})


def faults(chosen: Mapping[str, str]) -> list[str]:
    """What is wrong with the keys in the settings: a name that no action has, or no key."""
    known = names()
    wrong = [name for name in chosen if name not in known]
    told = [
        f"The settings have a key for {name}, which is not an action. {did_you_mean(name, known)}" for name in wrong
    ]
    empty = [name for name, key in chosen.items() if name in known and not keys_in_setting(key)]
    return [
        *(words.rstrip() for words in told),
        *(f"The settings name no key for {name}." for name in empty),
        *_clashes(chosen),
    ]


def _clashes(chosen: Mapping[str, str]) -> Iterator[str]:
    """A key that would do two things on one screen, told once for each pair."""
    actions = [with_own_key(action, chosen) for action in ACTIONS]
    for mine in (action for action in actions if action.name in chosen):
        for other in actions:
            twice = other.name in chosen and other.name <= mine.name
            shared = set(mine.keys) & {*other.keys, *other.draft_keys, *other.choices_keys, *other.list_keys}
            if not twice and other is not mine and shared and set(mine.screens) & set(other.screens):
                yield (
                    f"The settings give {key_name(min(shared))} to {mine.name}, but {other.method} has that key. "
                    f"Choose another for one of them."
                )


def own_keys_of(app: App[Any]) -> Mapping[str, str]:
    """The keys that were chosen for the actions of an app."""
    own: Mapping[str, str] = getattr(app, "own_keys", _NONE)
    return own


def use(app: App[Any], own: Mapping[str, str]) -> None:
    """Let the keys do what was chosen. An action that has no key of its own gets one on every screen that can do it."""
    app.set_keymap({name: ",".join(keys_in_setting(key)) for name, key in own.items()})
    for action in ACTIONS:
        if action.name in own and not action.keys:
            app.bind(",".join(keys_in_setting(own[action.name])), f"screen.{action.name}", show=False)
