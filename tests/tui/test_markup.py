"""What a person wrote is never taken for markup, whatever part of the app shows it."""

from __future__ import annotations

import pytest
from driven import Driven
from fake_checker import ENTRIES, FakeChecker

from plainspeak.checking.finding import Suggestion
from plainspeak.glossary.entry import Agreement, Entry, Wording
from plainspeak.tui.dialogs.ask import Ask
from plainspeak.tui.dialogs.path_box import PathBox
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.preview import Sentence
from plainspeak.tui.widgets.card_text import Room, card_text

ODD = "[b]bold[/i] [see annex] [@click=app.quit]x[/] \\["


async def test_the_draft_and_the_card(drive):
    async with drive(f"{ODD} utilise {ODD}") as app:
        assert app.picture().count("[see annex]") >= 4  # in the draft, and in the sentence on the card
        await app.press("tab", "1")
        assert app.text == f"{ODD} use {ODD}"


def test_every_part_of_a_card():
    finding = FakeChecker().check_paragraph("We utilise it.").findings[0]
    finding = finding._replace(
        text=ODD,
        what_we_mean=ODD,
        why=ODD,
        question=ODD,
        suggestions=(Suggestion("swap", ODD, 3, 10), Suggestion("explain", ODD, 3, 10)),
    )
    entry = Entry(
        "odd",
        ODD,
        "verb",
        "must",
        "office",
        ODD,
        say_instead=(Wording(ODD),),
        keep=ODD,
        lenses={"action": ODD},
        agreed=Agreement(by=ODD, on="2026-01-01"),
    )
    sentence = Sentence(f"We utilise {ODD} it.", 0)
    text = card_text(finding, entry, 0, sentence, Room(900, 90)).plain
    assert text.count(ODD) == 11
    assert ENTRIES


async def test_the_name_of_the_file(drive, tmp_path):
    path = tmp_path / "[b]bold[see annex].txt"
    path.write_text("utilise")
    async with drive(path=path) as app:
        await app.shows("[b]bold[see annex].txt")
        await app.press("x")
        await app.keys("ctrl+s")
        await app.until(app.said)
        assert str(path) in app.said()[0]


@pytest.mark.parametrize("box", [Ask(ODD, ODD, [("a", ODD), ("b", ODD)]), PathBox(ODD, ODD, must_exist=True)])
async def test_the_boxes(drive, box):
    async with drive("") as app:
        await app.app.push_screen(box)
        await app.shows("[see annex]")
        await app.keys("enter" if isinstance(box, PathBox) else "escape")
        await app.quiet()
        if isinstance(box, PathBox):
            await app.shows("There is no file called")


async def test_what_is_said_in_passing_and_the_counts(drive):
    async with drive("", notes=True) as app:
        app.screen.say("[b]a[/i] [see annex]")
        app.screen.counts.say("[b]b[/i] [see annex]")
        app.screen.card.say("[b]c[/i] [see annex]")
        for letter in "ac":
            await app.shows(f"[b]{letter}[/i] [see annex]")
        app.app.clear_notifications()
        await app.shows("[b]b[/i] [see annex]")


async def test_a_fault_of_the_checker_costs_a_paragraph_and_not_the_draft(drive):
    class Faulty(FakeChecker):
        def check_paragraph(self, text: str):
            if "bad" in text:
                raise RuntimeError("[see annex]")
            return super().check_paragraph(text)

    async with drive("We utilise it.\n\nA bad one.", checker=Faulty()) as app:
        assert app.found() == ["utilise"]
        assert "RuntimeError: [see annex]" in app.said()[0]


async def test_a_glossary_fault():
    from plainspeak.errors import GlossaryError
    from plainspeak.tui.plainspeak_app import PlainspeakApp

    def broken():
        raise GlossaryError(f"office.yaml:3:1: {ODD} is not a field.", "Did you mean [jargon]?")

    app = PlainspeakApp(DraftFile(), "We utilise it.", broken)
    async with app.run_test(size=(110, 24)) as pilot:
        driven = Driven(pilot, FakeChecker())
        await driven.shows("[see annex]")
        assert "nothing is checked" in driven.picture()
        await pilot.press("!")
        assert app.draft_screen.editor.text == "!We utilise it."
