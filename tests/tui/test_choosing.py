"""Each thing a person can do to a piece of jargon, by the keys that do it."""

from __future__ import annotations

import pytest
from fake_checker import FakeChecker
from textual import events

from plainspeak.deciding.memory import DecisionMemory
from plainspeak.deciding.review import Review
from plainspeak.tui.screens.draft import DraftScreen


async def test_the_jargon_is_found_and_counted(drive):
    async with drive() as app:
        assert app.found() == [
            "utilise",
            "holistic",
            "service users",
            "going forward",
            "Stakeholders",
            "utilise",
            "ICB",
        ]
        await app.shows("2 must  ·  3 should  ·  2 could  ·  1 left alone  ·  26 words")


async def test_the_card_shows_the_finding_under_or_after_the_cursor(drive):
    async with drive(size=(130, 50)) as app:
        await app.shows("The jargon: utilise")
        app.screen.editor.move_cursor((2, 35))
        await app.settle()
        picture = app.picture()
        assert "The jargon: service users" in picture
        assert "What we mean: A person who uses a" in picture
        assert "Agreed by: Harbour Lane Group, 2026-03-04" in picture


async def test_a_number_swaps_and_the_next_finding_comes_up(drive):
    async with drive() as app:
        await app.press("tab", "1")
        assert "We use a holistic plan" in app.text
        await app.shows("The jargon: holistic")
        await app.press("1", "2")
        assert "We use a whole plan for people." in app.text


async def test_a_number_in_the_draft_is_typed(drive):
    async with drive() as app:
        await app.press("1")
        assert app.text.startswith("1Dear")


async def test_tab_and_a_number_in_one_breath_type_nothing(drive):
    async with drive() as app:
        await app.press(*["tab", "1", "escape", "x"] * 2)
        assert app.text.count("x") == 2
        assert "1" not in app.text


async def test_the_first_wording_can_be_put_in_while_writing(drive):
    async with drive() as app:
        await app.press("f2", "!")
        assert "We use! a holistic" in app.text


async def test_somebody_who_types_or_pastes_while_choosing_is_told_how_to_write(drive):
    async with drive() as app:
        before = app.text
        await app.press("tab", "x", "y")
        app.app.post_message(events.Paste("pasted"))
        await app.settle()
        assert app.text == before
        assert app.said() == ["You are choosing words. Press Esc to write in the draft, or to paste into it."]
        await app.press("escape", "x")
        assert app.text != before


async def test_enter_uses_the_wording_that_is_marked(drive):
    async with drive() as app:
        app.screen.editor.move_cursor((2, 35))
        await app.press("tab", "down", "enter")
        assert "plan for people." in app.text


async def test_swapping_a_term_everywhere_is_one_step(drive):
    async with drive() as app:
        before = app.text
        await app.press("tab", "a")
        assert app.text.count("utilise") == 0
        assert app.text.count("use ") == 2
        await app.press("u")
        assert app.text == before
        await app.press("r")
        assert app.text.count("utilise") == 0


async def test_words_that_can_go_are_taken_out(drive):
    async with drive("It will be better going forward now.") as app:
        await app.press("tab", "1")
        assert "going forward" not in app.text


async def test_explaining_keeps_the_word(drive):
    async with drive("The ICB decides.") as app:
        await app.press("tab", "e")
        assert app.text == "The ICB (the local NHS planning body) decides."


async def test_there_is_nothing_to_put_in_for_a_question(drive):
    async with drive("Ask the stakeholders.") as app:
        await app.shows("Ask yourself: Who exactly?")
        await app.press("tab", "e", "a", "1")
        assert app.text == "Ask the stakeholders."
        assert "There are no other words to put in here." in app.said()[0]


async def test_leaving_one_place_leaves_the_others(drive):
    async with drive("We utilise it here today. They will gladly utilise that over there.") as app:
        await app.press("tab", "l")
        assert app.found() == ["utilise"]
        assert app.checked.findings[0].start > 30
        assert app.checked.left_alone[0].reason == "left by you"


