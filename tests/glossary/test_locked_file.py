"""One change at a time: nothing is lost when two change a file at once, and nothing is half written when one is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plainspeak.documents.saving import save_bytes
from plainspeak.errors import GlossaryError
from plainspeak.glossary.locked_file import change_file, locked
from plainspeak.glossary.save import entries_of, with_entry

ADD_MANY = """
import sys
from pathlib import Path
from plainspeak.documents.saving import save_bytes
from plainspeak.glossary.locked_file import change_file
from plainspeak.glossary.save import with_entry
path, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(times):
    fields = {"jargon": f"{name} {number}", "kind": "noun", "level": "must", "family": "office", "what_we_mean": "It."}
    change_file(path, lambda text: with_entry(text, fields, str(path)), save_bytes)
    print(number, flush=True)
"""
HOLD = """
import sys, time
from pathlib import Path
from plainspeak.glossary.locked_file import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def start(program: str, *words: object) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", program, *map(str, words)], stdout=subprocess.PIPE, text=True)


def names_in(path: Path) -> list[str]:
    return [str(fields["jargon"]) for fields in entries_of(path.read_text("utf-8"), str(path))]


def test_a_file_and_its_folder_are_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ours.yaml"
    assert change_file(path, lambda text: text + "entries: []\n", save_bytes) == "entries: []\n"
    assert path.read_text() == "entries: []\n"
    assert [each.name for each in path.parent.iterdir()] == ["ours.yaml"]


def test_the_same_text_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("entries: []\n")
    change_file(path, lambda text: text, lambda _path, _data: pytest.fail("written"))


def test_a_refused_change_leaves_the_file_and_frees_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("entries: []\n")

    def refuse(_text: str) -> str:
        raise GlossaryError("No.")

    with pytest.raises(GlossaryError, match="No"):
        change_file(path, refuse, save_bytes)
    assert path.read_text() == "entries: []\n"
    with locked(path, wait=0):
        pass


def test_a_file_that_another_program_changes_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("entries: []\n")

    def change(text: str) -> str:
        path.write_text("title: theirs\n")
        return text + "# ours\n"

    with pytest.raises(GlossaryError, match="changed by another program"):
        change_file(path, change, save_bytes)
    assert path.read_text() == "title: theirs\n"


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_bytes(b"title: caf\xe9\n")
    with pytest.raises(GlossaryError, match="not saved as UTF-8"):
        change_file(path, lambda text: text, save_bytes)


@pytest.mark.skipif(os.name == "nt", reason="Windows needs rights to make links")
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("entries: []\n")
    link = tmp_path / "link.yaml"
    link.symlink_to("real.yaml")
    change_file(link, lambda text: text + "# new\n", save_bytes)
    assert link.is_symlink()
    assert (tmp_path / "real.yaml").read_text() == "entries: []\n# new\n"


def test_who_comes_second_is_told_who_is_at_work(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    with start(HOLD, path) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(GlossaryError) as caught, locked(path, wait=0.2):
            pass
        holder.kill()
    assert str(caught.value).startswith("ours.yaml is being changed by ")
    assert f"(process {holder.pid})" in str(caught.value)
    assert str(caught.value).endswith("Nothing was saved. Try again soon.")


def test_a_lock_whose_holder_was_killed_holds_nobody_up(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    with start(HOLD, path) as holder:
        assert holder.stdout
        holder.stdout.readline()
        holder.kill()
    assert (tmp_path / ".ours.yaml.lock").exists()
    with locked(path, wait=0.5):
        pass
    assert not (tmp_path / ".ours.yaml.lock").exists()


def test_two_people_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    people = [start(ADD_MANY, path, name, 15) for name in ("ann", "bo", "cy")]
    for person in people:
        person.communicate(timeout=120)
        assert person.returncode == 0
    names = names_in(path)
    assert sorted(names) == sorted(f"{name} {number}" for name in ("ann", "bo", "cy") for number in range(15))
    assert [name for name in names if name.startswith("bo")] == [f"bo {number}" for number in range(15)]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that cannot be caught")
def test_a_kill_at_any_moment_leaves_the_file_whole(tmp_path: Path) -> None:
    """What was said to be saved is there, and at most one more; whatever happens, the file can be read and added to."""
    path = tmp_path / "ours.yaml"
    saved: list[str] = []
    for round_number in range(25):
        process = start(ADD_MANY, path, f"round {round_number}", 1_000)
        assert process.stdout
        saved += [f"round {round_number} {process.stdout.readline().strip()}"]
        time.sleep(round_number * 7 % 25 / 500)
        process.send_signal(signal.SIGKILL)
        saved += [f"round {round_number} {line.strip()}" for line in process.stdout]
        process.wait()
        process.stdout.close()
        names = names_in(path)
        assert names[: len(saved)] == saved
        assert len(names) <= len(saved) + 1
        saved = names
    with_entry(path.read_text("utf-8"), {"jargon": "last"}, str(path))
