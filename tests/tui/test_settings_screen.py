"""The settings screen, and the colours that a person chooses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.color import Color

from plainspeak.settings import NAMES, load_settings
from plainspeak.settings_file import with_words
from plainspeak.tui.settings_lines import setting_lines
from plainspeak.tui.themes import LOOKS


@pytest.fixture
def home(recovery_home, tmp_path, monkeypatch):
    """The person's own folder, with work being done in an empty folder elsewhere."""
    recovery_home.mkdir(exist_ok=True)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return recovery_home


async def test_every_setting_and_where_it_comes_from(drive, home):
    (home / "settings.toml").write_text('# ours\nlevel = "could"\n\n[glossary]\noff = ["[b]holistic[/i]"]\n')
    async with drive("") as app:
        await app.keys("ctrl+t")
        await app.shows("settings.toml, line 2")
        await app.keys("end", "up")
        await app.shows("It is set to: [b]holistic[/i]")
        await app.keys("escape")
        assert app.app.screen is app.screen


def test_each_setting_says_what_it_does(home):
    lines = setting_lines(load_settings())
    assert [line.name for line in lines if line.name != "glossary.left"] == list(NAMES)
    assert all(line.does and line.example and line.value for line in lines)


async def test_the_words_that_are_always_left_are_shown_and_their_file_opened(drive, home):
    (home / "left-words.txt").write_text("# mine\nholistic\n")
    async with drive("") as app:
        await app.keys("ctrl+t")
        await app.keys("end", "up", "up")
        await app.shows("It is set to: holistic")
        await app.shows("left-words.txt, line 2")
        await app.keys("enter")
        await app.until(lambda: app.text == "# mine\nholistic\n")


async def test_broken_settings_are_told(drive, home):
    (home / "settings.toml").write_text("level = must\n")
    async with drive("") as app:
        await app.keys("ctrl+t")
        await app.shows("The settings cannot be used.")
        await app.shows("settings.toml:1:")
        await app.keys("enter")
        await app.until(lambda: app.text == "level = must\n")


async def test_a_setting_is_changed_in_its_file(drive, home):
    async with drive("") as app:
        await app.keys("ctrl+t", "enter")
        await app.until(lambda: app.text == 'level = "should"\n')
        await app.keys("ctrl+s")
        await app.until((home / "settings.toml").exists)
        await app.keys("ctrl+t")
        await app.shows("settings.toml, line 1")


async def test_the_colours_are_tried_kept_and_come_back(drive, home):
    (home / "settings.toml").write_text('level = "could"  # all\n\n[keys]\nundo = "ctrl+u"\n')
    async with drive("") as app:
        assert app.app.theme == "dark"
        await app.keys("ctrl+t", "c")
        await app.shows("Colours")
        await app.keys("down")
        await app.until(lambda: app.app.theme == "light")
        await app.keys("escape")
        await app.until(lambda: app.app.theme == "dark")
        await app.keys("c", "down", "down", "enter")
        await app.until(lambda: 'theme = "high-contrast"' in (home / "settings.toml").read_text())
    text = (home / "settings.toml").read_text()
    assert text == 'level = "could"  # all\n\ntheme = "high-contrast"\n\n[keys]\nundo = "ctrl+u"\n'
    async with drive("") as app:
        assert app.app.theme == "high-contrast"


async def test_an_unknown_theme_is_not_the_end(drive, home):
    (home / "settings.toml").write_text('theme = "purple"\n')
    async with drive("") as app:
        assert app.app.theme == "dark"


async def test_no_colour(drive, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with drive() as app:
        assert app.app.theme == "terminal"
        assert app.app.native_ansi_color
        await app.keys("ctrl+t", "c")
        await app.shows("Colours")
        lines = app.app.screen._compositor.render_strips()
        turned = [segment.text for strip in lines for segment in strip if segment.style and segment.style.reverse]
        assert any("terminal: the colours" in text for text in turned)
        await app.keys("escape", "f4", "x")
        await app.quiet()
        line = app.app.screen._compositor.render_strips()[1]
        assert [segment.text for segment in line if segment.style and segment.style.reverse] == [" "]  # the cursor


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "x"\n'),
        ('theme = "y" # why\nlevel = "must"\n', 'theme = "x"\nlevel = "must"\n'),
        ('level = "must"', 'level = "must"\ntheme = "x"\n'),
        ("[keys]\r\nundo = 'a'\r\n", "theme = \"x\"\r\n\r\n[keys]\r\nundo = 'a'\r\n"),
        ('[keys]\ntheme = "ctrl+t"\n', 'theme = "x"\n\n[keys]\ntheme = "ctrl+t"\n'),
    ],
)
def test_one_line_of_the_settings_changes(before, after):
    assert with_words(before, "theme", "x") == after


