"""Settings: found, merged, checked, and each value knows where it came from."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from plainspeak import settings as settings_module
from plainspeak.errors import SettingsError
from plainspeak.glossary.entry import LEVELS
from plainspeak.settings import Settings, cache_folder, find_project_file, load_settings, user_folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("PLAINSPEAK_HOME", str(home))
    return home


@pytest.fixture
def folder(tmp_path: Path, home: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


EVERYTHING = """
level = "could"
fail_on = "never"
exclude = ["old/**", "*.bak.txt"]
include_quotations = true
spelling = false
jobs = 3
cache = false
gitignore = false
theme = "dark"

[keys]
undo = "ctrl+z"

[glossary]
folders = ["words", "../shared"]
files = ["care"]
families = ["care", "health"]
off = ["impact"]

[[glossary.entries]]
jargon = "apple"

[[glossary.entries]]
jargon = "pear"
"""


def test_without_files_all_is_built_in(folder: Path, home: Path) -> None:
    settings = load_settings(folder)
    assert settings.level == "should"
    assert settings.fail_on == "must"
    assert str(settings.origin("level")) == "built in"
    assert settings.glossary.own == home / "glossary"


def test_every_setting_is_read(folder: Path) -> None:
    path = write(folder / "plainspeak.toml", EVERYTHING)
    settings = load_settings(folder)
    assert (settings.level, settings.fail_on) == ("could", "never")
    assert settings.exclude == ("old/**", "*.bak.txt")
    assert (settings.include_quotations, settings.spelling, settings.theme) == (True, False, "dark")
    assert (settings.jobs, settings.cache, settings.gitignore) == (3, False, False)
    assert settings.keys == {"undo": "ctrl+z"}
    glossary = settings.glossary
    assert glossary.folders == (folder / "words", folder / "../shared")
    assert (glossary.files, glossary.families, glossary.off) == (("care",), ("care", "health"), ("impact",))
    assert [(entry.table, entry.source.line) for entry in glossary.entries] == [
        ({"jargon": "apple"}, 21),
        ({"jargon": "pear"}, 24),
    ]
    assert settings.origin("level") == (path, 2)
    assert str(settings.origin("glossary.off")) == f"{path}, line 19"
    assert settings.origin("keys.undo").line == 13


def test_pyproject_is_read_below_its_own_table(folder: Path) -> None:
    path = write(
        folder / "pyproject.toml",
        '[project]\nlevel = "x"\n[tool.plainspeak]\nlevel = "must"\n[tool.plainspeak.glossary]\noff = "impact"\n'
        '[[tool.plainspeak.glossary.entries]]\njargon = "fig"\n',
    )
    settings = load_settings(folder)
    assert (settings.level, settings.origin("level")) == ("must", (path, 4))
    assert (settings.glossary.off, settings.origin("glossary.off").line) == (("impact",), 6)
    assert settings.glossary.entries[0].source == (path, 7)


def test_the_project_wins_over_the_user_setting_by_setting(folder: Path, home: Path) -> None:
    write(home / "settings.toml", 'level = "must"\ntheme = "light"\n[keys]\nundo = "u"\nredo = "r"\n')
    write(folder / "plainspeak.toml", 'level = "could"\n[keys]\nundo = "ctrl+z"\n')
    settings = load_settings(folder)
    assert (settings.level, settings.origin("level").layer) == ("could", "project")
    assert (settings.theme, settings.origin("theme").layer) == ("light", "user")
    assert settings.keys == {"undo": "ctrl+z", "redo": "r"}
    assert [settings.origin(f"keys.{key}").layer for key in ("undo", "redo")] == ["project", "user"]


def test_the_nearest_file_counts(folder: Path) -> None:
    outer = write(folder / "plainspeak.toml", "")
    inner = write(folder / "a/b/pyproject.toml", "[tool.plainspeak]\n")
    write(folder / "a/b/c/pyproject.toml", "[tool.other]\n")
    assert find_project_file(folder / "a/b/c/d") == inner
    assert find_project_file(folder / "a") == outer
    assert find_project_file(folder / "a" / "draft.txt") == outer


def test_plainspeak_toml_comes_before_pyproject(folder: Path) -> None:
    write(folder / "pyproject.toml", "[tool.plainspeak]\n")
    first = write(folder / "plainspeak.toml", "")
    assert find_project_file(folder) == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('\nlevle = "must"', ':2:1: "levle" is not a setting. Did you mean "level"?'),
        ('[glossary]\nofff = ["a"]', ':2:1: "glossary.offf" is not a setting. Did you mean "glossary.off"?'),
        ("zzz = 1", ':1:1: "zzz" is not a setting. The settings are level,'),
        ('level = "most"', ':1:1: "level" should be one of must, should, could, not "most". Did you mean "must"?'),
        ("level = 3", ':1:1: "level" should be one of must, should, could, not "3".'),
        ('spelling = "yes"', ':1:1: "spelling" should be true or false, without quotation marks.'),
        ('jobs = "two"', ':1:1: "jobs" should be a whole number, without quotation marks.'),
        ("jobs = -1", ':1:1: "jobs" should be a whole number, without quotation marks.'),
        ("jobs = true", ':1:1: "jobs" should be a whole number, without quotation marks.'),
        ("cache = 1", ':1:1: "cache" should be true or false, without quotation marks.'),
        ("theme = 1", ':1:1: "theme" should be words in quotation marks.'),
        ("exclude = [1]", ':1:1: "exclude" should be a list of words, such as ["one", "two"].'),
        ("keys = 1", ':1:1: "keys" should be a table with words in it, such as undo = "ctrl+z".'),
        ("[glossary.entries]\na = 1", ':1:1: "glossary.entries" should be a list of tables'),
        ("glossary = 3", ':1:1: "glossary" is not a setting.'),
        ("a = foo", ":1:5: A value here cannot be read. Put quotation marks round words."),
        ("a = 1\na = 2", "A setting is given twice. Keep one of them."),
        ("[glossary\n", ":1:10: This cannot be read as TOML"),
        ("level\n", ":1:6: There is no = in this line. Write name = value."),
    ],
)
def test_what_is_wrong_is_told_with_its_place(folder: Path, text: str, expected: str) -> None:
    path = write(folder / "plainspeak.toml", text)
    with pytest.raises(SettingsError) as raised:
        load_settings(folder)
    assert str(raised.value).startswith(str(path))
    assert expected in str(raised.value)


def test_the_problems_of_both_files_come_at_once(folder: Path, home: Path) -> None:
    write(home / "settings.toml", "a = 1\nb = 2\n")
    write(folder / "plainspeak.toml", "c = 3\n")
    with pytest.raises(SettingsError) as raised:
        load_settings(folder)
    assert [(Path(problem.path).name, problem.line) for problem in raised.value.problems] == [
        ("settings.toml", 1),
        ("settings.toml", 2),
        ("plainspeak.toml", 1),
    ]


def test_a_file_that_is_not_utf8(folder: Path) -> None:
    (folder / "plainspeak.toml").write_bytes('theme = "café"'.encode("latin-1"))
    with pytest.raises(SettingsError, match="not saved as UTF-8"):
        load_settings(folder)


def test_levels_are_those_of_an_entry() -> None:
    assert settings_module.LEVELS == LEVELS


def test_built_in_settings_need_no_file() -> None:
    assert Settings().glossary.own is None


@pytest.mark.parametrize(("platform", "dirs"), [("linux", Unix), ("darwin", MacOS)], ids=["linux", "macos"])
@pytest.mark.parametrize("given", ["", "/elsewhere", "/elsewhere/", "relative", "~/x"])
@pytest.mark.parametrize("home_folder", ["/home/ann", "/home/ann/", "", None])
def test_the_folders_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, platform: str, dirs: type, given: str, home_folder: str | None
) -> None:
    monkeypatch.delenv("PLAINSPEAK_HOME", raising=False)
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, given) if given else monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", home_folder) if home_folder is not None else monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(platformdirs, "PlatformDirs", dirs)
    monkeypatch.setattr(sys, "platform", platform)
    expected = dirs("plainspeak", appauthor=False)
    assert user_folder() == expected.user_config_path
    assert cache_folder() == expected.user_cache_path


def test_on_windows_platformdirs_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PLAINSPEAK_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(platformdirs, "user_config_path", lambda name, appauthor: tmp_path / name / str(appauthor))
    assert user_folder() == tmp_path / "plainspeak" / "False"


def test_plainspeak_home_stands_for_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLAINSPEAK_HOME", str(tmp_path))
    assert (user_folder(), cache_folder()) == (tmp_path, tmp_path / "cache")
