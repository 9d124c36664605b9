from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from plainspeak.batch.ignoring import Ignoring
from plainspeak.batch.walk import walk

PATHS = [
    "sp ace.txt",
    *"a.txt b.md [x].txt draft.txt #a.txt !b.txt build/a.txt build/deep/b.txt docs/a.txt docs/build/c.txt".split(),
    *"docs/old/a.txt docs/old/keep.txt docs/deep/er/a.txt docs/deep/er/draft.txt out/a.txt out/a.md".split(),
    *"trailing.txt q1.txt q22.txt".split(),
]
CASES = [
    "*.txt",
    "draft.txt",
    "/draft.txt",
    "build/",
    "/build/",
    "build",
    "docs/build",
    "docs/*.txt",
    "docs/**",
    "**/er",
    "docs/**/a.txt",
    "**/a.txt",
    "a/**/b",
    "*\n!a.txt\n!*/",
    "docs/old/*\n!docs/old/keep.txt",
    "# a remark\n\\#a.txt\n\\!b.txt",
    "q?.txt",
    "[ab].*",
    "[!ab].txt",
    "[a-c].txt\n!b.md",
    "\\[x\\].txt",
    "sp ace.txt",
    "trailing.txt   ",
    "sp\\ ace.txt",
    "out/**/*.md",
    "docs//old",
    "[",
    "[z-a].txt\n*.md",
    "[[:alpha:]].txt\nq[[:digit:]].*",
    "[\\]a].txt",
    "[]a].txt\n[!]a]*.md",
    "[a\\-c]*.txt",
    "[a&&b].txt",
    "a.txt\r\ndraft.txt\r",
    "\ufeffa.txt",
    "a.txt\t",
    "",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in PATHS:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("")
    return tmp_path


def names(*paths: str, gitignore: bool = True) -> set[str]:
    return {found.path.replace(os.sep, "/") for found in walk(paths, gitignore=gitignore)}


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("rules", CASES)
def test_it_reads_the_file_as_git_does(folder: Path, rules: str) -> None:
    Path(".gitignore").write_bytes(f"{rules}\n".encode())
    subprocess.run(["git", "init", "-q"], check=True)
    listed = subprocess.run(
        ["git", "-c", "core.excludesFile=", "ls-files", "-z", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert names(".") == {name for name in listed.stdout.split("\0") if name.endswith((".txt", ".md"))}


def test_files_of_folders_further_in_win(folder: Path) -> None:
    Path(".gitignore").write_text("a.txt\n")
    Path("docs/.gitignore").write_text("!a.txt\nold\n")
    assert names("docs") == {"docs/a.txt", "docs/build/c.txt", "docs/deep/er/a.txt", "docs/deep/er/draft.txt"}
    assert "a.txt" not in names(".")


def test_the_file_of_a_checkout_above_counts_and_one_above_that_does_not(folder: Path) -> None:
    Path(".gitignore").write_text("a.txt\n")
    Path("docs/.git").mkdir()
    assert "docs/deep/er/a.txt" in names("docs/deep")
    Path("docs/.gitignore").write_text("draft.txt\n")
    assert names("docs/deep") == {"docs/deep/er/a.txt"}


def test_what_is_named_is_in(folder: Path) -> None:
    Path(".git").mkdir()
    Path(".gitignore").write_text("build/\na.txt\n")
    assert names("build", "a.txt") == {"build/deep/b.txt", "a.txt"}


def test_it_can_be_overlooked(folder: Path) -> None:
    Path(".gitignore").write_text("*\n")
    assert names(".") == set()
    assert "a.txt" in names(".", gitignore=False)


def test_a_file_that_cannot_be_read_is_none(folder: Path) -> None:
    Path(".gitignore").mkdir()
    assert Ignoring.above(".").files == ()
    assert "a.txt" in names(".")
