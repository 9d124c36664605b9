"""A text before and after: what is the same, what has changed, and how that is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plainspeak.tui.comparison import comparison
from plainspeak.tui.comparison_lines import comparison_lines

TEXTS = some.text(some.sampled_from(list("ab \n.[")), max_size=40)


def shown(before: str, now: str) -> list[tuple[str, str, list[str]]]:
    return [
        (piece.side, piece.text, [mark.of(piece.text) for mark in piece.marks])
        for piece in comparison(before, now).pieces
    ]


def test_the_words_that_differ_are_marked():
    assert shown("One.\nWe utilise it now.", "One.\nWe use it now.") == [
        ("same", "One.", []),
        ("before", "We utilise it now.", ["utilise"]),
        ("now", "We use it now.", ["use"]),
    ]


@pytest.mark.parametrize(
    ("before", "now", "changes"),
    [("a b c", "a b c", 0), ("a b c", "x b y", 2), ("a b c d", "x y d", 1), ("a b", "a", 1), ("a\nb", "a\nnew\nb", 1)],
)
def test_the_changes_are_counted(before, now, changes):
    assert comparison(before, now).changes == changes


def test_a_paragraph_that_came_or_went_has_one_side():
    assert [side for side, *_ in shown("a\nb\nc", "a\nc")] == ["same", "before", "same"]
    assert [side for side, *_ in shown("a\nc", "a\nb\nc")] == ["same", "now", "same"]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(before, now):
    pieces = comparison(before, now).pieces
    assert "\n".join(piece.text for piece in pieces if piece.side != "now") == before
    assert "\n".join(piece.text for piece in pieces if piece.side != "before") == now


def test_every_line_fits_and_says_which_side_it_is():
    compared = comparison("Start.\n" + "utilise words " * 20, "Start.\n" + "use words " * 20)
    lines, changes = comparison_lines(compared, 50)
    assert all(line.cell_len <= 50 for line in lines)
    assert [line.plain.split()[0] for line in lines if line.plain[1:2] != " "] == ["Before", "Now"]
    assert changes == [1]
    assert comparison_lines(compared, 50, only_changes=True).changes == [0]


async def test_the_screen(drive, same_screen):
    async with drive() as app:
        assert not app.screen.can("compare")
        await app.press("tab", "1", "1", "2")
        await app.keys("b")
        await app.shows("3 changes")
        await same_screen(app, "comparison")
        await app.keys("o")
        await app.until(lambda: "Dear Ms Ahmed" not in app.picture())
        await same_screen(app, "comparison_only_changes")
        await app.keys("w", "n", "p", "f9", "escape")
        await app.until(lambda: app.app.screen is app.screen)
        assert app.app.clipboard == app.text


async def test_from_here_on(drive):
    async with drive() as app:
        await app.press("tab", "1")
        app.screen.action_compare_from_here()
        await app.press("1", "b")
        await app.shows("1 change")
        await app.lacks("We utilise")
        await app.keys("f3")
        await app.until(lambda: app.app.screen is app.screen)


async def test_brackets_are_shown(drive):
    async with drive("[b]x[/i] utilise [see annex]") as app:
        await app.press("tab", "1", "b")
        await app.shows("Now     [b]x[/i] use [see annex]")
        await app.keys("escape")
        await app.until(lambda: app.app.screen is app.screen)
        await app.press("ctrl+r")
        await app.shows("What made the difference")
