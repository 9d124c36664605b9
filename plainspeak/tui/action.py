"""Action: one thing that a person can do, with its keys and its words; the table of them is in actions.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

ScreenName = Literal["draft", "comparison", "reading", "glossary", "entry", "documents", "settings", "help"]
Where = Literal["anywhere", "draft", "choices", "list", "top"]
Group = Literal["Moving about", "Choosing words", "Your draft", "The glossary", "Your documents", "The app"]

# those that one goes to by themselves; the others lie on top of one of them
SCREENS: tuple[ScreenName, ...] = ("draft", "glossary", "documents", "settings", "help")
EVERYWHERE: tuple[ScreenName, ...] = (
    "draft",
    "comparison",
    "reading",
    "glossary",
    "entry",
    "documents",
    "settings",
    "help",
)
GROUPS: tuple[Group, ...] = (
    "Moving about",
    "Choosing words",
    "Your draft",
    "The glossary",
    "Your documents",
    "The app",
)
NUMBERS = "1-9"  # in a key: one key for each number, which the action is given


class Action(NamedTuple):
    """Something a person can do.

    `name` is that of the screen's method, with what it is given in brackets. `keys` are Textual's names, the first is the one
    that is shown; `draft_keys` work in the draft, where letters are
    typed; `choices_keys` in the list of choices; `list_keys` in a list of this or any other screen. `label` goes in the bottom
    line (left out when empty), `help` in the help page. Places in `shown` say where the bottom line shows it, "anywhere" for a
    screen where no place has keys of its own, "top" for the first line. `screens` are those that it can be done on.
    """

    name: str
    label: str
    help: str
    group: Group
    keys: tuple[str, ...] = ()
    draft_keys: tuple[str, ...] = ()
    choices_keys: tuple[str, ...] = ()
    list_keys: tuple[str, ...] = ()
    shown: tuple[Where, ...] = ()
    palette: bool = True
    screens: tuple[ScreenName, ...] = ("draft",)

    @property
    def method(self) -> str:
        """The name without what it is given."""
        return self.name.partition("(")[0]

    @property
    def click(self) -> str:
        """What a click on its label does."""
        if self.name == "choose":
            return "choose(0)"
        return f"{self.name}(1)" if NUMBERS in self.keys else self.name

    @property
    def title(self) -> str:
        """What the command palette calls it."""
        return self.label or self.help.split(".")[0].split(",")[0]

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Every key that does this somewhere, first those that do it anywhere."""
        return (*self.keys, *self.draft_keys, *self.list_keys, *self.choices_keys)

    def keys_in(self, where: Where) -> tuple[str, ...]:
        """The keys that do this in one place, the handiest first."""
        match where:
            case "draft":
                return (*self.draft_keys, *self.keys)
            case "choices":
                return (*self.choices_keys, *self.keys)
            case "list":
                return (*self.list_keys, *self.keys)
        return self.keys


def with_own_key(action: Action, own: Mapping[str, str]) -> Action:
    """The action with the keys that a person has chosen for it in their settings (``undo = "f11"``), if any."""
    chosen = own.get(action.name)
    return action._replace(keys=tuple(keys_in_setting(chosen))) if chosen else action


def keys_in_setting(words: str) -> list[str]:
    """The keys that a setting names, one or several with commas between them, as Textual calls them."""
    return [key for part in words.split(",") if (key := part.strip().lower().replace(" ", ""))]


_KEY_NAMES = {
    NUMBERS: "1-9",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "left": "\u2190",
    "right": "\u2192",
    "up": "\u2191",
    "down": "\u2193",
    "question_mark": "?",
    "slash": "/",
    "space": "Space",
    "backspace": "Backspace",
    "delete": "Delete",
    "pagedown": "Page Down",
    "pageup": "Page Up",
    "plus": "+",
    "minus": "-",
    "asterisk": "*",
}


def key_name(key: str) -> str:
    """A key as it is written on a keyboard: ``ctrl+s`` is Ctrl+S."""
    *held_down, last = key.split("+")
    name = _KEY_NAMES.get(last) or last.upper()
    return "+".join([*(part.capitalize() for part in held_down), name])
