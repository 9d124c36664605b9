"""Settings lines: every setting with its value, where that comes from and how to change it, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plainspeak.settings import LEFT_WORDS_FILE, NAMES, USER_FILE, Settings, find_project_file, user_folder
from plainspeak.tui.own_keys import names


class SettingLine(NamedTuple):
    """A setting as a person reads it: its name in the file, what it is set to, what that does, and an example of it.

    `file` is the file of the user's folder that it goes to.
    """

    name: str
    value: str
    does: str
    example: str
    source: str
    file: str = USER_FILE


class _Told(NamedTuple):
    does: str
    example: str
    nobody_said: str = "not set"


_TOLD = {
    "level": _Told("What is shown: this level and those above it.", 'level = "should"'),
    "fail_on": _Told("When plainspeak check ends with status 1: at this level or above, or never.", 'fail_on = "must"'),
    "exclude": _Told("Files and folders that are not checked.", 'exclude = ["old/*"]', "none"),
    "include_quotations": _Told("Whether quotations are checked too.", "include_quotations = true"),
    "spelling": _Told(
        "Whether you are asked about words that may be misspelt.",
        "spelling = false",
        "not set: the app asks, plainspeak check does not",
    ),
    "jobs": _Told("How many documents are checked at once; 0: one for each processor.", "jobs = 2"),
    "cache": _Told("Whether what was found in a document is kept, so that the next check is quick.", "cache = false"),
    "gitignore": _Told("Whether files that git ignores are left out of folders.", "gitignore = false"),
    "theme": _Told("The colours of the app.", 'theme = "dark"', "not set: the app chooses"),
    "keys": _Told(
        f"Keys of your own, by the name of the action. The names are: {', '.join(names())}.",
        '[keys]\nundo = "f11"',
        "none of your own",
    ),
    "glossary.folders": _Told(
        "Folders with glossary files of your own.", '[glossary]\nfolders = ["our-words"]', "none"
    ),
    "glossary.files": _Told("Which glossary files are used.", '[glossary]\nfiles = ["care", "office"]', "all of them"),
    "glossary.families": _Told("Which subjects are used.", '[glossary]\nfamilies = ["care"]', "all of them"),
    "glossary.off": _Told("Words that are left alone.", '[glossary]\noff = ["holistic"]', "none"),
    "glossary.entries": _Told(
        "Entries that are written in the settings themselves.", '[[glossary.entries]]\njargon = "gizmo"', "none"
    ),
}


def setting_lines(settings: Settings) -> list[SettingLine]:
    """Every setting, in the order in which the settings file tells them, and the words that the person always leaves."""
    lines = [
        SettingLine(name, _shown(_value(settings, name), told), told.does, told.example, _source(settings, name))
        for name in NAMES
        for told in [_TOLD.get(name, _Told("", f"{name} = \u2026"))]
    ]
    lines.insert(NAMES.index("glossary.off"), _left_words(settings))
    return lines


def _left_words(settings: Settings) -> SettingLine:
    does = (
        "Words that you always leave, in every project. They stand in a file of their own, one word or phrase a line."
    )
    value = ", ".join(settings.glossary.left) or "none"
    return SettingLine("glossary.left", value, does, "holistic", _source(settings, "glossary.left"), LEFT_WORDS_FILE)


def _source(settings: Settings, name: str) -> str:
    source = settings.origin(name)
    return str(source) if source.path else "built in: no settings file says otherwise"


def settings_files(start: Path | None = None) -> Iterator[tuple[str, Path, bool]]:
    """The files that settings can stand in, the one that wins last: whose it is, where, and whether it is there."""
    own = user_folder() / USER_FILE
    yield "Your own", own, own.is_file()
    project = find_project_file(start or Path.cwd())
    yield "This project's", project or Path.cwd() / "plainspeak.toml", project is not None


def _value(settings: Settings, name: str) -> object:
    group, _, part = name.rpartition(".")
    return getattr(settings.glossary if group else settings, part)


def _shown(value: object, told: _Told) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value in ("", (), {}):
        return told.nobody_said
    if isinstance(value, Mapping):
        return ", ".join(f"{key} = {item}" for key, item in value.items()) or told.nobody_said
    if isinstance(value, tuple):
        return ", ".join(map(_item, value))
    return str(value)


def _item(item: object) -> str:
    table = getattr(item, "table", None)
    return str(table.get("jargon", "an entry")) if isinstance(table, Mapping) else str(item)
