"""Which words are known, and where the others stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.checking.dictionary import Dictionary, pack
from plainspeak.checking.known_words import KnownWords, tokens_within
from plainspeak.checking.spelling_suggestions import likely_words
from plainspeak.glossary.entry import Entry
from plainspeak.matching.lexicon import compile_lexicon
from plainspeak.text.span import Span
from plainspeak.text.tokens import Token

ENTRIES = [
    Entry("zorbing", "zorbing", "noun", "should", "office", "Rolling."),
    Entry("co", "co-zorb", "verb", "should", "office", "To roll."),
]


@pytest.fixture(scope="module")
def known() -> KnownWords:
    return KnownWords(Dictionary.load(), compile_lexicon(ENTRIES))


@pytest.mark.parametrize(
    "word",
    ["house", "colour", "color", "organised", "zorbing", "cozorb", "lookups", "multiagency", "preferred", "cheque"],
)
def test_known(known: KnownWords, word: str) -> None:
    assert known.knows(word)


@pytest.mark.parametrize("word", ["prefered", "familys", "recieve", "alot", "zorbign", "mmission"])
def test_unknown(known: KnownWords, word: str) -> None:
    assert not known.knows(word)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("(hapy)", ["hapy"]),
        ("hapy's hapys’ hapyn't", ["hapy", "hapys", "hapy"]),
        ("step-hapy", ["hapy"]),
        ("hapy/redy", ["hapy", "redy"]),
        ("**hapy** _redy_", ["hapy", "redy"]),
        ("hapy2 #hapy a_hapy hapy@redy hapy.redy c:\\hapy", []),
        ("infor-\nmashun", []),
        ("O'Hapy iHapy HAPY", ["HAPY"]),
        ("hapé", []),
    ],
)
def test_words_in_a_text(known: KnownWords, text: str, unknown: list[str]) -> None:
    assert [token.text for token in known.unknown_in(text)] == unknown


@given(text=st.text(st.sampled_from("hapy -'.\n"), max_size=60))
def test_every_word_stands_where_it_is_said_to(known: KnownWords, text: str) -> None:
    found = known.unknown_in(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert found == sorted(found, key=lambda token: token.start)


@given(st.integers(1, 40))
def test_a_long_text_is_searched_whole(known: KnownWords, many: int) -> None:
    text = "hapy " * 700 * many + "\n" + "house " * 2_000 + "hapy"
    assert len(known.unknown_in(text)) == 700 * many + 1


def test_what_is_remembered_does_not_grow_for_ever(known: KnownWords, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plainspeak.checking.known_words._REMEMBERED", 10)
    text = " ".join(f"hapy{letter}{other}" for letter in "abcdefgh" for other in "abcdefgh")
    assert len(known.unknown_in(text)) == len(known.unknown_in(text)) == 64


def test_words_inside_a_span() -> None:
    tokens = [Token("a", 1, 2), Token("b", 4, 5), Token("c", 9, 10)]
    assert tokens_within(tokens, Span(2, 9)) == tokens[1:2]
    assert tokens_within(tokens, Span(0, 99)) == tokens


def test_the_nearest_word_comes_first_and_among_those_the_most_common() -> None:
    words = KnownWords(
        Dictionary(pack([("house", 100), ("mouse", 900), ("horse", 50), ("houses", 999)])), compile_lexicon([])
    )
    assert likely_words("housse", words) == ("houses", "house", "horse")
    assert likely_words("nouse", words)[:2] == ("mouse", "house")
    assert likely_words("zzzzzz", words) == ()
