"""Settings: built-in values, then the user's own `settings.toml`, then the project's `plainspeak.toml`; the last wins.

The project's file is the nearest `plainspeak.toml`, or `pyproject.toml` with a table `[tool.plainspeak]`, in the
folder where the work is done or in a folder above it. Every value knows the file and line that it came from.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from plainspeak.errors import Problem, SettingsError, did_you_mean

if TYPE_CHECKING:
    from plainspeak.settings_file import SettingsFile

LEVELS = ("must", "should", "could")
FAIL_ON = (*LEVELS, "never")
USER_FILE = "settings.toml"
LEFT_WORDS_FILE = "left-words.txt"
"""In the user's folder: words and phrases that this person always leaves, one a line; a line with # is a note."""


class Source(NamedTuple):
    """Where a value comes from: a file and 1-based line, or neither for a built-in value."""

    path: Path | None = None
    line: int = 0

    @property
    def layer(self) -> str:
        """Whose file it is: `user` for the user's own settings, else `project`."""
        return "user" if self.path and self.path.name == USER_FILE else "project"

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}" if self.path else "built in"


class EntryTable(NamedTuple):
    """A glossary entry written in a settings file, not yet checked, and the place of its table."""

    table: Mapping[str, object]
    source: Source


class GlossarySettings(NamedTuple):
    """Which entries are in force. `files` and `families` empty: all of them. `own` is the user's own folder.

    `left` are the words of the user's left-words.txt: like `off`, in every project, and for initials and spelling too.
    """

    folders: tuple[Path, ...] = ()
    files: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    entries: tuple[EntryTable, ...] = ()
    own: Path | None = None
    left: tuple[str, ...] = ()


class Settings(NamedTuple):
    """Every setting, merged. `origin` says where a value comes from.

    `spelling` None: nobody said. The app then questions words that may be misspelt, and `check` does not. `jobs` is how
    many processes check documents; 0: one for each processor. `cache`: what was found in a document is kept for the next
    time. `gitignore`: what git ignores is left out of folders.
    """

    level: str = "should"
    fail_on: str = "must"
    exclude: tuple[str, ...] = ()
    include_quotations: bool = False
    spelling: bool | None = None
    jobs: int = 0
    cache: bool = True
    gitignore: bool = True
    theme: str = ""
    keys: Mapping[str, str] = MappingProxyType({})
    glossary: GlossarySettings = GlossarySettings()
    sources: Mapping[str, Source] = MappingProxyType({})

    def origin(self, name: str) -> Source:
        """Where the value of a setting ('level', 'glossary.off', 'keys.undo') comes from."""
        return self.sources.get(name, Source())


def load_settings(start: Path | None = None) -> Settings:
    """The settings in force for work in the folder `start` (default: the current folder).

    Raises SettingsError, which carries every problem of every settings file.
    """
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    sources: dict[str, Source] = {}
    for path in (user_folder() / USER_FILE, find_project_file(start or Path.cwd())):
        if path and path.is_file():
            from plainspeak.settings_file import read_settings_file

            if file := read_settings_file(path, problems):
                _take_in(file, values, sources, problems)
    if problems:
        raise SettingsError.of(problems)
    _take_in_left_words(user_folder() / LEFT_WORDS_FILE, values, sources)
    return _settings_of(values, sources)


def left_words_in(text: str) -> list[tuple[int, str]]:
    """The words and phrases in the text of a left-words.txt, each with its 1-based line."""
    lines = enumerate(text.removeprefix("\ufeff").splitlines(), 1)
    return [(number, words) for number, line in lines if (words := " ".join(line.split())) and words[0] != "#"]


def _take_in_left_words(path: Path, values: dict[str, Any], sources: dict[str, Source]) -> None:
    left = left_words_in(_bytes_of(path).decode("utf-8", "replace"))
    if left:
        values["glossary.left"] = tuple(words for _, words in left)
        sources["glossary.left"] = Source(path, left[0][0])
        sources.update((f"glossary.left.{words}", Source(path, number)) for number, words in left)


def find_project_file(start: Path) -> Path | None:
    """The settings file of the project that the folder (or file) `start` belongs to, or None."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (path := folder / "plainspeak.toml").is_file():
            return path
        if (path := folder / "pyproject.toml").is_file() and b"[tool.plainspeak" in _bytes_of(path):
            return path
    return None


def _bytes_of(path: Path) -> bytes:
    """What a file holds; nothing when it may not be read, because it may well be somebody else's."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def user_folder() -> Path:
    """The folder of the user's own settings and glossary: `PLAINSPEAK_HOME`, or the one that platformdirs names."""
    return _own_folder("XDG_CONFIG_HOME", ".config", "Library/Application Support", "user_config_path")


def cache_folder() -> Path:
    """The folder for what can be made again: in `PLAINSPEAK_HOME`, or the one that platformdirs names."""
    if home := os.environ.get("PLAINSPEAK_HOME"):
        return Path(home) / "cache"
    return _own_folder("XDG_CACHE_HOME", ".cache", "Library/Caches", "user_cache_path")


