"""The editor by itself: what it draws, what it holds, and that no undo can break it."""

from __future__ import annotations

import random

import pytest
from textual import events
from textual.document._wrapped_document import WrappedDocument

from plainspeak.tui.widgets.editor import Editor


def styled(editor: Editor, attribute: str) -> list[str]:
    """The stretches of the rows in sight that are drawn in one style, without the margin."""
    return [
        segment.text
        for y in range(editor.size.height)
        for segment in list(editor.render_line(y))[1:]
        if segment.style and getattr(segment.style, attribute)
    ]


async def test_each_level_has_a_style_of_its_own_and_a_letter(drive):
    async with drive("The service user will utilise a holistic plan.\n\nPlain.") as app:
        editor = app.screen.editor
        assert styled(editor, "underline") == ["service user", "utilise", "holistic"]
        assert styled(editor, "bold") == ["service user"]
        assert styled(editor, "italic") == ["holistic"]
        assert [editor.render_line(y).text[0] for y in range(3)] == ["M", " ", " "]


async def test_the_letter_is_that_of_the_row_where_the_words_stand(drive):
    async with drive("Some plain words that fill the first row of the screen from end to end and then utilise.") as app:
        assert [app.screen.editor.render_line(y).text[0] for y in range(2)] == [" ", "S"]


async def test_marks_stay_on_their_words_while_one_types(drive):
    async with drive("We utilise it.") as app:
        editor = app.screen.editor
        await app.keys(*"Now ")
        assert styled(editor, "underline") == ["utilise"]
        editor.move_cursor((0, 10))
        await app.keys("x")
        assert styled(editor, "underline") == []


@pytest.mark.parametrize(("paragraphs", "row"), [(100, 0), (2, 4)])
async def test_a_long_draft_that_is_pasted_in_is_shown_from_its_top(drive, paragraphs, row):
    async with drive("") as app:
        app.app.post_message(events.Paste("We utilise it.\n\n" * paragraphs))
        await app.until(lambda: app.text)
        await app.settle()
        await app.until(lambda: app.screen.editor.cursor_location[0] == row)
        assert app.screen.editor.scroll_offset.y == 0


async def test_the_stock_drawing_and_ours_show_the_same_text(drive):
    text = "Tabs\there\tand wide \u6f22\u5b57 and more words than one row of this screen can hold, so that it must wrap.\n\n\tEnd"
    async with drive(text, size=(60, 20)) as app:
        editor = app.screen.editor
        editor.move_cursor((0, 3))
        for y in range(6):
            stock = editor._render_line(y).text.rstrip()
            assert editor.render_line(y).text[2:].rstrip() == stock


async def test_control_characters_are_drawn_and_kept(drive):
    text = "one\x0ctwo\x1b[31m\x85three"
    async with drive(text) as app:
        await app.shows("one\u240ctwo\u241b[31m\u2424three")
        app.screen.action_copy_all()
        assert app.app.clipboard == text


async def test_undo_of_a_paste_into_a_short_draft(drive):
    """Textual 8.2.8 crashes here without the guard (Textualize/textual issue 6686)."""
    async with drive("short") as app:
        app.app.copy_to_clipboard("\n".join(f"line {number}" for number in range(60)))
        for key in ("ctrl+v", "ctrl+z", "ctrl+y", "ctrl+z"):
            await app.press(key)
        assert app.text == "short"


@pytest.mark.parametrize("seed", range(4))
async def test_edits_undone_and_done_again_are_exact_and_wrapped_right(drive, seed):
    pick = random.Random(seed)  # noqa: S311 - the same edits each time
    pieces = ["x", "utilise", "\n", "two\nlines", " ", "a long stretch of words that needs more than one row " * 3, ""]
    async with drive("We utilise it.\n\n" * 5, size=(40, 20)) as app:
        editor = app.screen.editor
        texts = [editor.text]
        for _ in range(30):
            rows = editor.document.line_count
            start, end = sorted(
                (row, pick.randint(0, len(editor.document[row])))
                for row in (pick.randrange(rows), pick.randrange(rows))
            )
            end = max(start, min(end, (start[0] + 2, 0)))
            steps = len(editor.history.undo_stack)
            editor.put(pick.choice(pieces), start, editor.clamp_visitable(end))
            if len(editor.history.undo_stack) > steps:
                texts.append(editor.text)
            assert_wrapped_right(editor)
        for text in reversed(texts[:-1]):
            editor.undo()
            assert editor.text == text
            assert_wrapped_right(editor)
        for text in texts[1:]:
            editor.redo()
            assert editor.text == text
            assert_wrapped_right(editor)


def assert_wrapped_right(editor: Editor) -> None:
    afresh = WrappedDocument(editor.document)
    afresh.wrap(editor.wrap_width, editor.indent_width)
    assert editor.wrapped_document._offset_to_line_info == afresh._offset_to_line_info
    assert 0 <= editor.cursor_location[0] < editor.document.line_count


async def test_a_large_paste_arrives_whole(drive):
    from textual import events

    text = "We utilise the holistic plan of every stakeholder.\n\n" * 12_000
    async with drive("") as app:
        app.app.post_message(events.Paste(text))
        await app.settle()
        assert app.text == text
        assert len(app.checked.findings) == 36_000
        await app.press("ctrl+z")
        assert app.text == ""


async def test_the_ends_of_the_draft(drive):
    async with drive("one\ntwo") as app:
        await app.press("ctrl+end", "!", "ctrl+home", "?", "ctrl+shift+end", "x")
        assert app.text == "?x"


async def test_select_all_is_ctrl_a(drive):
    async with drive("one\ntwo") as app:
        await app.press("ctrl+a", "x")
        assert app.text == "x"
