from __future__ import annotations

import random

import pytest
from fake_checker import FakeChecker
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.tui.draft_check import DraftCheck
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.paragraphs import split_paragraphs

TEXT = "We utilise it.\nHolistic or not.\n\n  \nThe ICB met.\n\nThe ICB met\nagain, going\nforward now."


def lines_of(text: str) -> list[str]:
    return text.split("\n")


async def results(check: DraftCheck, text: str, is_stale=lambda: False, rows=(0, 40)) -> list:
    return [checked async for checked in check.run(lines_of(text), rows, is_stale)]


def test_paragraphs_know_where_they_stand():
    paragraphs = split_paragraphs(lines_of(TEXT))
    assert [(part.first, part.last) for part in paragraphs] == [(0, 2), (4, 5), (6, 9)]
    assert all(TEXT[part.start :].startswith(part.text) for part in paragraphs)


@given(st.text(alphabet="ab.\n \t", max_size=200))
def test_paragraphs_hold_every_word_once(text):
    paragraphs = split_paragraphs(lines_of(text))
    assert "".join("".join(part.text.split()) for part in paragraphs) == "".join(text.split())
    for part in paragraphs:
        assert text[part.start : part.start + len(part.text)] == part.text
        assert part.text in "\n".join(lines_of(text)[part.first : part.last])


def test_a_long_run_of_lines_is_cut_and_a_change_leaves_most_pieces_as_they_were():
    pick = random.Random(5)  # noqa: S311 - the same draft each time
    lines = [f"Line {pick.random()} ends here." for _ in range(2_000)]
    before = split_paragraphs(lines)
    assert len(before) > 100
    lines[3] += " More words."
    lines.insert(4, "And another line.")
    changed = {part.text for part in split_paragraphs(lines)} - {part.text for part in before}
    assert len(changed) <= 3


def test_a_long_line_is_cut_where_sentences_end():
    line = " ".join(f"Sentence {number} says something." for number in range(2_000))
    paragraphs = split_paragraphs([line])
    assert len(paragraphs) > 100
    assert "".join(part.text for part in paragraphs) == line
    assert {(part.first, part.last) for part in paragraphs} == {(0, 1)}


async def test_findings_have_their_place_in_the_draft():
    (checked,) = await results(DraftCheck(FakeChecker()), TEXT)
    assert checked.complete
    assert [TEXT[found.start : found.end] for found in checked.findings] == ["utilise", "Holistic", "ICB"]
    assert checked.location(checked.findings[1].start) == (1, 0)
    assert checked.spans[1][0][:2] == (0, 8)
    assert (checked.words, checked.sentences) == (16, 4)


async def test_a_finding_over_a_line_end_is_marked_on_both_lines():
    checker = FakeChecker()
    (checked,) = await results(DraftCheck(checker), "So we go\non")
    finding = FakeChecker().check_paragraph("We utilise it").findings[0]
    across = checked._replace(findings=(finding._replace(start=6, end=11),))
    from plainspeak.tui.draft_check import _spans_by_row

    spans = _spans_by_row(across.findings, checked.lines, checked.line_starts)
    assert {row: [span[:2] for span in found] for row, found in spans.items()} == {0: [(6, 8)], 1: [(0, 2)]}


async def test_a_paragraph_is_checked_once():
    checker = FakeChecker()
    check = DraftCheck(checker)
    await results(check, TEXT)
    await results(check, TEXT.replace("met.", "left."))
    assert len(checker.checked) == 4


async def test_what_is_in_sight_comes_first():
    checker = FakeChecker()
    text = "\n\n".join(f"We utilise number {number}." for number in range(50))
    first, last = await results(DraftCheck(checker), text, rows=(60, 64))
    assert checker.checked[0] == "We utilise number 30."
    assert len(first.findings) == 2
    assert 0 < first.share < 1
    assert not first.complete
    assert len(last.findings) == 50


async def test_a_check_of_a_draft_that_has_changed_gives_up():
    checker = FakeChecker()
    assert await results(DraftCheck(checker), TEXT, is_stale=lambda: True) == []
    assert checker.checked == []


@pytest.mark.parametrize("lines", [5, 3_000])
async def test_at_once_and_bit_by_bit_agree(lines):
    text = "\n".join(f"We utilise number {number}." for number in range(lines))
    check = DraftCheck(FakeChecker())
    *_, bit_by_bit = await results(check, text)
    assert check.now(lines_of(text)) == bit_by_bit


def test_what_would_take_long_is_not_done_at_once():
    check = DraftCheck(FakeChecker())
    assert check.now(lines_of("We utilise it.\n\n" * 5)) is not None
    assert check.now([f"We utilise number {number}." for number in range(3_000)]) is None


async def test_code_in_markdown_is_left_alone_and_prose_is_not(tmp_path):
    text = (
        "We utilise it.\n\n```\nutilise()\n\nutilise()\n```\n\nSee `utilise` and [utilise](http://x.example/utilise)."
    )
    file = DraftFile(tmp_path / "page.md")
    (checked,) = await results(DraftCheck(FakeChecker(), masks_of=file.masks_of), text)
    assert [checked.location(one.start) for one in checked.findings] == [(0, 3), (8, 19)]
    assert [one.reason for one in checked.left_alone] == ["code", "code", "code", "link"]
    file.path = tmp_path / "page.txt"
    (checked,) = await results(DraftCheck(FakeChecker(), masks_of=file.masks_of), text)
    assert len(checked.findings) == 6
