from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from plainspeak.deciding.recovery import RecoveryCopy, forget, lost_drafts, open_elsewhere, recovery_folder

ODD = "brackets [b]bold[/i], a surrogate \ud800, \x00, caf\u00e9 and \u2028"


@pytest.fixture(autouse=True)
def recovery_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees or touches the recovery copies of the person who runs it."""
    home = tmp_path / "home"
    monkeypatch.setenv("PLAINSPEAK_HOME", str(home))
    return home


@pytest.fixture
def copy():
    copy = RecoveryCopy()
    yield copy
    copy.let_go()


def test_a_copy_that_is_held_is_not_offered(copy):
    copy.write("mine", None)
    assert lost_drafts() == []


def test_a_copy_left_behind_is_offered_word_for_word(copy, tmp_path):
    copy.write(ODD, tmp_path / "letter [1].txt")
    copy.let_go()
    (lost,) = lost_drafts()
    assert (lost.text, lost.path) == (ODD, tmp_path / "letter [1].txt")
    forget(lost)
    assert lost_drafts() == []
    assert list(recovery_folder().iterdir()) == []


def test_the_newest_comes_first(copy):
    copy.write("older", None)
    copy.let_go()
    newer = RecoveryCopy()
    newer.write("newer", None)
    newer.let_go()
    assert [draft.text for draft in lost_drafts()] == ["newer", "older"]


def test_a_clean_end_leaves_nothing(copy):
    copy.write("mine", None)
    copy.remove()
    copy.remove()
    assert list(recovery_folder().iterdir()) == []


def test_the_copy_is_written_anew_after_a_clean_end(copy):
    copy.write("one", None)
    copy.remove()
    copy.write("two", None)
    copy.let_go()
    assert [draft.text for draft in lost_drafts()] == ["two"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_nobody_else_can_read_it(copy):
    copy.write("private", None)
    assert stat.S_IMODE(copy.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.folder.stat().st_mode) == 0o700


def test_damaged_copies_are_passed_over(copy):
    copy.write("good", None)
    copy.let_go()
    (copy.folder / "1-1.draft.json").write_text("{")
    (copy.folder / "1-2.draft.json").write_text('{"text": "no time"}')
    assert [draft.text for draft in lost_drafts()] == ["good"]


def test_trouble_in_writing_is_told_and_not_raised(recovery_home):
    recovery_home.write_text("a file where the folder should be")
    copy = RecoveryCopy()
    copy.write("mine", None)
    assert copy.fault
    copy.remove()
    assert lost_drafts() == []


def test_a_file_that_another_window_has_changes_of_is_known(copy, tmp_path):
    path = tmp_path / "letter.txt"
    copy.write("mine", path)
    assert open_elsewhere(path)
    assert not open_elsewhere(path, apart_from=copy.file)
    assert not open_elsewhere(tmp_path / "other.txt")
    copy.let_go()
    assert not open_elsewhere(path)


def test_the_state_that_a_draft_began_from_is_kept(copy, tmp_path):
    copy.write("mine", tmp_path / "letter.txt", (1, 2, 3))
    copy.let_go()
    assert [draft.stamp for draft in lost_drafts()] == [(1, 2, 3)]
