"""Tokens hold their place, and every mark and word is one of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.text.tokens import tokenise, words_and_starts


@given(st.text(max_size=300))
def test_tokens_hold_their_text_and_miss_nothing(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(char for char in text if not char.isspace())


def test_words_keep_apostrophes_and_hyphens_and_numbers_their_points() -> None:
    text = "Don’t send the user's step-free form (EHCP) to 11-year-olds: it’s £1,200.50, OK?"
    assert [token.text for token in tokenise(text)] == [
        "Don’t", "send", "the", "user's", "step-free", "form", "(", "EHCP", ")", "to", "11-year-olds", ":",
        "it’s", "£", "1,200.50", ",", "OK", "?",
    ]  # fmt: skip


@given(st.text("ab1’'-–.,_ \n\u00a0\u00ad\u2011é", max_size=40), st.integers(0, 8))
def test_words_and_starts_are_those_of_the_tokens(text: str, start: int) -> None:
    tokens = tokenise(text, start, len(text))
    assert words_and_starts(text, start, len(text)) == (
        [token.text for token in tokens],
        [token.start for token in tokens],
    )
