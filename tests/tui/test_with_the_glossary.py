"""The app with the glossary that is shipped: a whole letter made plain, and taken back."""

from __future__ import annotations

from plainspeak.tui.screens.keeping import SAMPLE
from plainspeak.tui.widgets.card_text import choices_of


async def test_a_letter_is_worked_through_and_taken_back(drive, checker):
    letter = SAMPLE.read_text(encoding="utf-8")
    async with drive(letter, checker=checker) as app:
        assert len(app.found()) > 30
        await app.press("tab")
        texts = [app.text]
        for _ in range(200):
            if not app.found():
                break
            finding = app.screen.card.finding
            await app.press("1" if choices_of(finding) else "l")
            if app.text != texts[-1]:
                texts.append(app.text)
        assert app.found() == []
        assert len(texts) > 20
        for jargon in ("utilise", "Service users", "package of care", "In the event that"):
            assert jargon not in app.text
        for earlier in reversed(texts[:-1]):
            while app.screen.leaving.is_next_undone():
                app.screen.action_undo()
            app.screen.action_undo()
            assert app.text == earlier
        assert app.text == letter


async def test_swapping_everywhere_and_explaining(drive, checker):
    text = "We utilise a room. They utilised it too, utilising the ICB."
    async with drive(text, checker=checker) as app:
        await app.press("tab", "a")
        assert app.text == "We use a room. They used it too, using the ICB."
        assert app.found() == ["ICB"]
        await app.press("e")
        assert app.text.startswith("We use a room. They used it too, using the ICB (the ")
        assert "ICB" not in app.found()
        await app.press("u", "u")
        assert app.text == text


async def test_what_is_typed_and_what_is_pasted_are_judged_alike(drive, checker):
    async with drive("", checker=checker) as app:
        await app.press(*"We utilise")
        await app.press(*" it.")
        typed = [(found.entry, found.start, found.suggestions) for found in app.checked.findings]
        assert typed == [
            (found.entry, found.start, found.suggestions) for found in checker.check("We utilise it.").findings
        ]


async def test_the_app_and_the_command_line_find_the_same(drive, checker):
    letter = SAMPLE.read_text(encoding="utf-8")
    async with drive(letter, checker=checker) as app:
        assert app.checked.findings == checker.check(letter).findings


async def test_a_word_is_explained_where_it_first_stands(drive, checker):
    text = "We met the ICB. It was late.\n\nThen the ICB met again."
    async with drive(text, checker=checker) as app:
        assert app.found() == ["ICB", "ICB"]
        await app.press("tab", "n", "e")
        assert app.text.startswith("We met the ICB (the ")
        assert "ICB" not in app.found()
        assert app.said() == ["Explained in line 1, where it first stands."]
        await app.press("u")
        assert app.text == text
