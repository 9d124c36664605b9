"""The normalised text and its way back agree with a slow and simple normaliser that works letter by letter."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from plainspeak.matching.normalise import WayBack, normalise

ALPHABET = "ab \t\n\r-'.\u00a0\u202f\u2009\u2010\u2011\u2013\u2018\u2019\u02bc\u00ad\u200b\ufeff"
ALPHABET += "\ufb01\ufb03\u00e9\u4e2d\U0001f600\ud800\u0130"
_SPACES = "\t\n\v\f\r-\u2010\u2011\u00a0\u202f\u2009\u2007\u2002\u2003"
_LETTERS = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_LETTERS |= dict.fromkeys("\u2018\u2019\u02bc", "'") | dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")


class Piece(NamedTuple):
    """What one character of the text became."""

    text: str
    start: int
    end: int


def slowly(text: str) -> list[Piece]:
    """`text` normalised letter by letter: each piece knows the characters that it came from."""
    pieces: list[Piece] = []
    blank = [place for lines in re.finditer(r"\n[ \t\r]*\n[ \t\r\n]*", text) for place in range(*lines.span())]
    for place, letter in enumerate(text):
        between_letters = re.match(r"[A-Za-z]\u2013[A-Za-z]", text[max(place - 1, 0) : place + 2])
        new = (
            " "
            if letter in _SPACES or (letter == "\u2013" and place and between_letters)
            else _LETTERS.get(letter, letter)
        )
        if place in blank:
            new = "\x1e"
        if new:
            pieces.append(Piece(new, place, place + 1))
    return pieces


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Every run of pieces that are no spaces, with the code points that it covers."""
    words: list[tuple[str, int, int]] = []
    after_space = True
    for piece in slowly(text):
        if piece.text == " ":
            after_space = True
            continue
        if after_space:
            words.append(("", piece.start, piece.end))
        word, start, _ = words[-1]
        words[-1] = (word + piece.text, start, piece.end)
        after_space = False
    return words


@given(st.text(alphabet=ALPHABET, max_size=40))
@example("co\u00ad-\u00adproduce")
@example("a \u00ad b")
@example("a\u2013b\u2013c")
@example("a\n\n\u00a0\n b")
@example("\ufb03 \ufb03")
@example("\ud83d\ude00 a")
def test_words_lead_back_to_their_code_points(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    normalised = normalise(raw)
    way_back = WayBack(raw, normalised.changes)
    found = []
    for match in re.finditer(rb"[^ ]+", normalised.cased):
        start = way_back.start(match.start())
        found.append((match.group().decode("utf-8", "surrogatepass"), start, way_back.end(match.end())))
    assert found == words_of(text)


@given(st.text(alphabet=ALPHABET, max_size=40))
def test_folded_and_cased_have_one_length(text: str) -> None:
    normalised = normalise(text.encode("utf-8", "surrogatepass"))
    assert len(normalised.folded) == len(normalised.cased)


@given(st.text(alphabet=ALPHABET, max_size=40))
def test_there_is_one_space_between_words(text: str) -> None:
    assert b"  " not in normalise(text.encode("utf-8", "surrogatepass")).cased


@given(st.text(alphabet="ab \u00ad\u2019\n", max_size=30))
def test_ends_can_be_asked_without_moving_on(text: str) -> None:
    raw = text.encode()
    normalised = normalise(raw)
    way_back = WayBack(raw, normalised.changes)
    for match in re.finditer(rb"[^ ]+", normalised.cased):
        start = way_back.start(match.start())
        longest, shortest = way_back.end(match.end()), way_back.end(match.start() + 1)
        assert start < shortest <= longest <= len(text)
        assert way_back.end(match.end()) == longest
