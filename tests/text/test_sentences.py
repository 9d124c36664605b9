"""Where sentences and paragraphs begin and end: cases in tests/cases/sentences.txt, one text a block, a bar between sentences."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.text.sentences import paragraphs, sentences

CASES = Path(__file__).parents[1] / "cases" / "sentences.txt"


def blocks() -> list[str]:
    text = CASES.read_text(encoding="utf-8")
    return [block.strip("\n") for block in text.split("\n----\n") if not block.startswith("#")]


@pytest.mark.parametrize("block", blocks())
def test_sentences_end_where_the_bars_stand(block: str) -> None:
    wanted = [part.strip() for part in block.split("|")]
    text = block.replace("|", "")
    assert [span.of(text).strip() for span in sentences(text)] == wanted


@given(st.text(alphabet='ab AB.!?\n\r\t-•("“”’1 ', max_size=200))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    spans = list(sentences(text))
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


def test_paragraphs_are_runs_of_lines_between_blank_lines() -> None:
    text = "one\ntwo\n\n \t\nthree\r\n\r\nfour"
    assert [span.of(text) for span in paragraphs(text)] == ["one\ntwo", "three", "four"]
