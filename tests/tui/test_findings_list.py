"""The list of what was found: going through it, folding, filtering, and choosing from it."""

from __future__ import annotations

import asyncio
import threading

from fake_checker import FakeChecker

from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.plainspeak_app import PlainspeakApp


def rows(app) -> list[str]:
    """The lines of the list, as they are shown."""
    found = app.screen.findings
    return [found.render_line(row).text.rstrip() for row in range(found.count)]


async def test_the_list_shows_each_term_once_and_unfolds(drive, same_screen):
    async with drive(size=(110, 30)) as app:
        await app.press("f6")
        assert rows(app)[:3] == ["  M service users", "  M ICB", "\u25b8 S utilise \u00d7 2"]
        assert app.screen.findings.marked == 2
        await app.press("right")
        assert rows(app)[2] == "\u25be S utilise \u00d7 2"
        assert rows(app)[3].startswith("     line 3: We utilise a holistic plan")
        await same_screen(app, "findings_list")
        await app.press("down", "down")
        assert app.screen.editor.cursor_location == (5, 18)
        await app.press("left")
        assert len(rows(app)) == 6


async def test_the_draft_follows_the_list_and_the_list_the_draft(drive):
    async with drive(size=(110, 30)) as app:
        await app.press("f6", "home", "down")
        assert app.screen.card.finding.text == "ICB"
        assert app.screen.editor.cursor_location == (5, 30)
        await app.press("escape", "ctrl+home", "f8")
        assert app.screen.findings.place.start == app.checked.findings[0].start


async def test_choosing_from_the_list_goes_on_in_the_list(drive):
    async with drive(size=(110, 30)) as app:
        await app.press("f6", "1")
        assert "We use a holistic" in app.text
        assert app.screen.card.finding.text == "utilise"
        await app.press("1")
        assert "will use the ICB" in app.text
        assert app.screen.where() == "list"
        assert app.screen.card.finding.text == "holistic"
        await app.press("u", "u")
        assert "utilise" in app.text


async def test_a_key_right_after_the_mark_has_moved_is_about_what_is_marked(drive):
    async with drive(size=(110, 30)) as app:
        await app.press("f6", "home", "down", "e")
        assert "ICB (the local NHS planning body)" in app.text


async def test_enter_leads_to_the_choices_and_escape_to_the_draft(drive):
    async with drive() as app:
        await app.keys("f6", "home", "down", "enter", "e")
        await app.until(lambda: "ICB (the local NHS planning body)" in app.text)
        assert app.screen.where() == "choices"
        await app.press("escape", "x")
        assert app.text.count("x") == 1
        await app.press("f6", "f6")
        assert not app.screen.findings.display
        assert app.screen.where() == "draft"


async def test_questions_and_what_was_left_alone(drive, same_screen):
    async with drive(size=(110, 30)) as app:
        await app.press("f6", "q")
        assert rows(app) == ["  S Stakeholders   Who exactly?"]
        assert app.screen.card.finding.text == "Stakeholders"
        await app.press("k")
        assert rows(app) == ["  holistic   in a quotation"]
        assert app.screen.editor.cursor_location == (3, 5)
        await same_screen(app, "left_alone")
        await app.press("j")
        assert len(rows(app)) == 6


async def test_a_key_in_the_list_of_what_was_left_changes_nothing(drive):
    async with drive(size=(110, 30)) as app:
        before = app.text
        await app.press("f6", "k", "1", "a", "e", "l")
        assert app.text == before
        assert len(app.found()) == 7


async def test_the_filter_is_asked_for_and_can_be_taken_away(drive, same_screen):
    async with drive(size=(110, 30)) as app:
        await app.press("f6")
        assert not app.screen.can("show_all_findings")
        await app.keys("f")
        await app.shows("What should be shown and underlined?")
        await same_screen(app, "filter")
        await app.keys("enter")
        await app.shows("Show only:")
        await app.keys("down", "down", "enter")
        await app.until(lambda: len(app.found()) == 2)
        assert rows(app) == ["  M service users", "  M ICB"]
        await app.shows("only must: 5 not shown")
        await app.press("f8")
        await app.press("asterisk")
        assert len(app.found()) == 7


async def test_the_list_stands_beside_the_draft_where_there_is_room(drive):
    async with drive(size=(100, 28)) as app:
        assert app.screen.findings.display
        await app.pilot.resize_terminal(99, 28)
        await app.until(lambda: not app.screen.findings.display)
    async with drive(size=(60, 20)) as app:
        await app.press("f6", "home")
        await app.shows("M service users")
        await app.shows("The jargon: service users")


async def test_an_empty_list_says_so(drive):
    async with drive("Plain words.", size=(110, 30)) as app:
        await app.press("f6")
        await app.shows("Nothing is left to decide.")
        await app.press("right", "left", "enter", "q", "k", "down")
        assert app.text == "Plain words."


async def test_brackets_in_the_list(drive):
    async with drive("[b]x[/i] utilise [see annex] utilise [@click=app.quit]", size=(110, 30)) as app:
        await app.press("f6", "right")
        await app.shows("line 1: [b]x[/i] utilise [see annex]")


async def test_a_draft_that_is_not_checked_yet_is_not_said_to_have_nothing():
    waiting = threading.Event()

    def load_checker() -> FakeChecker:
        waiting.wait(60)
        return FakeChecker()

    app = PlainspeakApp(DraftFile(), "We utilise it.", load_checker)
    async with app.run_test(size=(110, 30)) as pilot:
        found = app.draft_screen.findings
        while not found.size.width:
            await pilot.pause(0.01)
        assert found.render_line(0).text.strip() == "Nothing is checked yet."
        waiting.set()
        await app.draft_screen.checking.ready.wait()
        while not found.count:
            await asyncio.sleep(0.01)
        assert found.render_line(0).text.strip() == "S utilise"


async def test_the_mouse_goes_through_the_list(drive):
    async with drive(size=(110, 30)) as app:
        row = next(at for at, line in enumerate(app.picture().splitlines()) if "M ICB" in line)
        column = app.picture().splitlines()[row].index("M ICB")
        await app.pilot.click(offset=(column, row))
        await app.settle()
        assert app.screen.where() == "list"
        assert app.screen.card.finding.text == "ICB"
        await app.pilot.click(offset=(column, row), times=2)
        await app.settle()
        assert app.screen.where() == "choices"
        line = app.picture().splitlines()[-1]
        await app.pilot.click("#keys", offset=(line.index("F6 List") + 3, 0))
        await app.settle()
        assert app.screen.where() == "list"


async def test_the_last_line_tells_only_what_can_be_done(drive):
    async with drive("Plain words.", size=(150, 30)) as app:
        await app.press("f6")
        line = app.picture().splitlines()[-1]
        for word in ("Unfold", "Fold", "Undo", "Questions", "Left alone", "All found", "Ask again", "Show all", "Swap"):
            assert word not in line
        assert "Esc Write" in line
