"""The documents screen: a folder is chosen and checked, one of its documents opened, a report saved."""

from __future__ import annotations

import threading
from contextlib import asynccontextmanager

import pytest
from test_folder_check import FakeBatch

from plainspeak.tui.dialogs.path_box import PathBox
from plainspeak.tui.screens import documents


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "letters [b]"
    (folder / "old").mkdir(parents=True)
    (folder / "first.txt").write_text("A service user. We utilise it.")
    (folder / "old" / "plain.txt").write_text("Nothing.")
    (folder / "second [see annex].txt").write_text("We utilise it.")
    (folder / "torn.txt").write_text("bad")
    return folder


@pytest.fixture
def open_folder(drive, folder, monkeypatch):
    """Opens the app on the documents screen, with the folder checked by the checker of six words."""

    monkeypatch.setattr(documents, "batch_for", lambda folder, _settings: FakeBatch(folder))

    @asynccontextmanager
    async def opened(**more: object):
        async with drive("", **more) as app:
            await app.keys("f5", "o")
            await app.until(lambda: isinstance(app.app.screen, PathBox))
            app.app.screen._type(str(folder))
            await app.keys("enter")
            screen = app.app._screen_stacks["documents"][0]
            await app.until(lambda: screen.job and screen.job.is_done and not screen.is_checking)
            yield app

    return opened


async def test_before_a_folder_is_chosen(drive, same_screen):
    async with drive("") as app:
        await app.keys("f5")
        await app.shows("No folder has been chosen")
        await same_screen(app, "documents_empty")
        await app.keys("enter", "s", "g", "r", "ctrl+s")
        assert app.app.screen.NAME == "documents"


@pytest.mark.parametrize(("name", "size"), [("documents", (110, 24)), ("documents_narrow", (60, 20))])
async def test_what_was_found(open_folder, same_screen, name, size):
    async with open_folder(size=size) as app:
        await app.shows("4 documents")
        await same_screen(app, name)


async def test_a_document_is_opened_as_a_draft(open_folder):
    async with open_folder() as app:
        await app.keys("down", "enter")
        await app.until(lambda: app.text == "We utilise it.")
        assert app.app.screen is app.screen
        await app.shows("second [see annex].txt")


async def test_a_report_is_saved(open_folder, tmp_path):
    async with open_folder() as app:
        await app.keys("ctrl+s")
        await app.shows("html: a page to read or print")
        await app.keys("down", "down", "down", "enter")
        await app.until(lambda: isinstance(app.app.screen, PathBox))
        app.app.screen._type(str(tmp_path / "report.txt"))
        await app.keys("enter")
        await app.until(lambda: any("The report is saved" in said for said in app.said()))
        report = (tmp_path / "report.txt").read_text()
        assert "second [see annex].txt" in report
        await app.keys("ctrl+s")
        await app.shows("In which format?")
        await app.keys("enter")
        await app.until(lambda: isinstance(app.app.screen, PathBox))
        app.app.screen._type(str(tmp_path / "none" / "report.txt"))
        await app.keys("enter")
        await app.until(lambda: any("there is no such folder" in said for said in app.said()))


async def test_a_check_is_stopped_and_gone_on_with(open_folder, monkeypatch):
    hold, reached = threading.Event(), threading.Event()

    class Slow(FakeBatch):
        def __iter__(self):
            for report in super().__iter__():
                yield report
                reached.set()
                hold.wait(60)

    async with open_folder() as app:
        screen = app.app.screen
        monkeypatch.setattr(documents, "batch_for", lambda folder, _settings: Slow(folder))
        await app.keys("r")
        await app.until(reached.is_set)
        assert screen.can("stop")
        assert not screen.can("save_report")
        await app.keys("s")
        hold.set()
        await app.shows("press G to go on")
        assert 0 < len(screen.job.reports) < 4
        assert screen.can("save_report")
        await app.keys("g")
        await app.until(lambda: screen.job.is_done)
        await app.shows("4 documents \u00b7")


async def test_a_check_that_was_cut_short_is_gone_on_with_the_next_time(open_folder, drive, folder, monkeypatch):
    async with open_folder() as app:
        monkeypatch.setattr(documents, "batch_for", lambda folder, _settings: FakeBatch(folder))
        assert not app.app.screen.notes.read()
        batches = []

        class Slow(FakeBatch):
            def __iter__(self):
                batches.append(self)
                for report in super().__iter__():
                    self.pause()
                    yield report

        monkeypatch.setattr(documents, "batch_for", lambda folder, _settings: Slow(folder))
        await app.keys("r")
        await app.until(lambda: len(app.app.screen.job.reports) == 1)
        await app.keys("ctrl+q")
    assert batches[0].stopped
    async with drive("") as app:
        await app.keys("f5")
        await app.shows("The check of letters [b] did not come to its end. 1 of 4 documents were done.")
        assert app.app.screen.can("go_on")
        monkeypatch.setattr(documents, "batch_for", lambda folder, _settings: FakeBatch(folder))
        await app.keys("g")
        await app.shows("4 documents \u00b7")
        await app.until(lambda: not app.app.screen.notes.read())


async def test_a_fault_of_the_glossary_is_told(open_folder, monkeypatch):
    from plainspeak.errors import GlossaryError

    def broken(_folder, _settings):
        raise GlossaryError("office.yaml:3:1: [b]odd[/i] is not a field.")

    async with open_folder() as app:
        monkeypatch.setattr(documents, "batch_for", broken)
        await app.keys("r")
        await app.until(lambda: any("[b]odd[/i]" in said for said in app.said()))


async def test_a_fault_of_ours_ends_the_check_and_not_the_app(open_folder, monkeypatch):
    class Faulty(FakeBatch):
        def __iter__(self):
            yield from list(super().__iter__())[:1]
            raise RuntimeError("[b]odd[/i]")

    async with open_folder() as app:
        screen = app.app.screen
        monkeypatch.setattr(documents, "batch_for", lambda folder, _settings: Faulty(folder))
        await app.keys("r")
        await app.until(lambda: any("RuntimeError: [b]odd[/i]" in said for said in app.said()))
        assert len(screen.job.reports) == 1
        assert screen.can("check_again")


async def test_leaving_the_app_ends_the_check(open_folder, monkeypatch):
    async with open_folder() as app:
        batch = app.app.screen.job._batch
        await app.keys("ctrl+q")
        await app.until(lambda: app.app.return_code == 0)
    assert batch.stopped


async def test_a_folder_with_nothing_in_it(drive, tmp_path):
    async with drive("") as app:
        await app.keys("f5", "o")
        await app.until(lambda: isinstance(app.app.screen, PathBox))
        (tmp_path / "none").mkdir()
        app.app.screen._type(str(tmp_path / "none"))
        await app.keys("enter")
        await app.shows("There is nothing to check")


def test_the_same_as_the_command_line_finds(tmp_path):
    from plainspeak.settings import Settings
    from plainspeak.tui.many_documents import batch_for

    (tmp_path / "letter.txt").write_text("We will utilise a holistic approach.")
    (report,) = batch_for(tmp_path, Settings())
    assert "utilise" in [finding.text for finding in report.findings]
    assert report.detail
    assert report.words == 6


async def test_a_large_folder_is_checked_by_processes_of_their_own(drive, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number}.txt").write_text("We will utilise a holistic approach.")
    async with drive("") as app:
        await app.keys("f5")
        screen = app.app.screen
        await screen.check_folder(folder)
        await app.until(lambda: not screen.is_checking)
        assert not app.said()
        assert screen.job.is_done
        assert len(screen.job.reports) == 20
