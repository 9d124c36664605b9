"""plainspeak glossary: the commands to look after the glossary, each in its own file and loaded only when it is used."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from plainspeak.cli.streams import deliver
from plainspeak.errors import UsageError, did_you_mean


class _Action(NamedTuple):
    """Something to do with the glossary: the module that does it, and what it does in a few words."""

    module: str
    does: str


ACTIONS = {
    "find": _Action("find", "find entries by their terms, meanings and wordings"),
    "show": _Action("show", "show all that an entry holds"),
    "forms": _Action("forms", "show every form of a term that is found"),
    "list": _Action("list", "list entries: by family, by level, not agreed, to be reviewed"),
    "add": _Action("add", "add an entry"),
    "edit": _Action("edit", "change an entry"),
    "remove": _Action("remove", "take an entry out of its file"),
    "check": _Action("check", "say what is wrong with the glossary files"),
    "test": _Action("test", "run the tests that every entry carries"),
    "candidates": _Action("candidates", "find words in your documents that may need an entry"),
    "export": _Action("export", "write the glossary as a spreadsheet, a page to print, or for other programs"),
    "import": _Action("import_sheet", "take in entries from a spreadsheet"),
    "stats": _Action("stats", "count entries, and say which were agreed by whom"),
}


_HELP = """\
Look after the glossary.

{rows}

  plainspeak glossary COMMAND --help   what a command can do

Your own words go to a file of your own, my-words.yaml, and win over those that come with plainspeak.
To begin, look whether there is an entry already (find), and if there is none, add one (add).
"""


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    if words and words[0] in ACTIONS:
        status: int = import_module(f"plainspeak.cli.glossary.{ACTIONS[words[0]].module}").run(words[1:])
        return status
    if words and words[0] in ("-h", "--help"):
        deliver([_help()], None)
        return 0
    if not words:
        raise UsageError("Say what to do with the glossary.", f"One of: {', '.join(ACTIONS)}.")
    near = did_you_mean(words[0], ACTIONS) or f"One of: {', '.join(ACTIONS)}."
    raise UsageError(f'There is no command "glossary {words[0]}".', near)


def _help() -> str:
    rows = "\n".join(f"  plainspeak glossary {name:<11} {action.does}" for name, action in ACTIONS.items())
    return _HELP.format(rows=rows)
