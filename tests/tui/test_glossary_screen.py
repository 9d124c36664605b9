"""The glossary screen: words are looked up while one types, and entries are kept in a form."""

from __future__ import annotations

from pathlib import Path

import pytest
from driven import Driven
from textual import events

from plainspeak.glossary import layers
from plainspeak.tui.app import load_checker
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.entry_recovery import EntryCopy, lost_entries
from plainspeak.tui.plainspeak_app import PlainspeakApp
from plainspeak.tui.screens.entry import EntryScreen
from plainspeak.tui.widgets.form import FormRow

ODD = "[b]bold[/i] [see annex]"


@pytest.fixture
def glossary(drive):
    """Opens the app on the glossary screen."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opened(text: str = "", **more: object):
        async with drive(text, **more) as app:
            await app.keys("f4")
            await app.until(lambda: app.app.glossary_screen and app.app.glossary_screen.entries)
            await app.quiet()
            yield app

    return opened


async def type_in(app, text: str) -> None:
    for letter in text:
        await app.keys({" ": "space", ".": "full_stop"}.get(letter, letter))
    await app.quiet()


def shown(app) -> list[str]:
    return [entry.jargon for entry in app.app.glossary_screen.shown]


async def to_field(app, name: str) -> None:
    form = app.app.form
    form.set_focus(next(row.part for row in form.rows if row.field == name))
    await app.quiet()


async def test_all_entries_stand_there_to_begin_with(glossary, same_screen):
    async with glossary() as app:
        assert len(shown(app)) == 6
        await same_screen(app, "glossary")


async def test_what_is_typed_is_looked_up_at_once(glossary, same_screen):
    async with glossary(size=(60, 20)) as app:
        await type_in(app, "servi")
        await app.until(lambda: shown(app) == ["service user"])
        await same_screen(app, "glossary_narrow")
        await app.keys("escape")
        assert len(shown(app)) == 6
        assert app.app.glossary_screen.marked.jargon == "service user"


async def test_a_key_right_after_the_last_letter_is_about_what_was_typed(glossary):
    async with glossary() as app:
        await app.pilot.press(*"hol", "enter")
        await app.until(lambda: app.app.form)
        assert app.app.form.texts()["jargon"] == "holistic"


async def test_plain_words_lead_to_the_jargon(glossary):
    async with glossary() as app:
        await type_in(app, "planning body")
        await app.until(lambda: shown(app) == ["ICB"])


async def test_nothing_fits(glossary):
    async with glossary() as app:
        await type_in(app, "xyzzy")
        await app.shows("No entry fits")
        await app.keys("enter", "tab", "e", "c")
        assert app.app.form is None


async def test_the_list_is_gone_through_while_one_types_and_by_itself(glossary):
    async with glossary() as app:
        first = app.app.glossary_screen.marked
        await app.keys("down", "down", "up")
        assert app.app.glossary_screen.marked is not first
        await app.keys("tab", "end")
        assert app.app.glossary_screen.marked.jargon == shown(app)[-1]
        await app.shows("C Copy")
        await app.keys("slash", "x")
        assert app.app.glossary_screen.search.value == "x"


async def test_the_filter(glossary, same_screen):
    async with glossary() as app:
        await app.keys("f6")
        await app.shows("Agreed: all")
        await app.keys("enter")
        await app.shows("Show only")
        await app.keys("down", "enter")
        await app.until(lambda: sorted(shown(app)) == ["ICB", "service user"])
        await same_screen(app, "glossary_filtered")
        await app.keys("f6", "down", "down", "down", "enter")
        await app.shows("not agreed yet")
        await app.keys("down", "down", "enter")
        await app.until(lambda: shown(app) == ["ICB"])
        await app.keys("escape")
        assert len(shown(app)) == 6


async def test_a_row_can_be_clicked(glossary):
    async with glossary() as app:
        await app.pilot.click("#entries", offset=(3, 3))
        assert app.app.glossary_screen.list.marked == 2


async def test_the_form_tries_an_entry_out_while_it_is_written(glossary, same_screen):
    async with glossary("The gizmo is here.") as app:
        await type_in(app, "gizmo")
        await app.keys("ctrl+n")
        await app.until(lambda: isinstance(app.app.screen, EntryScreen))
        await app.shows("In your draft: 1 place")
        for name, text in (
            ("what_we_mean", "A small thing."),
            ("say_instead", "thing"),
            ("flag", "We saw two gizmos."),
            ("pass", "A gizmo again."),
        ):
            await to_field(app, name)
            await type_in(app, text)
        await app.shows("\u2717 FOUND, but should be left: A gizmo")
        await same_screen(app, "entry")
        await app.keys("ctrl+s")
        await app.shows("It cannot be saved yet")
        assert app.app.form
        await app.lacks("Still to do")


async def test_a_new_entry_goes_to_the_persons_own_file_and_is_used_at_once(glossary, recovery_home):
    async with glossary() as app:
        await app.keys("ctrl+n")
        for name, text in (
            ("jargon", "gizmo"),
            ("what_we_mean", "A small thing."),
            ("say_instead", "thing"),
            ("flag", "We saw two gizmos."),
        ):
            await to_field(app, name)
            await type_in(app, text)
        await app.keys("ctrl+s")
        await app.until(lambda: app.app.form is None)
        assert app.app.screen is app.app.glossary_screen
        written = (recovery_home / "glossary" / "my-words.yaml").read_text()
        assert "- jargon: gizmo\n" in written
        assert "becomes: We saw two things." in written
        await app.until(lambda: any("Saved in" in said for said in app.said()))


async def test_a_changed_entry_keeps_every_other_byte(glossary, recovery_home, make_entry):
    path = recovery_home / "glossary" / "ours.yaml"
    path.parent.mkdir(parents=True)
    text = (
        "# ours\nentries:\n  - jargon: gizmo  # a word\n    kind: noun\n    level: must\n    family: office\n"
        "    what_we_mean: A small thing.\n    say_instead: [thing]\n    lenses: {action: We act.}\n"
        "    examples:\n      - flag: We saw the gizmo.\n        becomes: We saw the thing.\n"
    )
    path.write_text(text)
    from plainspeak.checking.checker import Checker
    from plainspeak.glossary.entry import Glossary
    from plainspeak.glossary.load import load_file

    checker = Checker(Glossary(load_file(path, "user")[0]))
    async with glossary("", checker=checker) as app:
        await app.keys("enter")
        await app.until(lambda: app.app.form)
        assert app.app.form.home_row.value == "ours.yaml"
        await to_field(app, "level")
        await app.keys("right", "ctrl+s")
        await app.until(lambda: app.app.form is None)
    assert path.read_text() == text.replace("level: must", "level: should")


async def test_an_entry_of_ones_own_is_taken_out(glossary, recovery_home):
    path = recovery_home / "glossary" / "ours.yaml"
    path.parent.mkdir(parents=True)
    gizmo = "  - jargon: gizmo\n    kind: noun\n    level: must\n    family: office\n    what_we_mean: A thing.\n    ask: Who?\n"
    path.write_text(f"entries:\n{gizmo}\n{gizmo.replace('gizmo', 'widget')}  # the end\n")
    from plainspeak.checking.checker import Checker
    from plainspeak.glossary.entry import Glossary
    from plainspeak.glossary.load import load_file

    async with glossary("", checker=Checker(Glossary(load_file(path, "user")[0]))) as app:
        await app.keys("tab", "delete")
        await app.shows("Take out: gizmo")
        await app.keys("escape")
        assert "gizmo" in path.read_text()
        await app.keys("delete", "enter")
        await app.until(lambda: "gizmo" not in path.read_text())
        assert path.read_text() == f"entries:\n{gizmo.replace('gizmo', 'widget')}  # the end\n"
        await app.until(lambda: any("was taken out" in said for said in app.said()))


async def test_what_comes_with_plainspeak_is_not_taken_out(glossary):
    async with glossary() as app:
        await app.keys("tab", "delete")
        await app.until(lambda: any("glossary.off" in said for said in app.said()))


async def test_the_word_in_question_is_looked_up_while_choosing(drive):
    async with drive() as app:
        await app.press("tab", "n", "g")
        await app.until(lambda: app.app.glossary_screen and app.app.glossary_screen.marked)
        await app.until(lambda: app.app.glossary_screen.marked.jargon == "holistic")


async def test_a_form_is_not_left_by_mistake(glossary):
    async with glossary() as app:
        await app.keys("ctrl+n", "x")
        await app.keys("escape")
        await app.shows("This entry is not saved")
        await app.keys("escape")
        assert app.app.form
        await app.keys("f3", "ctrl+q")
        await app.shows("This entry is not saved")
        await app.keys("down", "enter")
        await app.until(lambda: app.app.return_code == 0)


async def test_a_form_with_nothing_in_it_keeps_nobody_from_leaving(glossary):
    async with glossary("Hello.") as app:
        app.app.draft_screen.keeping.file.saved = "Hello."
        await app.keys("ctrl+n")
        await app.until(lambda: app.app.form)
        await app.keys("f3", "ctrl+q")
        await app.until(lambda: app.app.return_code == 0)


async def test_a_changed_entry_that_was_lost_is_brought_back(drive, make_entry):
    lost = EntryCopy()
    lost.write({"jargon": "utilise", "what_we_mean": "To use, [b]and[/b] more."}, "utilise")
    lost.let_go()
    async with drive("") as app:
        await app.until(lambda: any("left unsaved" in said for said in app.said()))
        await app.keys("f4")
        await app.shows("An entry was not saved")
        await app.keys("enter")
        await app.until(lambda: app.app.form and not lost.file.exists())
        form = app.app.form
        assert form.entry.jargon == "utilise"
        assert form.texts()["what_we_mean"] == "To use, [b]and[/b] more."
        assert form.texts()["say_instead"] == "use"
        assert form.is_changed()
        assert form.copy.file.exists()
        await app.keys("f3", "ctrl+q")
        await app.shows("This entry is not saved")
        await app.keys("down", "enter")
        await app.until(lambda: app.app.return_code == 0)
    assert not form.copy.file.exists()


@pytest.mark.parametrize(("keys", "stays"), [(("escape",), True), (("down", "enter"), False)])
async def test_a_lost_entry_can_wait_or_be_thrown_away(drive, keys, stays):
    lost = EntryCopy()
    lost.write({"jargon": "gizmo"}, "")
    lost.let_go()
    async with drive("") as app:
        await app.keys("f4")
        await app.shows("\u201cgizmo\u201d")
        await app.keys(*keys)
        assert app.app.form is None
        assert lost.file.exists() == stays


def test_a_damaged_copy_of_an_entry_is_passed_over(recovery_home):
    folder = recovery_home / "recovery"
    folder.mkdir(parents=True)
    for number, content in enumerate(("{", "[]", '{"texts": 3}', '{"texts": {}, "entry": ""}')):
        (folder / f"{number}.entry.json").write_text(content)
    assert lost_entries() == []


async def test_where_nothing_can_be_saved_the_form_stays(glossary, recovery_home):
    recovery_home.mkdir(exist_ok=True)
    (recovery_home / "glossary").write_text("a file where the folder should be")
    async with glossary() as app:
        await type_in(app, "utilise")
        await app.keys("tab", "c")
        await app.until(lambda: app.app.form)
        await to_field(app, "jargon")
        await app.keys("x")
        await to_field(app, "flag")
        await type_in(app, "We utilisex it.")
        await app.keys("ctrl+s")
        await app.shows("It cannot be saved yet")
        assert app.app.form.texts()["jargon"] == "xutilise"


async def test_a_fault_while_trying_out_costs_nothing(glossary, monkeypatch):
    from plainspeak.tui.screens import entry

    def broken(_fields, _draft):
        raise RuntimeError("[b]odd[/i]")

    monkeypatch.setattr(entry, "check_entry_now", broken)
    async with glossary() as app:
        await app.keys("ctrl+n", "x")
        await app.shows("RuntimeError: [b]odd[/i]")
        assert app.app.form.texts()["jargon"] == "x"


async def test_a_file_that_has_gone_is_told(glossary, make_entry, tmp_path):
    from fake_checker import FakeChecker

    from plainspeak.glossary.entry import Glossary, Origin

    checker = FakeChecker()
    checker.glossary = Glossary([make_entry("gizmo", origin=Origin("user", str(tmp_path / "gone.yaml"), 1))])
    async with glossary("", checker=checker) as app:
        await app.keys("enter")
        await app.until(lambda: app.app.form or app.said())
        assert app.app.form is None or app.app.form.texts()["jargon"] == "gizmo"


async def test_a_form_that_is_done_goes_though_a_question_is_asked_elsewhere(glossary):
    async with glossary() as app:
        await app.keys("ctrl+n")
        await app.until(lambda: app.app.form)
        form = app.app.form
        await app.keys("f3", "ctrl+o")
        app.app.close_entry(form)
        await app.keys("escape", "f4")
        await app.until(lambda: app.app.screen is app.app.glossary_screen)


async def test_a_form_is_finished_before_another_word_is_looked_up(glossary):
    async with glossary("Hello there.") as app:
        await app.keys("ctrl+n", "x")
        await app.until(lambda: app.app.form)
        await app.keys("f3")
        for key in ("ctrl+l", "ctrl+g"):
            await app.keys("f3", key)
            await app.until(lambda: any("Save or leave this entry first." in said for said in app.said()))
            assert app.app.screen is app.app.form
            app.app.clear_notifications()


async def test_the_lines_that_few_entries_need(glossary):
    async with glossary(size=(110, 40)) as app:
        await app.keys("ctrl+n")
        await app.until(lambda: app.app.form and app.app.form.focused is app.app.form.rows[0].part)
        await app.lacks("Sources")
        await app.keys("f2")
        await app.shows("Sources")
        await app.keys("f2")
        await app.until(lambda: "Sources" not in app.picture())


async def test_a_copy_begins_as_the_entry_without_what_was_agreed(glossary):
    async with glossary() as app:
        await type_in(app, "service")
        await app.keys("tab", "c")
        await app.until(lambda: app.app.form)
        texts = app.app.form.texts()
        assert texts["jargon"] == "service user"
        assert texts["say_instead"] == "person who uses our service\nperson"
        assert texts["agreed.by"] == ""


async def test_this_is_jargon(drive):
    async with drive("A splendid lever.") as app:
        app.screen.editor.move_cursor((0, 4))
        await app.press("ctrl+g")
        await app.until(lambda: app.app.form)
        assert app.app.form.texts()["jargon"] == "splendid"
        await app.keys("escape")
        await app.until(lambda: app.app.screen is app.screen)


async def test_jargon_at_the_cursor_is_taken_whole(drive):
    async with drive("We met a service user.") as app:
        app.screen.editor.move_cursor((0, 17))
        await app.press("ctrl+g")
        await app.until(lambda: app.app.form)
        assert app.app.form.texts()["jargon"] == "service user"


async def test_a_right_click_on_a_word(drive):
    async with drive("A splendid lever.") as app:
        await app.pilot.click("#draft", offset=(8, 1), button=3)
        await app.shows("splendid\u201d")
        await app.keys("down", "enter")
        await app.until(lambda: app.app.glossary_screen and app.app.glossary_screen.search.value == "splendid")


async def test_entries_and_forms_are_never_taken_for_markup(glossary, make_entry):
    from fake_checker import FakeChecker

    from plainspeak.glossary.entry import Glossary

    checker = FakeChecker()
    checker.glossary = Glossary([make_entry(ODD, "noun", ODD, what_we_mean=ODD, why=ODD, keep=ODD)])
    async with glossary("", checker=checker) as app:
        assert app.picture().count("[see annex]") >= 5
        await app.keys("enter")
        await app.until(lambda: app.app.form)
        await app.until(lambda: "[see annex]" in app.app.form.checks.visual.plain)
        assert app.picture().count("[see annex]") >= 4


async def test_the_label_of_the_line_that_is_filled_in_stands_out(drive):
    async with drive() as app:
        await app.keys("f4", "ctrl+n")
        for key in ("tab", "tab", "shift+tab"):
            await app.keys(key)
            form = app.app.screen
            rows = list(form.query(FormRow))
            bold = [row.field for row in rows if row.query_one(".label").styles.text_style.bold]
            assert bold == [row.field for row in rows if row.holds(form.focused)]


async def test_what_was_said_on_a_screen_goes_with_it(drive):
    async with drive(notes=True) as app:
        await app.keys("f9")
        await app.shows("The whole draft has been copied")
        await app.keys("f4")
        await app.until(lambda: not app.said())


DOODAH = """title: Ours
entries:
  - jargon: doodah
    kind: noun
    level: must
    family: office
    what_we_mean: A small part.
    say_instead: [part]
    examples: [{flag: We saw doodahs., becomes: We saw parts.}]
"""


async def test_a_glossary_that_is_changed_by_hand_is_followed(recovery_home, monkeypatch):
    small = Path(__file__).parents[1] / "cases" / "small_glossary"
    monkeypatch.setattr(layers, "shipped_folder", lambda: small)
    own = recovery_home / "glossary" / "ours.yaml"
    own.parent.mkdir(parents=True)
    app = PlainspeakApp(DraftFile(), "We saw a doodah.", load_checker)
    async with app.run_test() as pilot:
        driven = Driven(pilot, None)
        await driven.settle()
        assert driven.found() == []
        own.write_text(DOODAH, encoding="utf-8")
        app.post_message(events.AppFocus())
        await driven.until(lambda: app.draft_screen.checking.up_to_date() and driven.found() == ["doodah"])
        own.write_text(DOODAH + "  - jargon: [", encoding="utf-8")
        await driven.keys("f4")
        await driven.until(lambda: [said for said in driven.said() if "ours.yaml" in said])
        assert driven.found() == ["doodah"]
        own.unlink()
        await driven.keys("f3", "f4")
        await driven.until(lambda: app.draft_screen.checking.up_to_date() and driven.found() == [])
