"""Opening, saving, recovering and leaving: nothing that was written is lost."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from plainspeak.deciding.recovery import RecoveryCopy, lost_drafts
from plainspeak.tui.dialogs.ask import Ask
from plainspeak.tui.dialogs.path_box import PathBox, fitting_names, meant
from plainspeak.tui.draft_file import stamp_of


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text("We utilise it.\n", encoding="utf-8")
    return path


async def answer(app, box: type, *keys: str) -> None:
    """Wait for a box and answer it."""
    await app.until(lambda: isinstance(app.app.screen, box))
    await app.quiet()
    await app.keys(*keys)
    await app.quiet()


async def test_saving_writes_the_file_and_says_so(drive, letter):
    async with drive(path=letter) as app:
        await app.press("tab", "1")
        await app.shows("letter.txt • changed")
        await app.keys("ctrl+s")
        await app.until(app.said)
        assert letter.read_text() == "We use it.\n"
        await app.lacks("changed")
        assert not app.screen.keeping.unsaved()


async def test_a_new_draft_is_saved_under_a_name_that_is_asked_for(drive, tmp_path):
    async with drive("We utilise it.") as app:
        await app.keys("ctrl+s")
        await answer(app, PathBox)
        app.app.screen.query_one("Input").value = str(tmp_path / "new.txt")
        await app.keys("enter")
        await app.until(app.said)
        assert (tmp_path / "new.txt").read_text() == "We utilise it."
        await app.shows("new.txt")


async def test_save_as_asks_before_it_writes_over_a_file(drive, letter, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("keep me")
    async with drive(path=letter) as app:
        await app.keys("f12")
        await answer(app, PathBox)
        app.app.screen.query_one("Input").value = str(other)
        await app.keys("enter")
        await answer(app, Ask, "escape")
        await answer(app, PathBox, "escape")
        await app.settle()
        assert other.read_text() == "keep me"


async def test_a_file_changed_by_somebody_else_is_not_overwritten_unasked(drive, letter):
    async with drive(path=letter) as app:
        await app.press("x")
        letter.write_text("theirs, which is longer")
        await app.keys("ctrl+s")
        await answer(app, Ask, "escape")
        assert letter.read_text() == "theirs, which is longer"
        await app.keys("ctrl+s")
        await answer(app, Ask, "enter")
        await app.until(app.said)
        assert letter.read_text() == "xWe utilise it.\n"


async def test_nor_is_it_when_its_own_name_is_given_again(drive, letter):
    async with drive(path=letter) as app:
        await app.press("x")
        letter.write_text("theirs, which is longer")
        await app.keys("f12")
        await answer(app, PathBox, "enter")
        await answer(app, Ask, "escape")
        assert letter.read_text() == "theirs, which is longer"
        await answer(app, PathBox, "escape")
        await app.settle()


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EACCES, errno.EROFS])
async def test_a_draft_that_cannot_be_saved_can_be_saved_elsewhere(drive, letter, tmp_path, monkeypatch, fault):
    fsync = os.fsync

    def fails(handle: int) -> None:
        raise OSError(fault, os.strerror(fault))

    async with drive(path=letter) as app:
        await app.press("x")
        monkeypatch.setattr(os, "fsync", fails)
        await app.keys("ctrl+s")
        await app.until(lambda: isinstance(app.app.screen, Ask))
        await app.quiet()
        assert "Your draft is still here." in app.app.screen.question
        monkeypatch.setattr(os, "fsync", fsync)
        await app.keys("enter")
        await answer(app, PathBox)
        app.app.screen.query_one("Input").value = str(tmp_path / "elsewhere.txt")
        await app.keys("enter")
        await app.until(app.said)
        assert (tmp_path / "elsewhere.txt").read_text() == "xWe utilise it.\n"
        assert letter.read_text() == "We utilise it.\n"
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


async def test_leaving_with_unsaved_work_asks(drive, letter):
    async with drive(path=letter) as app:
        await app.press("x")
        await app.keys("ctrl+q")
        await answer(app, Ask, "escape")
        assert app.app.is_running
        await app.keys("ctrl+q")
        await answer(app, Ask, "enter")
        await app.until(lambda: app.app.return_code is not None)
        assert letter.read_text() == "xWe utilise it.\n"
        assert lost_drafts() == []


async def test_changes_can_be_thrown_away(drive, letter):
    async with drive(path=letter) as app:
        await app.press("x")
        await app.keys("ctrl+q")
        await answer(app, Ask, "down", "enter")
        await app.until(lambda: app.app.return_code is not None)
        assert letter.read_text() == "We utilise it.\n"


async def test_leaving_a_saved_draft_asks_nothing(drive, letter):
    async with drive(path=letter) as app:
        await app.keys("ctrl+q")
        await app.until(lambda: app.app.return_code is not None)
        assert app.app.return_code == 0


async def test_the_words_of_a_web_page_are_saved_in_a_text_file_beside_it(drive, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>T</title><p>We utilise it.</p>")
    before = page.read_bytes()
    async with drive(path=page) as app:
        assert "We utilise it." in app.text
        await app.press("x", "ctrl+s")
        await answer(app, PathBox, "enter")
        await app.until((tmp_path / "page.txt").exists)
        await app.until(lambda: not app.screen.keeping.unsaved())
    assert (tmp_path / "page.txt").read_text().startswith("x")
    assert page.read_bytes() == before


async def test_opening_another_file(drive, letter, tmp_path):
    other = tmp_path / "[b]other[i].md"
    other.write_text("A holistic [see annex] plan.")
    async with drive(path=letter) as app:
        await app.keys("ctrl+o")
        await answer(app, PathBox)
        app.app.screen.query_one("Input").value = str(tmp_path / "[b]")
        await app.quiet()
        await app.shows("[b]other[i].md")
        await app.keys("tab")
        assert app.app.screen.query_one("Input").value == str(other)
        await app.press("enter")
        await app.until(lambda: "holistic" in app.text)
        await app.settle()
        await app.shows("[b]other[i].md")
        await app.shows("[see annex]")
        assert app.found() == ["holistic"]
        await app.press("ctrl+z")
        assert app.text == "A holistic [see annex] plan."


async def test_a_file_that_is_not_there_is_told_in_the_box(drive, tmp_path):
    async with drive("") as app:
        await app.keys("ctrl+o")
        await answer(app, PathBox)
        app.app.screen.query_one("Input").value = str(tmp_path / "[nobody].txt")
        await app.keys("enter")
        await app.quiet()
        await app.shows("There is no file called")
        await app.keys("escape")
        await app.quiet()
        assert app.app.screen is app.screen


async def test_a_file_that_is_not_text_is_refused_and_the_draft_stays(drive, tmp_path):
    picture = tmp_path / "photo.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    async with drive("") as app:
        await app.keys("ctrl+o")
        await answer(app, PathBox)
        app.app.screen.query_one("Input").value = str(picture)
        await app.keys("enter")
        await app.until(lambda: isinstance(app.app.screen, Ask))
        await app.shows("does not look like a text file")
        await app.keys("enter")


async def test_a_copy_is_kept_soon_after_a_change_and_removed_when_saved(drive, letter):
    async with drive(path=letter) as app:
        await app.press("x")
        await app.until(app.screen.keeping.copy.file.exists)
        await app.keys("ctrl+s")
        await app.until(app.said)
        assert not app.screen.keeping.copy.file.exists()


async def test_undoing_all_changes_takes_the_copy_away(drive, letter):
    async with drive(path=letter) as app:
        await app.press("x")
        await app.until(app.screen.keeping.copy.file.exists)
        await app.press("ctrl+z")
        await app.until(lambda: not app.screen.keeping.copy.file.exists())
        await app.until(lambda: "changed" not in app.picture())


async def test_a_lost_draft_is_offered_and_brought_back(drive):
    lost = RecoveryCopy()
    lost.write("It was [nearly] lost, this holistic draft.", None)
    lost.let_go()
    async with drive("") as app:
        await app.until(lambda: isinstance(app.app.screen, Ask))
        await app.quiet()
        await app.shows("It begins: It was [nearly] lost")
        await app.keys("enter")
        await app.until(lambda: app.text)
        await app.settle()
        assert app.text == "It was [nearly] lost, this holistic draft."
        assert app.found() == ["holistic"]
        assert app.screen.keeping.unsaved()
        assert not lost.file.exists()
        assert app.screen.keeping.copy.file.exists()


async def test_a_lost_draft_of_a_file_is_brought_back_with_its_file(drive, letter):
    lost = RecoveryCopy()
    lost.write("We utilise it more.\n", letter)
    lost.let_go()
    async with drive(path=letter) as app:
        await answer(app, Ask, "enter")
        await app.until(lambda: "more" in app.text)
        await app.keys("ctrl+s")
        await app.until(app.said)
        assert letter.read_text() == "We utilise it more.\n"


async def test_a_lost_draft_does_not_take_the_place_of_what_others_saved_since(drive, letter):
    lost = RecoveryCopy()
    lost.write("We utilise it more.\n", letter, stamp_of(letter))
    lost.let_go()
    letter.write_text("Theirs, and longer.\n")
    async with drive(path=letter) as app:
        await answer(app, Ask, "enter")
        await app.until(lambda: "more" in app.text)
        await app.keys("ctrl+s")
        await app.shows("has been changed by somebody else")
        assert letter.read_text() == "Theirs, and longer.\n"


async def test_a_second_window_is_told_of_the_first(drive, letter):
    first = RecoveryCopy()
    first.write("We utilise it more.\n", letter)
    async with drive(path=letter) as app:
        await app.until(app.said)
        assert "another window" in app.said()[-1]
    first.remove()


async def test_a_lost_draft_of_another_file_does_not_push_in(drive, letter):
    lost = RecoveryCopy()
    lost.write("other", None)
    lost.let_go()
    async with drive(path=letter) as app:
        await app.until(app.said)
        assert app.app.screen is app.screen
        app.screen.action_recover()
        await answer(app, Ask, "down", "down", "enter")
        assert app.text == "We utilise it.\n"
        assert lost.file.exists()


async def test_a_lost_draft_can_be_thrown_away(drive):
    lost = RecoveryCopy()
    lost.write("old", None)
    lost.let_go()
    async with drive("") as app:
        await answer(app, Ask, "down", "enter")
        await app.until(lambda: not lost.file.exists())
        app.screen.action_recover()
        await app.until(app.said)
        assert app.said() == ["No draft has been left unsaved."]


async def test_the_sample_letter_and_a_new_draft(drive):
    async with drive("") as app:
        app.screen.action_sample()
        await app.until(lambda: "Mr Okafor" in app.text)
        await app.settle()
        assert app.found()
        await app.press("x")
        app.screen.action_new()
        await answer(app, Ask, "down", "enter")
        await app.until(lambda: not app.text)


def test_names_that_fit(tmp_path):
    for name in ("Letter.txt", "letters.md", "photo.png", ".hidden.txt"):
        (tmp_path / name).touch()
    (tmp_path / "Let").mkdir()
    assert fitting_names(f"{tmp_path}/let") == [f"{tmp_path}/Let/", f"{tmp_path}/Letter.txt", f"{tmp_path}/letters.md"]
    assert fitting_names(f"{tmp_path}/.h") == [f"{tmp_path}/.hidden.txt"]
    assert fitting_names(f"{tmp_path}/nowhere/x") == []


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        (".//srv/x", "/srv/x"),
        ("/home/me//srv/x", "/srv/x"),
        ("./~/x", "~/x"),
        ("./C:\\x", "C:\\x"),
        ("./a/~me", "./a/~me"),
        ("//server/x", "//server/x"),
        ("./", "./"),
        ("a/b.txt", "a/b.txt"),
    ],
)
def test_a_whole_path_behind_a_folder_is_meant_alone(typed, path):
    assert meant(typed) == path
