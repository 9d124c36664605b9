from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainspeak.documents.saving import copy_beside, forget_unfinished, save_bytes, save_parts
from plainspeak.errors import DocumentError


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"as it was")
    return path


def assert_untouched(draft: Path) -> None:
    assert draft.read_bytes() == b"as it was"
    assert [path.name for path in draft.parent.iterdir()] == ["draft.txt"]


def test_a_file_is_replaced_whole_and_nothing_stays_behind(draft: Path) -> None:
    save_bytes(draft, b"new")
    assert draft.read_bytes() == b"new"
    assert [path.name for path in draft.parent.iterdir()] == ["draft.txt"]


def test_a_new_file_gets_the_permissions_that_new_files_get(tmp_path: Path) -> None:
    (tmp_path / "usual.txt").write_bytes(b"")
    save_bytes(tmp_path / "new.txt", b"new")
    assert (tmp_path / "new.txt").stat().st_mode == (tmp_path / "usual.txt").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no permission bits")
def test_permissions_are_kept(draft: Path) -> None:
    draft.chmod(0o640)
    save_bytes(draft, b"new")
    assert draft.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights that Windows does not give everybody")
def test_a_link_stays_a_link(draft: Path) -> None:
    link = draft.parent / "link.txt"
    link.symlink_to(draft.name)
    save_bytes(link, b"new")
    assert link.is_symlink()
    assert draft.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes of this kind on Windows")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        save_bytes(pipe, b"new")
        assert reader.communicate()[0] == b"new"
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "There is no room on the disk to save .*It is as it was"),
        (errno.EIO, "cannot be saved"),
        (errno.EROFS, "You do not have permission to save"),
    ],
)
def test_a_fault_while_writing_loses_nothing(
    draft: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DocumentError, match=message):
        save_bytes(draft, b"new")
    assert_untouched(draft)


def test_a_fault_in_what_is_to_be_saved_loses_nothing(draft: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_parts(draft, parts())
    assert_untouched(draft)


def test_a_full_disk(tmp_path: Path) -> None:
    """On a real file system with no room, where the machine lets us make one."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("only the administrator of a Linux machine may make a small disk")
    try:
        draft = tmp_path / "draft.txt"
        draft.write_bytes(b"as it was")
        with pytest.raises(DocumentError, match="There is no room on the disk"):
            save_bytes(draft, b"x" * 100_000)
        assert_untouched(draft)
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_a_file_that_is_read_only_is_not_replaced(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # the administrator may write to any file
    with pytest.raises(DocumentError, match="You do not have permission to save"):
        save_bytes(draft, b"new")
    assert_untouched(draft)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"there is no such folder\. Make the folder first"):
        save_bytes(tmp_path / "no" / "draft.txt", b"new")


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"is a folder\. Give the name of a file"):
        save_bytes(tmp_path, b"new")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="the name is too long"):
        save_bytes(tmp_path / ("x" * 300), b"new")


def test_copies_never_replace_one_another(draft: Path) -> None:
    assert [copy_beside(draft).name for _ in range(3)] == ["draft.txt.bak", "draft.txt.bak2", "draft.txt.bak3"]
    assert (draft.parent / "draft.txt.bak").read_bytes() == b"as it was"


def left_behind(folder: Path, name: str = ".plainspeak-0123456789ab.tmp", seconds: float = 60) -> Path:
    path = folder / name
    path.write_bytes(b"half")
    os.utime(path, (time.time() - seconds,) * 2)
    return path


def test_what_a_killed_save_has_left_is_removed(draft: Path) -> None:
    left_behind(draft.parent)
    others = [left_behind(draft.parent, name) for name in ("a.tmp", ".plainspeak-x.txt", "plainspeak-x.tmp")]
    forget_unfinished(draft.parent)
    assert sorted(draft.parent.iterdir()) == sorted([draft, *others])


def test_what_another_save_is_at_stays(draft: Path) -> None:
    def parts() -> Iterator[bytes]:
        (beside,) = draft.parent.glob(".plainspeak-*.tmp")
        os.utime(beside, (time.time() - 60,) * 2)
        forget_unfinished(draft.parent)
        yield b"new"

    save_parts(draft, parts())
    assert draft.read_bytes() == b"new"


def test_what_has_only_just_been_made_stays(draft: Path) -> None:
    path = left_behind(draft.parent, seconds=0)
    forget_unfinished(draft.parent)
    assert path.exists()


def test_there_may_be_no_such_folder(tmp_path: Path) -> None:
    forget_unfinished(tmp_path / "none")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_save_removes_what_one_that_was_killed_has_left(draft: Path) -> None:
    """Killed by the system, as with kill -9: nothing of the program runs any more."""
    script = (
        "import os, signal, sys; from pathlib import Path; from plainspeak.documents.saving import save_parts\n"
        "def parts():\n    yield b'half'\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        "save_parts(Path(sys.argv[1]), parts())"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(draft)], check=False)
    assert killed.returncode != 0
    assert draft.read_bytes() == b"as it was"
    (left,) = draft.parent.glob(".plainspeak-*.tmp")
    os.utime(left, (time.time() - 60,) * 2)
    own = draft.with_name(".plainspeak-notes.tmp")
    own.write_bytes(b"somebody's own")

    save_bytes(draft.with_name("other.txt"), b"new")

    assert sorted(path.name for path in draft.parent.iterdir()) == [own.name, "draft.txt", "other.txt"]
