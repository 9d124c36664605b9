"""Screens as a person sees them, kept as plain text in screens/ so that a change can be read in a diff."""

from __future__ import annotations

import pytest
from textual.content import Content

from plainspeak.tui.action import GROUPS, SCREENS, key_name
from plainspeak.tui.actions import ACTIONS
from plainspeak.tui.help_pages import PAGES
from plainspeak.tui.widgets.key_bar import rows_of
from plainspeak.tui.widgets.screen_bar import screen_line


async def test_writing(drive, same_screen):
    async with drive() as app:
        await same_screen(app, "writing")


@pytest.mark.parametrize("width", [30, 45, 60, 80])
async def test_no_count_stands_without_its_word(drive, width):
    async with drive(size=(width, 24)) as app:
        line = next(line for line in app.picture().splitlines() if line.startswith(" 2 must"))
        assert line.split("\u00b7")[-1].split()[-1] in ("must", "should", "could", "alone", "words", "sentence")


async def test_choosing(drive, same_screen):
    async with drive() as app:
        app.screen.editor.move_cursor((2, 35))
        await app.press("tab")
        await same_screen(app, "choosing")


async def test_empty(drive, same_screen):
    async with drive("") as app:
        await same_screen(app, "empty")


async def test_narrow(drive, same_screen):
    async with drive(size=(70, 24)) as app:
        await same_screen(app, "narrow")


async def test_tiny_while_writing(drive, same_screen):
    async with drive(size=(40, 10)) as app:
        await same_screen(app, "tiny_writing")


async def test_tiny_while_choosing(drive, same_screen):
    async with drive(size=(40, 10)) as app:
        await app.press("tab")
        await same_screen(app, "tiny_choosing")
        await app.press("1")
        assert "We use a holistic" in app.text
        await app.press("escape", "x")
        assert "xholistic" in app.text


async def test_help(drive, same_screen):
    async with drive(size=(110, 60)) as app:
        await app.keys("f1")
        await app.shows("How to begin")
        await same_screen(app, "help")
        await app.keys("escape")
        await app.until(lambda: app.app.screen is app.screen)


async def test_the_pages_of_the_help(drive, same_screen):
    async with drive("", size=(60, 20)) as app:
        await app.keys("f1", "down", "down")
        await app.shows("M  must change.")
        await app.until(lambda: app.app.screen.page.max_scroll_y)
        await app.keys("space")
        await same_screen(app, "help_narrow")
        await app.keys("t")
        await app.shows("Dear Mr Okafor")


async def test_the_question_before_leaving(drive, same_screen):
    async with drive() as app:
        await app.press("x")
        await app.keys("ctrl+q")
        await app.shows("Not saved yet")
        await same_screen(app, "leaving")


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (10, 3), (1, 1), (100, 8), (300, 100)])
async def test_no_size_breaks_it(drive, size):
    async with drive(size=size) as app:
        for key in ("tab", "1", "f8", "escape", "x", "ctrl+z", "f1", "escape", "ctrl+s", "escape"):
            await app.keys(key)
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
        await app.keys("ctrl+p", *"copy all")
        await app.shows("Copy the whole draft")
        await app.keys("enter")
        await app.until(lambda: app.app.clipboard == app.text)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_action_is_on_a_help_page_with_its_keys(screen):
    page = next(page for page in PAGES if page.title == f"Keys: {screen.capitalize()}").text({}).plain
    for action in ACTIONS:
        if screen in action.screens:
            assert action.help in page
            for key in (*action.keys, *action.draft_keys, *action.choices_keys, *action.list_keys):
                assert key_name(key) in page


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_an_action_has_a_key_wherever_the_last_line_shows_it(action):
    assert all(action.keys_in(where) for where in action.shown)


async def test_what_a_filter_hides_comes_back_while_choosing(drive):
    async with drive() as app:
        await app.keys("f6", "f")
        await app.shows("Level: all")
        await app.keys("enter", "down", "down", "enter")
        await app.until(lambda: "utilise" not in app.found())
        await app.keys("tab")
        await app.shows("* Show all")
        await app.press("asterisk")
        assert "utilise" in app.found()


def test_every_action_is_in_a_group():
    assert {action.group for action in ACTIONS} <= set(GROUPS)


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_action_is_there_and_no_key_does_two_things(drive, screen):
    async with drive() as app:
        app.app.show(screen)
        await app.quiet()
        assert screen == app.app.screen.NAME
        here = [action for action in ACTIONS if screen in action.screens]
        for action in here:
            assert hasattr(app.app.screen, f"action_{action.method}")
    for where in ("anywhere", "draft", "choices", "list"):
        keys = [key for action in here for key in action.keys_in(where)]
        assert len(keys) == len(set(keys))


async def test_from_screen_to_screen_and_back(drive):
    async with drive("") as app:
        for action in ACTIONS:
            if "top" in action.shown:
                await app.keys(action.keys[0])
                await app.until(lambda name=action.name: f"show_{app.app.screen.NAME}" == name)
        await app.keys("escape")
        await app.until(lambda: app.app.screen.NAME != "help")
        await app.keys("f3", "!")
        await app.settle()
        assert app.text == "!"


async def test_the_palette_finds_what_an_action_does_and_tells_its_key(drive):
    async with drive(size=(110, 40)) as app:
        await app.keys("f5", "ctrl+p", *"folder")
        await app.shows("Choose a folder and check all its documents. (Ctrl+O)")
        await app.keys("escape", "f3", "ctrl+p", *"selected")
        await app.shows("This is jargon")
        await app.shows("(Ctrl+G)")


