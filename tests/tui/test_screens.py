"""Screens as a person sees them, kept as plain text in screens/ so that a change can be read in a diff."""

from __future__ import annotations

import pytest

from plainspeak.tui.actions import ACTIONS, GROUPS, key_name
from plainspeak.tui.screens.help import help_text


async def test_writing(drive, same_screen):
    async with drive() as app:
        same_screen(app, "writing")


async def test_choosing(drive, same_screen):
    async with drive() as app:
        app.screen.editor.move_cursor((2, 35))
        await app.press("tab")
        same_screen(app, "choosing")


async def test_empty(drive, same_screen):
    async with drive("") as app:
        same_screen(app, "empty")


async def test_narrow(drive, same_screen):
    async with drive(size=(70, 24)) as app:
        same_screen(app, "narrow")


async def test_tiny_while_writing(drive, same_screen):
    async with drive(size=(40, 10)) as app:
        same_screen(app, "tiny_writing")


async def test_tiny_while_choosing(drive, same_screen):
    async with drive(size=(40, 10)) as app:
        await app.press("tab")
        same_screen(app, "tiny_choosing")
        await app.press("1")
        assert "We use a holistic" in app.text
        await app.press("escape", "x")
        assert "xholistic" in app.text


async def test_help(drive, same_screen):
    async with drive(size=(110, 60)) as app:
        await app.pilot.press("f1")
        await app.shows("Esc to close")
        same_screen(app, "help")
        await app.pilot.press("escape")
        await app.until(lambda: app.app.screen is app.screen)


async def test_the_question_before_leaving(drive, same_screen):
    async with drive() as app:
        await app.press("x")
        await app.pilot.press("ctrl+q")
        await app.shows("Not saved yet")
        same_screen(app, "leaving")


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (10, 3), (1, 1), (100, 8), (300, 100)])
async def test_no_size_breaks_it(drive, size):
    async with drive(size=size) as app:
        for key in ("tab", "1", "f8", "escape", "x", "ctrl+z", "f1", "escape", "ctrl+s", "escape"):
            await app.pilot.press(key)
        await app.settle()
        assert "We use a holistic" in app.text


async def test_the_size_may_change_at_any_time(drive):
    async with drive() as app:
        await app.press("tab")
        for size in ((40, 10), (110, 24), (70, 30), (30, 6)):
            await app.pilot.resize_terminal(*size)
            await app.settle()
        await app.press("1")
        assert "We use a holistic" in app.text


async def test_no_colour(drive, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with drive() as app:
        strip = app.screen.editor.render_line(2)
        assert next(segment.text for segment in strip if segment.style and segment.style.underline) == "utilise"


async def test_the_palette_offers_what_can_be_done(drive):
    async with drive() as app:
        names = {command.title for command in app.app.get_system_commands(app.screen)}
        assert {"Next", "All of these", "Save", "Change the colours"} <= names
        assert "Undo" not in names
        await app.pilot.press("ctrl+p", *"copy all")
        await app.shows("Copy the whole draft")
        await app.pilot.press("enter")
        await app.until(lambda: app.app.clipboard == app.text)


def test_every_action_is_on_the_help_page_with_its_keys():
    page = help_text().plain
    for action in ACTIONS:
        assert action.help in page
        for key in (*action.keys, *action.draft_keys, *action.choices_keys):
            assert key_name(key) in page
    assert all(group in page for group in GROUPS)


async def test_every_action_is_there_and_no_key_does_two_things(drive):
    async with drive() as app:
        for action in ACTIONS:
            assert hasattr(app.screen, f"action_{action.name.split('(')[0]}")
    for where in ("draft", "choices"):
        keys = [key for action in ACTIONS for key in action.keys_in(where)]
        assert len(keys) == len(set(keys))


async def test_the_last_line_can_be_clicked(drive):
    async with drive() as app:
        line = app.picture().splitlines()[-1]
        await app.pilot.click("#keys", offset=(line.index("Next"), 0))
        await app.settle()
        assert app.screen.editor.cursor_location == (2, 3)


async def test_a_wording_can_be_clicked(drive):
    async with drive() as app:
        row = next(index for index, line in enumerate(app.picture().splitlines()) if " 1  use" in line)
        await app.pilot.click(offset=(app.picture().splitlines()[row].index(" 1  use") + 4, row))
        await app.settle()
        assert "We use a holistic" in app.text
