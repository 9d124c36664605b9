"""The note of a check that did not come to its end."""

from __future__ import annotations

import stat
import sys

import pytest

from plainspeak.tui.folder_note import FolderNote, FolderNotes


def test_it_is_there_until_the_check_is_complete(tmp_path, recovery_home):
    notes = FolderNotes()
    assert notes.read() is None
    notes.write(FolderNote(tmp_path, 0, 0))
    notes.write(FolderNote(tmp_path, 1, 4))  # so soon after the other that it is left out
    assert FolderNotes().read() == FolderNote(tmp_path, 0, 0)
    notes.write(FolderNote(tmp_path, 3, 1_200), soon=False)
    assert "3 of 1,200 documents were done." in FolderNotes().read().told
    notes.forget()
    assert notes.read() is None
    notes.forget()


def test_a_folder_that_has_gone_and_a_damaged_note_are_passed_over(tmp_path, recovery_home):
    notes = FolderNotes()
    notes.write(FolderNote(tmp_path / "gone", 3, 12))
    assert notes.read() is None
    for damaged in ("{", "[]", '["a", 1]', "[1, 2, 3]", '{"a": 1}'):
        (recovery_home / "recovery" / "folder-check.json").write_text(damaged)
        assert notes.read() is None


def test_where_nothing_can_be_written_nothing_happens(tmp_path, recovery_home):
    recovery_home.write_text("a file where the folder should be")
    FolderNotes().write(FolderNote(tmp_path, 1, 2))
    assert FolderNotes().read() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_nobody_else_can_read_it(tmp_path, recovery_home):
    FolderNotes().write(FolderNote(tmp_path, 1, 2))
    assert stat.S_IMODE((recovery_home / "recovery" / "folder-check.json").stat().st_mode) == 0o600