async def test_what_was_left_stays_left_while_the_rest_changes(drive):
    async with drive("A holistic plan of the holistic sort, for every service user.") as app:
        await app.press("tab", "l", "1", "1")
        assert app.found() == []
        await app.press("escape", "ctrl+end", *"! going forward")
        assert app.found() == ["going forward"]


async def test_leaving_a_word_leaves_it_everywhere_in_the_draft(drive):
    async with drive() as app:
        await app.press("tab", "w")
        assert "utilise" not in app.found()
        app.screen.action_forget_left()
        await app.settle()
        assert app.found().count("utilise") == 2


async def test_next_and_back_go_round(drive):
    async with drive() as app:
        seen = []
        for _ in range(8):
            await app.press("f8")
            seen.append(app.screen.editor.cursor_location)
        assert len(set(seen)) == 7
        assert seen[7] == seen[0]
        await app.press("f7")
        assert app.screen.editor.cursor_location == seen[6]


async def test_a_finding_out_of_sight_is_shown_before_it_is_changed(drive):
    async with drive("Plain words.\n" * 100 + "\nWe utilise it.") as app:
        await app.press("f2")
        assert "utilise" in app.text
        assert app.screen.editor.cursor_location == (101, 3)
        await app.press("f2")
        assert "We use it." in app.text


async def test_undo_after_any_swap_restores_the_exact_text(drive):
    async with drive() as app:
        texts = [app.text]
        for key in ("1", "1", "2", "1", "a", "e"):
            await app.press(*([] if app.screen.is_choosing else ["tab"]), key)
            if app.text != texts[-1]:
                texts.append(app.text)
        assert len(texts) > 4
        for earlier in reversed(texts[:-1]):
            await app.press("u")
            assert app.text == earlier


async def test_one_undo_too_many_does_not_take_the_draft_away(drive):
    async with drive("") as app:
        await app.press(*"We utilise it.", "tab", "1", "u", "u")
        assert app.text == "We utilise it."
        assert "Nothing that you chose is left to take back." in app.said()[0]
        await app.press("escape", "ctrl+z")
        assert app.text != "We utilise it."


async def test_what_cannot_be_done_is_not_offered(drive):
    async with drive("Plain words only.") as app:
        screen: DraftScreen = app.screen
        assert not screen.can("choose")
        assert not screen.can("undo")
        await app.lacks("Undo")
        await app.press("tab")
        assert "Use" not in app.picture().splitlines()[-1]
        await app.shows("No jargon found in this draft.")
        await app.press("1")
        assert app.said() == ["There is no jargon here to change."]


async def test_undo_takes_back_leaving_in_its_turn(drive):
    async with drive() as app:
        before, found = app.text, app.found()
        await app.press("tab", "l", "1", "w", "u")
        assert app.text != before
        assert app.found() == ["service users", "going forward", "Stakeholders", "utilise", "ICB"]
        await app.press("u")
        assert app.text == before
        await app.press("u")
        assert app.found() == found
        assert not app.screen.can("undo")


