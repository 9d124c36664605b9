"""Word runs: the words in a stretch between white space that is more than one plain word: *(co-prodution)*, *people's*."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.span import Span

# Addresses, file names, numbers, tags, words with hidden marks, the first half of a word parted at a line end.
_NO_WORD = lazy_pattern(
    "\\w_\\w|[@\\\\#\\d\u00ad\u200b\u2060\ufeff\ufb00-\ufb04]|://|[a-z]\\.[a-z]|^/|/\\w+/|^www\\.|^[.~]\\w|[-\u2010\u2011]$"
)
# A run of letters that is not the tail of another (the s of people's, the t of isn't).
_RUN = lazy_pattern(r"(?<![^\W\d_])(?<![^\W\d_]['\u2019])[^\W\d_]+")
_NOT = lazy_pattern(r"n['\u2019]t\b")
_BEFORE_HYPHEN = lazy_pattern(r"([^\W\d_]+)[-\u2010\u2011]\Z")


def word_runs(stretch: str) -> Iterator[Span]:
    """Where the words of `stretch` stand, without possessive endings and the like; nothing where it is no plain wording."""
    if _NO_WORD.search(stretch):
        return
    for run in _RUN.finditer(stretch):
        yield Span(run.start(), run.end() - bool(_NOT.match(stretch, run.end() - 1)))


def tied_before(stretch: str, start: int) -> str:
    """The word that a hyphen ties to the front of the one at `start`, or nothing: the *co* of *co-ordinated*."""
    before = _BEFORE_HYPHEN.search(stretch, 0, start)
    return before[1] if before else ""
