from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from plainspeak.batch.changed import ChangedSince
from plainspeak.batch.walk import Found, walk
from plainspeak.errors import UsageError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(*words: str) -> None:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *name, *words], check=True, capture_output=True, env={**os.environ, **own})


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a.txt, é b.txt and sub/c.txt in its first commit."""
    folder = tmp_path / "checkout"
    (folder / "sub").mkdir(parents=True)
    monkeypatch.chdir(folder)
    for name in ("a.txt", "é b.txt", "sub/c.txt"):
        Path(name).write_text("One.\n")
    git("init")
    git("add", ".")
    git("commit", "-m", "First")
    return folder


def changed(revision: str, *paths: str) -> list[str]:
    return [found.path.replace(os.sep, "/") for found in ChangedSince(revision)(walk(paths or ["."]))]


def test_nothing_has_changed(checkout: Path) -> None:
    assert changed("HEAD") == []


def test_what_is_committed_changed_or_new(checkout: Path) -> None:
    Path("sub/c.txt").write_text("Two.\n")
    git("commit", "-am", "Second")
    Path("é b.txt").write_text("Two.\n")
    Path("new.txt").write_text("Two.\n")
    Path("a.txt").unlink()
    assert changed("HEAD~1") == ["new.txt", "é b.txt", "sub/c.txt"]
    assert changed("HEAD") == ["new.txt", "é b.txt"]
    assert changed("HEAD", "é b.txt", "sub/c.txt", "gone.txt") == ["é b.txt", "gone.txt"]


def test_what_others_have_done_meanwhile_does_not_count(checkout: Path) -> None:
    git("checkout", "-b", "mine")
    Path("a.txt").write_text("Two.\n")
    git("commit", "-am", "Mine")
    git("checkout", "main")
    Path("sub/c.txt").write_text("Two.\n")
    git("commit", "-am", "Theirs")
    git("checkout", "mine")
    assert changed("main") == ["a.txt"]


def test_from_any_folder(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sub/c.txt").write_text("Two.\n")
    monkeypatch.chdir(checkout.parent)
    assert changed("HEAD", "checkout") == ["checkout/sub/c.txt"]
    monkeypatch.chdir(checkout / "sub")
    assert changed("HEAD", "..") == ["../sub/c.txt"]


def test_a_folder_that_is_in_no_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "a.txt").write_text("")
    with pytest.raises(UsageError, match="plain is not in a git checkout"):
        changed("HEAD", str(tmp_path / "plain"))


@pytest.mark.parametrize("revision", ["nowhere", "--output=x.txt", "", "HEAD~7"])
def test_a_revision_that_is_not_there(checkout: Path, revision: str) -> None:
    with pytest.raises(UsageError, match=f'no revision "{revision}"'):
        changed(revision)
    assert not Path("x.txt").exists()


def test_a_revision_that_was_not_fetched(checkout: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    subprocess.run(["git", "clone", "-q", "--depth", "1", checkout.as_uri(), str(copy)], check=True)
    with pytest.raises(UsageError, match="git fetch --unshallow"):
        list(ChangedSince("HEAD~1")(walk([str(copy)])))


def test_without_git(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="git is not installed"):
        changed("HEAD")


def test_a_checkout_in_a_checkout_is_its_own(checkout: Path) -> None:
    inner = checkout / "inner"
    inner.mkdir()
    (inner / "d.txt").write_text("One.\n")
    git("init", "inner")
    git("-C", "inner", "add", ".")
    git("-C", "inner", "commit", "-m", "First")
    Path("a.txt").write_text("Two.\n")
    assert changed("HEAD") == ["a.txt"]
    (inner / "d.txt").write_text("Two.\n")
    assert changed("HEAD") == ["a.txt", "inner/d.txt"]


def test_errors_stay(checkout: Path) -> None:
    found = Found("folder", "It cannot be looked into.")
    assert list(ChangedSince("HEAD")(iter([found]))) == [found]