def _own_folder(variable: str, on_linux: str, on_macos: str, function: str) -> Path:
    """One of plainspeak's own folders, without the 30 ms that importing platformdirs takes where its answer is sure.

    It is sure where every version of platformdirs agrees: with a plain home folder, and a variable that is a full
    path (Linux) or not set (macOS, where only later versions look at it).
    """
    if home := os.environ.get("PLAINSPEAK_HOME"):
        return Path(home)
    home, given = os.environ.get("HOME", ""), os.environ.get(variable, "")
    if home.startswith("/"):
        if sys.platform == "darwin" and not given:
            return Path(home, on_macos, "plainspeak")
        if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ and given[:1] in ("", "/"):
            return Path(given or Path(home, on_linux), "plainspeak")
    import platformdirs

    path: Path = getattr(platformdirs, function)("plainspeak", appauthor=False)
    return path


def _settings_of(values: dict[str, Any], sources: dict[str, Source]) -> Settings:
    glossary = {
        field: values.pop(name) for field in GlossarySettings._fields if (name := f"glossary.{field}") in values
    }
    return Settings(**values, glossary=GlossarySettings(**glossary, own=user_folder() / "glossary"), sources=sources)


def _take_in(file: SettingsFile, values: dict[str, Any], sources: dict[str, Source], problems: list[Problem]) -> None:
    """Put the values of one file over those of the files before it."""
    for name, value in file.values.items():
        source = Source(file.path, file.line_of(name))
        if not (read := _READERS.get(name)):
            problems.append(_unknown(name, source))
            continue
        try:
            new = read(value, file)
        except _WrongValueError as wrong:
            problems.append(Problem(str(file.path), source.line, 1, f'"{name}" should be {wrong}.', wrong.to_do))
            continue
        values[name] = {**_keys(values), **new} if name == "keys" and isinstance(new, dict) else new
        sources[name] = source
        if isinstance(new, dict):
            sources.update((f"{name}.{key}", Source(file.path, file.line_of(f"{name}.{key}"))) for key in new)


def _keys(values: dict[str, Any]) -> dict[str, str]:
    keys = values.get("keys", {})
    return keys if isinstance(keys, dict) else {}


def _unknown(name: str, source: Source) -> Problem:
    known = did_you_mean(name, _READERS) or f"The settings are {', '.join(_READERS)}."
    return Problem(str(source.path), source.line, 1, f'"{name}" is not a setting.', known)


class _WrongValueError(Exception):
    """A value that its setting cannot hold; the text says what it should be."""

    def __init__(self, should_be: str, to_do: str = "") -> None:
        super().__init__(should_be)
        self.to_do = to_do


def _one_of(*choices: str) -> Callable[[object, SettingsFile], str]:
    def read(value: object, _file: SettingsFile) -> str:
        if value not in choices:
            should_be = f'one of {", ".join(choices)}, not "{value}"'
            raise _WrongValueError(should_be, did_you_mean(str(value), choices))
        return str(value)

    return read


def _yes_or_no(value: object, _file: SettingsFile) -> bool:
    if not isinstance(value, bool):
        raise _WrongValueError("true or false, without quotation marks")
    return value


def _count(value: object, _file: SettingsFile) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _WrongValueError("a whole number, without quotation marks")
    return value


def _words(value: object, _file: SettingsFile) -> str:
    if not isinstance(value, str):
        raise _WrongValueError("words in quotation marks")
    return value


def _list_of_words(value: object, _file: SettingsFile) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not (isinstance(items, list) and all(isinstance(item, str) for item in items)):
        raise _WrongValueError('a list of words, such as ["one", "two"]')
    return tuple(items)


def _folders(value: object, file: SettingsFile) -> tuple[Path, ...]:
    return tuple(file.path.parent / Path(name).expanduser() for name in _list_of_words(value, file))


def _table_of_words(value: object, _file: SettingsFile) -> dict[str, str]:
    if not (isinstance(value, dict) and all(isinstance(item, str) for item in value.values())):
        raise _WrongValueError('a table with words in it, such as undo = "ctrl+z"')
    return value


def _entry_tables(value: object, file: SettingsFile) -> tuple[EntryTable, ...]:
    if not (isinstance(value, list) and all(isinstance(item, dict) for item in value)):
        raise _WrongValueError("a list of tables: write [[glossary.entries]] before each entry")
    lines = file.lines.get("glossary.entries", [])
    places = lines if len(lines) == len(value) else [file.line_of("glossary.entries")] * len(value)
    return tuple(EntryTable(item, Source(file.path, line)) for item, line in zip(value, places, strict=True))


_READERS: dict[str, Callable[[object, SettingsFile], object]] = {
    "level": _one_of(*LEVELS),
    "fail_on": _one_of(*FAIL_ON),
    "exclude": _list_of_words,
    "include_quotations": _yes_or_no,
    "spelling": _yes_or_no,
    "jobs": _count,
    "cache": _yes_or_no,
    "gitignore": _yes_or_no,
    "theme": _words,
    "keys": _table_of_words,
    "glossary.folders": _folders,
    "glossary.files": _list_of_words,
    "glossary.families": _list_of_words,
    "glossary.off": _list_of_words,
    "glossary.entries": _entry_tables,
}
"""Every setting and the reader that checks its value."""

NAMES = tuple(_READERS)
"""The name of every setting, with a dot after the table that it stands in."""