@pytest.mark.parametrize("width", [1, 5, 20, 40, 200])
def test_no_key_is_parted_from_its_label(width):
    parts = [Content(f"Ctrl+{letter} Do it") for letter in "ABCDE"]
    rows = rows_of(parts, width)
    assert [part for row in rows for part in row] == parts
    assert all(len("  ".join(part.plain for part in row)) <= width or len(row) == 1 for row in rows)


async def test_the_names_of_the_screens_can_be_clicked(drive):
    async with drive() as app:
        line = app.picture().splitlines()[0]
        await app.pilot.click(".screens", offset=(line.index("Help") + 1, 0))
        await app.until(lambda: app.app.screen.NAME == "help")


async def test_leaving_from_another_screen_asks_about_the_draft(drive):
    async with drive() as app:
        await app.press("x")
        await app.keys("f1", "ctrl+q")
        await app.shows("Not saved yet")


@pytest.mark.parametrize("width", range(10, 80, 5))
def test_the_names_of_the_screens_lose_their_keys_before_they_lose_themselves(width):
    wide, line = screen_line("draft", 200).plain, screen_line("draft", width).plain
    assert all(action.label in line for action in ACTIONS if "top" in action.shown)
    assert len(line) <= len(wide)


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


async def test_keys_of_ones_own(drive, recovery_home):
    recovery_home.mkdir()
    (recovery_home / "settings.toml").write_text('[keys]\nsave_as = "Ctrl+K"\nforget_left = "f11"\nundoo = "x"\n')
    async with drive() as app:
        assert [said for said in app.said() if "undoo" in said and 'Did you mean "undo"?' in said]
        await app.keys("f12")
        assert app.app.screen is app.screen
        await app.keys("ctrl+k")
        await app.shows("Save as")
        await app.keys("escape")
        await app.press("tab", "w")
        assert "utilise" not in app.found()
        await app.press("f11")
        assert "utilise" in app.found()
        page = next(page for page in PAGES if page.title == "Keys: Draft").text(app.app.own_keys).plain
        assert "lets nothing be copied. [Ctrl+K]" in page


async def test_a_key_of_ones_own_stands_in_the_last_line(drive, recovery_home):
    recovery_home.mkdir()
    (recovery_home / "settings.toml").write_text('[keys]\nnext_finding = "ctrl+n"\nshow_glossary = "f11"\n')
    async with drive() as app:
        await app.shows("Ctrl+N Next")
        await app.shows("F11 Glossary")
        await app.press("ctrl+n")
        assert app.screen.editor.cursor_location == (2, 3)


def shown_keys(app) -> list[tuple[str, str]]:
    """The keys that the last line shows just now, each with the action that it promises."""
    screen = app.app.screen
    where = screen.where()
    shown = [one for one in ACTIONS if screen.NAME in one.screens and where in one.shown and screen.can(one.name)]
    return [(one.keys_in(where)[0], one.name) for one in shown]


@pytest.mark.parametrize(
    "way",
    [
        ("f3",),
        ("f3", "tab"),
        ("f3", "f6"),
        ("f4",),
        ("f4", "tab"),
        ("f4", "ctrl+n"),
        ("f4", "enter"),
        ("f5",),
        ("ctrl+t",),
        ("f1",),
    ],
)
async def test_each_key_of_the_last_line_does_what_it_says(drive, way):
    async with drive() as app:
        await app.keys("f4")
        await app.until(lambda: app.app.glossary_screen and app.app.glossary_screen.marked)
        await app.keys(*way)
        await app.until(lambda: app.app.screen.focused)
        keys = shown_keys(app)
        assert keys
        for key, name in keys:
            held = [
                binding.action
                for node in app.app.screen.focused.ancestors_with_self
                for binding in node._bindings.key_to_bindings.get(key.replace("1-9", "1"), ())
            ]
            own = (f"screen.{name}", f"screen.{name}(1)", "submit")
            assert held[0] in own, (key, name, held)


@pytest.mark.parametrize(("way", "title"), [(("tab", "o"), "Your own words"), (("tab", "s"), "Swap what is safe")])
async def test_the_keys_of_a_box_can_be_clicked(drive, way, title):
    async with drive() as app:
        await app.keys(*way)
        for words, stays in (("Esc: go back", "utilise a holistic"), ("Enter: ", "")):
            await app.shows(title)
            lines = app.picture().splitlines()
            row = next(number for number, line in enumerate(lines) if words in line)
            await app.pilot.click(offset=(lines[row].index(words) + 2, row))
            await app.until(lambda: app.app.screen is app.screen)
            await app.settle()
            assert stays in app.text
            await app.keys(way[-1])


@pytest.mark.parametrize("length", [*range(72, 82), 160])
async def test_what_is_said_stands_there_whole(drive, length):
    async with drive(size=(80, 24), notes=True) as app:
        said = "".join(f"{number % 10}" for number in range(length))
        app.screen.say(said)
        await app.shows("\u258c")
        lines = app.picture().splitlines()
        shown = "".join(line.removeprefix("\u258c").strip() for line in lines if line.startswith("\u258c"))
        assert shown == said


@pytest.mark.parametrize("size", [(40, 16), (50, 20), (80, 24)])
@pytest.mark.parametrize(
    "way", [("tab", "o"), ("tab", "s"), ("ctrl+f",), ("f12",)], ids=["own", "safe", "jump", "save"]
)
async def test_the_way_out_of_a_box_is_in_sight(drive, size, way):
    async with drive("\n".join(f"We utilise it, {number} service users." for number in range(30)), size=size) as app:
        await app.keys(*way)
        await app.shows("Esc: go back")
