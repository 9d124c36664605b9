"""Help pages: what each page of the help says. The keys come from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from plainspeak.tui.action import EVERYWHERE, GROUPS, Action, ScreenName, key_name, with_own_key
from plainspeak.tui.actions import ACTIONS

_BOLD = Style(bold=True)
_TITLES: dict[ScreenName, str] = {
    "draft": "Draft",
    "comparison": "Before and after",
    "reading": "How it reads",
    "glossary": "Glossary",
    "entry": "Glossary entry",
    "documents": "Documents",
    "settings": "Settings",
    "help": "Help",
}
_PALETTE = "Ctrl+P, then type a word of this line"

_START = """\
plainspeak finds jargon in a draft and offers plain words that fit.

*1. Bring in your draft.* Paste it (in most terminals Ctrl+Shift+V or Cmd+V), type it, or open a file with Ctrl+O.

*2. Look at what is underlined.* The letter in the margin says how much it matters: M must change, S should change, \
C could change. The card says what we mean by the word and what to say instead.

*3. Press Tab to choose words.* Now the draft is safe from your typing and one key does one thing: a number puts that \
wording in, O asks for words of your own, L leaves the word as it is, and you are taken to the next one. The card shows the \
sentence as it would be. S shows all the swaps that are safe, and makes them together. Esc takes you back to writing.

*4. Look it over.* F6 leads to the list of what was found, once for each term. Ctrl+F jumps to any place by a few letters. \
Ctrl+B shows the whole draft before and after, Ctrl+R how easily it reads.

*5. Take it with you.* Press F9 to copy the whole draft, Ctrl+S to save it, or F12 to save it to another file. Not every \
terminal lets a program copy; if nothing arrives when you paste, save to a file.

*If you use a screen reader*, leave the app with Ctrl+Q and type plainspeak review, a space and the name of your file. It asks \
the same questions in plain lines, without a cursor that moves, and you type short answers.

Nothing you write leaves this computer. While there are unsaved changes a copy is kept on it, and is offered to you the \
next time if the app or the computer stops."""

_TOUR = """\
Press T here, or Ctrl+P and then type sample: the draft shows a sample letter. Then, in about five minutes:

*Minute 1: look.* Read the first paragraph. The line above the keys says how many words there are to look at. Press F8 three \
times: each press goes to the next one, and the card beside it says what it means.

*Minute 2: choose.* Press Tab. Press 1 to put in the first wording. You are at the next word already. Press L to leave \
one as it is. Press U if you want to take something back.

*Minute 3: all at once.* Where a word stands in the letter more than once, press A: it is changed everywhere. Where \
the word has to stay, press E: what it means is added in brackets. Press S to see all the swaps that are safe; Enter makes them.

*Minute 4: write.* Press Esc and go on writing. Type the word utilise: it is underlined as soon as you stop.

*Minute 5: look it over and take it with you.* Press Ctrl+B: the letter before and after. Esc leads back. Press F9 to copy the \
letter, or F12 to save it."""

_LEVELS = """\
*M  must change.* Most people outside would not understand it, or it puts a label on people. Bold and underlined.

*S  should change.* A formal word or an office word that has a plainer one. Underlined.

*C  could change.* Most people understand it, but there is a plainer word. Slanted and underlined.

The letter stands in the margin of the draft, so you need not rely on colour. The level is part of each entry in the \
glossary, and your group can set it differently in an entry of your own."""

_ANSWERS = """\
For each piece of jargon there are four answers.

*Swap it.* Put other words in its place. They are put into the form that your sentence needs. Press the number, or O for \
words of your own.

*Explain it.* Some words have to stay, because a law or a form uses them. Keep the word and say what it means in \
brackets, where it first stands. Press E.

*Answer a question.* Sometimes no other word will do, because the draft does not say who does what. The card then asks \
you: Who decided? What would you say at home? Press O and write your answer. Q in the list shows all such questions.

*Leave it.* It may be the right word for your reader, or a name. L leaves it here, W wherever it stands in this draft, M in \
every draft of yours. What you leave is remembered for when you open the draft again, without a word of the draft.

Quotations, names and addresses are left alone without asking. K in the list shows what was left alone, and why. Y asks again \
about what you left."""


class Page(NamedTuple):
    """A page of the help: its name, and what makes its text, given the keys that a person has chosen."""

    title: str
    text: Callable[[Mapping[str, str]], Content]


def _written(text: str) -> Callable[[Mapping[str, str]], Content]:
    """A page with the stretches between asterisks in bold."""

    def made(_own: Mapping[str, str]) -> Content:
        parts = text.split("*")
        return Content.assemble(*((part, _BOLD) if index % 2 else part for index, part in enumerate(parts)))

    return made


def _keys_of(screen: ScreenName) -> Callable[[Mapping[str, str]], Content]:
    """A page with everything that can be done on a screen."""

    def made(own: Mapping[str, str]) -> Content:
        parts = []
        for group in GROUPS:
            actions = [with_own_key(one, own) for one in ACTIONS if one.group == group and screen in one.screens]
            if actions:
                parts.append(Content("\n").join([Content.styled(group, _BOLD), *map(_line, actions)]))
        return Content("\n\n").join(parts)

    return made


def _line(action: Action) -> Content:
    told = [
        _named(action.keys),
        _named(action.choices_keys, "choosing: "),
        _named(action.draft_keys, "writing: "),
        _named(action.list_keys, "in the list: "),
    ]
    keys = "; ".join(part for part in told if part) or _PALETTE
    return Content.assemble(Content(f"  {action.help} "), (f"[{keys}]", _BOLD))


def _named(keys: tuple[str, ...], where: str = "") -> str:
    return where + ", ".join(map(key_name, keys)) if keys else ""


def page_of(screen: ScreenName) -> str:
    """The name of the page that helps on a screen."""
    return "How to begin" if screen in ("draft", "help") else f"Keys: {_TITLES[screen]}"


PAGES = (
    Page("How to begin", _written(_START)),
    Page("Five-minute tour", _written(_TOUR)),
    Page("The three levels", _written(_LEVELS)),
    Page("The four answers", _written(_ANSWERS)),
    *(Page(f"Keys: {_TITLES[screen]}", _keys_of(screen)) for screen in EVERYWHERE),
)
