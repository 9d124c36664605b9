"""Suggestion: wording offered for a stretch of text."""

from __future__ import annotations

from typing import Literal, NamedTuple

SuggestionKind = Literal["swap", "delete", "explain", "ask"]


class Suggestion(NamedTuple):
    """Wording offered in place of the code points ``start <= i < end`` of the text.

    The span may be wider than its finding's, to mend an article. `ask` changes nothing: its text is the question.
    `safe` means that it may be applied with nobody looking.
    """

    kind: SuggestionKind
    text: str
    start: int
    end: int
    safe: bool = False
