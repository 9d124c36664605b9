"""The answers that need a box: own words, all the safe swaps, and jumping to a place."""

from __future__ import annotations

from fake_checker import FakeChecker

from plainspeak.tui.dialogs.jump import Jump
from plainspeak.tui.dialogs.own_words import OwnWords
from plainspeak.tui.dialogs.swap_safe import SwapSafe
from plainspeak.tui.draft_check import DraftCheck
from plainspeak.tui.jump_list import targets
from plainspeak.tui.safe_swaps import AnySafe, safe_swaps
from plainspeak.tui.widgets.card_text import Room, card_text

ODD = "[b]x[/i] [see annex] utilise [@click=app.quit]y[/]"


async def test_the_card_shows_the_sentence_before_and_after(drive, same_screen):
    async with drive(size=(110, 34)) as app:
        await app.press("tab")
        await same_screen(app, "preview")
        await app.shows("Now: We utilise a holistic plan for")
        await app.shows("Then: We use a holistic plan for")


async def test_own_words_are_put_in(drive, same_screen):
    async with drive() as app:
        await app.press("tab")
        await app.keys("o")
        await app.shows("Your own words")
        box = app.app.screen
        assert isinstance(box, OwnWords)
        await app.keys(*"d our best with")
        await app.shows("Then: We d our best with")
        await app.keys("home", "delete", *"do")
        await same_screen(app, "own_words")
        await app.keys("enter")
        await app.until(lambda: app.app.screen is app.screen)
        await app.settle()
        assert app.text.splitlines()[2].startswith("We do our best with a holistic")
        assert app.screen.card.finding.text == "holistic"
        await app.press("u")
        assert "We utilise a holistic" in app.text


async def test_own_words_are_offered_again_for_the_same_term(drive):
    async with drive("Utilise this. We utilise that. They utilise it.") as app:
        await app.press("tab")
        await app.keys("o", "ctrl+u", *"Try", "enter")
        await app.until(lambda: app.text.startswith("Try this."))
        await app.settle()
        await app.shows(" 2  try")
        await app.press("2")
        assert "We try that." in app.text
        await app.press("down", "a")
        assert app.text == "Try this. We try that. They try it."


async def test_own_words_can_be_given_up(drive):
    async with drive() as app:
        before = app.text
        await app.press("tab")
        await app.keys("o", "x", "escape")
        await app.until(lambda: app.app.screen is app.screen)
        assert app.text == before


async def test_all_the_safe_swaps_are_shown_made_and_taken_back(drive, same_screen):
    async with drive() as app:
        before = app.text
        await app.keys("f10")
        await app.shows("Ticked: 5 places")
        await same_screen(app, "swap_safe")
        await app.keys("down", "space")
        await app.shows("Ticked: 4 places")
        await app.keys("enter")
        await app.until(lambda: app.app.screen is app.screen)
        await app.settle()
        assert "We use a holistic plan for people who uses our service." in app.text
        assert "Stakeholders will use the ICB" in app.text
        assert "Swapped 4 times. Undo takes it all back." in app.said()
        await app.press("ctrl+z")
        assert app.text == before


async def test_the_keys_and_the_sentence_are_in_sight_on_a_small_screen(drive, same_screen):
    text = " ".join(f"We utilise {'a very, ' * 8}holistic plan of {number} service users." for number in range(3))
    async with drive(text.replace("holistic", "HOLISTIC", 1), size=(60, 20)) as app:
        await app.keys("f10")
        await app.shows("Space: tick or untick")
        await app.keys("down", "down", "down")
        await app.shows("Line 1: ")
        await same_screen(app, "swap_safe_narrow")


async def test_nothing_is_swapped_when_the_box_is_left(drive):
    async with drive() as app:
        before = app.text
        await app.keys("f10")
        await app.until(lambda: isinstance(app.app.screen, SwapSafe))
        await app.keys("escape")
        await app.until(lambda: app.app.screen is app.screen)
        assert app.text == before