async def test_what_was_left_is_left_when_the_draft_is_opened_again(drive, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("We utilise a holistic plan. They utilise it too, all day long.")
    async with drive(path=path) as app:
        await app.press("tab", "l", "w")
        assert app.found() == ["utilise"]
        await app.screen.leaving.remembered()
    async with drive(path=path) as app:
        assert app.found() == ["utilise"]
        assert [one.reason for one in app.checked.left_alone] == ["left by you"] * 2
        assert "is left alone again" in app.said()[0]
        await app.press("f6", "k", "y")
        assert "utilise" in app.found()
        assert app.found() != ["utilise"]


@pytest.fixture
def chosen_before(tmp_path):
    """A letter of which two words were changed and one left in plain lines, where nothing was saved."""
    path = tmp_path / "letter.txt"
    path.write_text("We utilise a holistic [plan] for a service user.")
    review = Review.of(path.read_text(), FakeChecker().check_paragraph(path.read_text()).findings)
    review = review.own_words(0, "[b]use[/b]").leave(1).swap(2, review.wordings(2)[1])
    DecisionMemory().remember(path.read_text(), path, review.decisions())
    return path


async def test_what_was_chosen_in_plain_lines_and_not_saved_is_put_in_as_one_step(drive, chosen_before):
    before = chosen_before.read_text()
    async with drive(path=chosen_before) as app:
        await app.shows("you chose 2 changes in this draft")
        await app.shows("\u201cutilise\u201d becomes \u201c[b]use[/b]\u201d")
        await app.keys("enter")
        await app.settle()
        assert app.text == "We [b]use[/b] a holistic [plan] for a person."
        assert app.found() == []
        await app.press("ctrl+z")
        assert app.text == before
        await app.press("ctrl+y")
        await app.keys("ctrl+s")
        await app.until(lambda: chosen_before.read_text() != before)
        await app.screen.leaving.remembered()
    known = DecisionMemory().recall(app.text, chosen_before)
    assert not known.waiting
    assert known.leaves_anything


@pytest.mark.parametrize(("keys", "waiting"), [(("escape",), 2), (("down", "enter"), 0), (("enter", "ctrl+z"), 2)])
async def test_what_was_chosen_in_plain_lines_can_wait_or_be_forgotten(drive, chosen_before, keys, waiting):
    async with drive(path=chosen_before) as app:
        await app.shows("Chosen before")
        await app.keys(*keys)
        await app.settle()
        assert app.text == chosen_before.read_text()
        await app.screen.leaving.remembered()
    assert DecisionMemory().recall(app.text, chosen_before).waiting == waiting


async def test_what_was_chosen_in_plain_lines_does_not_push_in_while_one_writes(drive, chosen_before):
    async with drive(path=chosen_before) as app:
        await app.shows("Chosen before")
        await app.keys("escape")
        await app.press("x")
        app.screen.chosen_before.offer_soon()
        await app.until(lambda: any("type: chosen before" in said for said in app.said()))
        assert app.app.screen is app.screen
        app.screen.action_chosen_before()
        await app.shows("you chose 2 changes in this draft")
        await app.keys("enter")
        await app.settle()
        assert app.text.startswith("xWe [b]use[/b]")
        assert not app.screen.can("chosen_before")


async def test_what_was_left_in_the_app_is_decided_in_plain_lines(drive, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("We utilise a holistic plan for a service user, and utilise it.")
    async with drive(path=path) as app:
        await app.press("tab", "n", "l", "w")
        await app.screen.leaving.remembered()
        text, findings = app.text, FakeChecker().check_paragraph(app.text).findings
    review = Review.of(text, findings, DecisionMemory().recall(text, path))
    assert [review.state(index) for index in range(len(findings))] == ["open", "leave", "term left", "open"]


async def test_a_word_is_left_always_and_undo_takes_that_back(drive, recovery_home):
    async with drive() as app:
        left = recovery_home / "left-words.txt"
        await app.press("tab", "m")
        assert "utilise" not in app.found()
        await app.until(left.exists)
        assert "utilise" in left.read_text().splitlines()
        await app.press("u")
        assert app.found().count("utilise") == 2
        await app.until(lambda: "utilise" not in left.read_text().splitlines())


async def test_a_question_that_is_answered_is_not_asked_again(drive, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("The stakeholder met us. We utilise it.")
    async with drive(path=path) as app:
        await app.press("tab", "d")
        assert app.found() == ["utilise"]
        assert [one.reason for one in app.checked.left_alone] == ["dealt with"]
        assert not app.screen.can("deal_with")
        await app.press("u")
        assert app.found() == ["stakeholder", "utilise"]