def _luminance(colour) -> float:
    parts = (part / 255 for part in colour.rgb)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other) -> float:
    """The contrast of two colours as WCAG 2 reckons it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", [name for name, look in LOOKS.items() if not look.theme.ansi])
async def test_text_and_marks_stand_out(drive, name):
    least = 7 if name == "high-contrast" else 4.5
    async with drive() as app:
        app.app.theme = name
        for key in ("f3", "f4", "f5", "ctrl+t", "f1"):
            await app.keys(key)
            await app.quiet()
            for widget in app.app.screen.walk_children():
                _, _, background, colour = widget.colors
                if widget.region and colour.a:
                    text = background.blend(colour, colour.a)
                    assert contrast(text, background) >= least, (key, widget, colour, background)
        editor = app.screen.editor
        paper = editor.background_colors[1]
        for part in (*editor.COMPONENT_CLASSES, "text-area--placeholder"):
            style = editor.get_visual_style(part)
            if style.foreground is not None and part.startswith(("editor--", "text-area--placeholder")):
                ink = paper.blend(style.foreground, style.foreground.a)
                assert contrast(ink, paper) >= least, (part, ink, paper)


def drawn(app, region) -> Iterator[tuple[str, Color, Color]]:
    """The words that stand in a region of the screen, each with its own colour and that behind it."""
    for row in app.app.screen._compositor.render_strips()[region.y : region.bottom]:
        for words, style, _ in row.crop(region.x, region.right):
            if any(map(str.isalnum, words)):
                ink, paper = (Color.from_rich_color(colour) for colour in (style.color, style.bgcolor))
                yield words, *((paper, ink) if style.reverse else (ink, paper))


STEPS = {
    "words selected in the draft": ("shift+down", "shift+down"),
    "the marked choice": ("ctrl+home", "f8", "tab"),
    "a box with a line to type in": ("o",),
    "a box with ticks": ("escape", "s"),
    "the list": ("escape", "f6", "right"),
    "a box with a list": ("f",),
    "found places": ("escape", "ctrl+f"),
    "the palette": ("escape", "ctrl+p"),
    "before and after": ("escape", "escape", "tab", "1", "b"),
    "how it reads": ("escape", "escape", "ctrl+r"),
    "an entry": ("escape", "f4", "ctrl+n", "x", "tab"),
}


@pytest.mark.parametrize("name", [name for name, look in LOOKS.items() if not look.theme.ansi])
async def test_what_is_drawn_can_be_read(drive, name):
    least = 7 if name == "high-contrast" else 4.5
    async with drive(size=(80, 24)) as app:
        app.app.theme = name
        for step, keys in STEPS.items():
            await app.keys(*keys)
            await app.settle()
            screen = app.app.screen
            box = screen.query("ModalScreen > Vertical, FoundActions")
            found = list(drawn(app, box.first().region if screen.is_modal else screen.region))
            assert found, step
            for words, ink, paper in found:
                assert contrast(ink, paper) >= least, (step, words, ink, paper)


@pytest.mark.parametrize(("key", "name"), [("ctrl+p", "CommandList"), ("ctrl+f", "AnswerList")])
async def test_the_marked_line_is_turned_round_without_colours(drive, monkeypatch, key, name):
    monkeypatch.setenv("NO_COLOR", "1")
    async with drive() as app:
        await app.keys(key)
        marked = app.app.screen.query_one(name)
        await app.until(lambda: marked.highlighted == 0 and marked.option_count > 1)
        turned = [bool(segment.style.reverse) for segment in marked.render_line(0) if segment.text.strip()]
        assert turned
        assert all(turned)


@pytest.mark.parametrize(
    ("way", "words"),
    [(("ctrl+a",), "word"), (("f12", *"abc", "shift+home"), "abc"), (("f4", "ctrl+n", *"def", "shift+home"), "def")],
    ids=["draft", "box", "entry"],
)
async def test_selected_words_are_turned_round_without_colours(drive, monkeypatch, way, words):
    monkeypatch.setenv("NO_COLOR", "1")
    async with drive("word") as app:
        await app.keys(*way)
        line = app.app.screen.focused.render_line(0)
        assert words in "".join(segment.text for segment in line if segment.style and segment.style.reverse)
