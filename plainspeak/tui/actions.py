"""The one table of actions: what a person can do, with which keys, and in what words it is told.

Key bindings, the bottom line, the command palette and the help page are all made from it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Where = Literal["anywhere", "draft", "choices"]
Group = Literal["Moving about", "Choosing words", "Your draft", "The app"]

GROUPS: tuple[Group, ...] = ("Moving about", "Choosing words", "Your draft", "The app")
NUMBERS = "1-9"  # in a key: one key for each number, which the action is given


class Action(NamedTuple):
    """Something a person can do.

    `name` is that of the screen's method, with what it is given in brackets. `keys` are Textual's names, the first is the one
    that is shown; `draft_keys` work in the draft, where letters are
    typed; `choices_keys` in the list of choices. `label` goes in the bottom line (left out when empty), `help` in the
    help page. Places in `shown` say where the bottom line shows it.
    """

    name: str
    label: str
    help: str
    group: Group
    keys: tuple[str, ...] = ()
    draft_keys: tuple[str, ...] = ()
    choices_keys: tuple[str, ...] = ()
    shown: tuple[Where, ...] = ()
    palette: bool = True

    @property
    def click(self) -> str:
        """What a click on its label does."""
        return "choose(0)" if self.name == "choose" else self.name

    @property
    def title(self) -> str:
        """What the command palette calls it."""
        return self.label or self.help.split(".")[0].split(",")[0]

    def keys_in(self, where: Where) -> tuple[str, ...]:
        """The keys that do this in one place, the handiest first."""
        if where == "draft":
            return (*self.draft_keys, *self.keys)
        if where == "choices":
            return (*self.choices_keys, *self.keys)
        return self.keys


ACTIONS: tuple[Action, ...] = (
    Action(
        "choose",
        "Use",
        "Use the wording with this number.",
        "Choosing words",
        choices_keys=("1-9",),
        shown=("choices",),
        palette=False,
    ),
    Action(
        "choose(0)",
        "Use it",
        "Use the wording that is marked in the list: the first, unless you go to another.",
        "Choosing words",
        keys=("f2",),
        choices_keys=("enter",),
        palette=False,
    ),
    Action(
        "mark_choice(-1)",
        "",
        "Go up the list of wordings.",
        "Choosing words",
        choices_keys=("up",),
        palette=False,
    ),
    Action(
        "mark_choice(1)",
        "",
        "Go down the list of wordings.",
        "Choosing words",
        choices_keys=("down",),
        palette=False,
    ),
    Action(
        "swap_all",
        "All of these",
        "Swap this term everywhere in the draft. One undo takes it all back.",
        "Choosing words",
        choices_keys=("a",),
        shown=("choices",),
    ),
    Action(
        "explain",
        "Explain",
        "Keep the word and add what it means in brackets.",
        "Choosing words",
        choices_keys=("e",),
        shown=("choices",),
    ),
    Action(
        "leave_here",
        "Leave",
        "Leave the word as it is, just here.",
        "Choosing words",
        choices_keys=("l",),
        shown=("choices",),
    ),
    Action(
        "leave_everywhere",
        "Leave all",
        "Leave this word wherever it stands in this draft.",
        "Choosing words",
        choices_keys=("w",),
        shown=("choices",),
    ),
    Action(
        "forget_left",
        "",
        "Ask again about the words you chose to leave.",
        "Choosing words",
    ),
    Action(
        "next_finding",
        "Next",
        "Go to the next piece of jargon.",
        "Moving about",
        keys=("f8",),
        choices_keys=("n", "right"),
        shown=("draft", "choices"),
    ),
    Action(
        "previous_finding",
        "Back",
        "Go back to the one before.",
        "Moving about",
        keys=("f7",),
        choices_keys=("p", "left"),
        shown=("draft", "choices"),
    ),
    Action(
        "go_to_choices",
        "Choose words",
        "Go from the draft to the list of choices. There, one key does one thing.",
        "Moving about",
        draft_keys=("tab", "f6", "shift+tab"),
        shown=("draft",),
        palette=False,
    ),
    Action(
        "go_to_draft",
        "Write",
        "Go back to the draft, to type.",
        "Moving about",
        choices_keys=("escape", "tab", "f6", "shift+tab"),
        shown=("choices",),
        palette=False,
    ),
    Action(
        "undo",
        "Undo",
        "Take back the last change. Press it again to go further back.",
        "Your draft",
        keys=("ctrl+z",),
        choices_keys=("u",),
        shown=("draft", "choices"),
    ),
    Action(
        "redo",
        "",
        "Do again what you took back.",
        "Your draft",
        keys=("ctrl+y",),
        choices_keys=("r",),
    ),
    Action(
        "save",
        "Save",
        "Save the draft to its file.",
        "Your draft",
        keys=("ctrl+s",),
        shown=("draft",),
    ),
    Action(
        "save_as",
        "",
        "Save the draft to another file.",
        "Your draft",
        keys=("f12",),
    ),
    Action(
        "copy_all",
        "Copy all",
        "Copy the whole draft, to paste it somewhere else.",
        "Your draft",
        keys=("f9",),
        choices_keys=("c",),
        shown=("draft",),
    ),
    Action(
        "open",
        "Open",
        "Open a file.",
        "Your draft",
        keys=("ctrl+o",),
        shown=("draft",),
    ),
    Action(
        "new",
        "",
        "Start an empty draft.",
        "Your draft",
    ),
    Action(
        "sample",
        "",
        "Open the sample letter, to try things out.",
        "Your draft",
    ),
    Action(
        "recover",
        "",
        "Bring back a draft that was not saved.",
        "Your draft",
    ),
    Action(
        "help",
        "Help",
        "Show this page.",
        "The app",
        keys=("f1",),
        choices_keys=("question_mark",),
        shown=("draft", "choices"),
    ),
    Action(
        "command_palette",
        "",
        "Find anything you can do here by typing a word of it.",
        "The app",
        keys=("ctrl+p",),
        palette=False,
    ),
    Action(
        "quit",
        "Quit",
        "Leave the app. It asks first if there is something to save.",
        "The app",
        keys=("ctrl+q",),
        shown=("draft", "choices"),
    ),
)

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
}


def key_name(key: str) -> str:
    """A key as it is written on a keyboard: ``ctrl+s`` is Ctrl+S."""
    *held_down, last = key.split("+")
    name = _KEY_NAMES.get(last) or last.upper()
    return "+".join([*(part.capitalize() for part in held_down), name])
