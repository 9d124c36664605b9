from __future__ import annotations

import os

import pytest

from plainspeak.errors import DocumentError
from plainspeak.tui.draft_file import DraftFile


@pytest.mark.parametrize(
    "data",
    [
        b"one\ntwo\n",
        b"one\r\ntwo\r\n",
        b"\xef\xbb\xbfwith a mark\n",
        b"caf\xe9\n",
        b"page\x0cbreak and \x0b and no newline at the end",
        "naïve\u2028line".encode(),
        b"",
    ],
)
def test_a_file_saved_unchanged_is_the_same_file(tmp_path, data):
    path = tmp_path / "letter.txt"
    path.write_bytes(data)
    file = DraftFile.open(path)
    file.save(file.saved, path)
    assert path.read_bytes() == data


def test_mixed_line_ends_are_told(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(b"one\r\ntwo\r\nthree\nfour")
    file = DraftFile.open(path)
    assert "Its lines end in different ways. Saving makes them all the same." in file.notices
    file.save(file.saved, path)
    assert path.read_bytes() == b"one\r\ntwo\r\nthree\r\nfour"


def test_a_text_its_encoding_cannot_hold_becomes_utf_8(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(b"caf\xe9")
    file = DraftFile.open(path)
    assert file.save(file.saved + " \u2192", path)
    assert path.read_text(encoding="utf-8") == "café \u2192"
    assert file.save(file.saved, path) == ()


def test_a_change_by_somebody_else_is_noticed(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("mine")
    file = DraftFile.open(path)
    assert not file.changed_on_disk()
    path.write_text("theirs, and longer")
    assert file.changed_on_disk()
    file.save("mine again", path)
    assert not file.changed_on_disk()
    path.unlink()
    assert not file.changed_on_disk()


def test_a_change_of_the_same_length_is_noticed(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("mine")
    file = DraftFile.open(path)
    path.write_text("hers")
    os.utime(path, (1, 1))
    assert file.changed_on_disk()


def test_a_new_draft_has_a_name_and_no_notices():
    assert DraftFile().name == "New draft"
    assert DraftFile().notices == ()


def test_what_cannot_be_read_is_a_document_error(tmp_path):
    with pytest.raises(DocumentError):
        DraftFile.open(tmp_path)
    with pytest.raises(DocumentError):
        DraftFile.open(tmp_path / "none.txt")


def test_the_words_of_a_file_that_holds_more_than_text_are_a_new_draft(tmp_path):
    path = tmp_path / "plan.html"
    path.write_text("<p>We <b>utilise</b> it.</p>")
    draft = DraftFile.open(path)
    assert (draft.path, draft.saved) == (None, "We utilise it.")
    assert draft.notices == ("These are the words of plan.html without their layout. The file itself is not changed.",)
