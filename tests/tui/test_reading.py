"""How easy a draft is to read, before and now."""

from __future__ import annotations

import pytest

from plainspeak.text.readability import readability
from plainspeak.tui.reading import BINS, reading_of, years_from
from plainspeak.tui.reading_lines import reading_lines

LONG = "The committee will in due course give further consideration to the establishment of a subsequent arrangement. "
SHORT = "We will look at it. We will tell you. Then we will meet. "


@pytest.mark.parametrize("text", ["", "One.", LONG, SHORT * 3 + LONG])
def test_the_numbers_are_those_of_the_readability(text):
    reading, known = reading_of(text), readability(text)
    assert (len(reading.sentences), reading.words, reading.age) == (known.sentences, known.words, known.reading_age)
    assert round(reading.words_a_sentence, 1) == known.words_per_sentence


def test_every_sentence_is_in_one_bin():
    reading = reading_of(SHORT + LONG * 4)
    assert reading.lengths() == [3, 0, 4, 0, 0, 0]
    assert [high + 1 for _, high in BINS[:-1]] == [low for low, _ in BINS[1:]]


def test_what_made_the_difference_adds_up():
    before, now = reading_of(LONG), reading_of(SHORT)
    by_sentences, by_words = years_from(before, now)
    grades = [readability(text).flesch_kincaid_grade for text in (SHORT, LONG)]
    assert by_sentences < 0
    assert by_words < 0
    assert by_sentences + by_words == pytest.approx(grades[0] - grades[1], abs=0.2)


def test_it_is_told_in_words_with_the_numbers_beside_the_bars():
    told = "\n".join(line.plain for line in reading_lines(reading_of(LONG), reading_of(SHORT), SHORT, 80))
    assert "Sentences are shorter: this takes" in told
    assert "Words are shorter: this takes" in told
    assert "None is longer than 20 words." in told
    same = "\n".join(line.plain for line in reading_lines(reading_of(LONG), reading_of(LONG), LONG, 80))
    assert "Nothing yet: the draft reads as it did before." in same


async def test_the_screen_and_the_way_to_a_long_sentence(drive, same_screen):
    long = "We utilise " + "one more word and " * 6 + "so on."
    async with drive(f"Short one.\n\nAnother. {long} The end.", size=(110, 34)) as app:
        await app.press("tab", "1", "ctrl+r")
        await app.shows("The longest sentences")
        await same_screen(app, "reading")
        await app.keys("2")
        await app.until(app.said)
        await app.keys("1")
        await app.until(lambda: app.app.screen is app.screen)
        assert app.screen.editor.selected_text == long.replace("utilise", "use")
        assert app.screen.where() == "draft"


async def test_an_empty_draft(drive):
    async with drive("") as app:
        await app.keys("ctrl+r")
        await app.shows("Nothing yet")
        assert not app.app.screen.can("go_to_sentence")