async def test_where_no_swap_is_safe_it_is_said_and_not_offered(drive):
    async with drive() as app:
        await app.press("tab")
        await app.shows("S Swap all safe")
    async with drive("Ask the stakeholders.") as app:
        await app.press("tab")
        await app.lacks("S Swap all safe")
        await app.lacks("1-9 Use")
        await app.press("f10")
        await app.until(app.said)
        assert app.said() == ["No swap is safe with nobody looking. Go through them one by one."]


def test_the_safe_swaps_are_put_together():
    checked = DraftCheck(FakeChecker()).now(["We utilise it. They utilise a holistic ICB."])
    found = safe_swaps(checked)
    assert [(swap.jargon, swap.words, len(swap.edits)) for swap in found] == [
        ("utilise", "use", 2),
        ("holistic", "whole", 1),
    ]


async def test_a_few_letters_lead_to_a_place(drive, same_screen):
    async with drive() as app:
        await app.keys("ctrl+f")
        await app.shows("Jump to")
        await app.keys(*"stakholdr")
        await app.shows("S line 6: Stakeholders")
        await same_screen(app, "jump")
        await app.keys("enter")
        await app.until(lambda: app.app.screen is app.screen)
        assert app.screen.editor.cursor_location == (5, 0)


def test_jumping_finds_jargon_roughly_and_other_words_to_the_letter():
    checked = DraftCheck(FakeChecker()).now(["We utilise it.", "", "Dear Ms Ahmed, service users."])
    assert [(one.line, one.level) for one in targets(checked, "")] == [(1, "should"), (3, "must")]
    assert targets(checked, "servce usrs")[0].around == ("Dear Ms Ahmed, ", "service users", ".")
    assert [(one.place.start, one.level) for one in targets(checked, "ahmed")] == [(24, "")]
    assert targets(checked, "qqqq") == []


async def test_brackets_are_not_taken_for_markup_in_the_boxes(drive):
    async with drive(ODD) as app:
        checked = app.checked
        boxes = [
            Jump(checked),
            SwapSafe([swap._replace(jargon=ODD, words=ODD) for swap in safe_swaps(checked)], checked),
            OwnWords(checked.findings[0]._replace(text=ODD, question=ODD), app.screen.card._sentence, ODD),
        ]
        for box in boxes:
            app.app.push_screen(box)
            await app.shows("[see annex]")
            await app.keys("escape")
            await app.until(lambda: app.app.screen is app.screen)


def test_it_is_found_out_little_by_little_whether_a_swap_is_safe():
    class Slow(tuple):
        looked_at = 0

        def __iter__(self):
            Slow.looked_at += 1
            return super().__iter__()

    text = "\n\n".join(f"The stakeholders of {number}." for number in range(50))
    checked = DraftCheck(FakeChecker()).now(text.split("\n"))
    slow = tuple(one._replace(suggestions=Slow(one.suggestions)) for one in checked.findings)
    look = AnySafe()
    assert look.look(checked._replace(findings=slow), -1) is None
    assert Slow.looked_at == 0
    assert look.look(checked._replace(findings=slow), 60) is False
    assert look.look(checked._replace(findings=slow), -1) is False
    assert Slow.looked_at == 50
    assert look.look(DraftCheck(FakeChecker()).now(["We utilise it."]), 60) is True


def test_a_long_wording_stands_below_itself():
    finding = FakeChecker().check_paragraph("We utilise it.").findings[0]
    words = "an approach that builds on people's strengths and on what they care about"
    finding = finding._replace(suggestions=(finding.suggestions[0]._replace(text=words),))
    lines = card_text(finding, None, 0, None, Room(40, 90)).plain.splitlines()
    first = next(row for row, line in enumerate(lines) if line.startswith(" 1  "))
    assert lines[first : first + 3] == [
        " 1  an approach that builds on people's ",
        "    strengths and on what they care ",
        "    about ",
    ]
