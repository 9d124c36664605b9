"""Deletion: words that can simply go."""

from __future__ import annotations

from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.suggestion import Suggestion
from plainspeak.text.articles import article_for
from plainspeak.text.casing import copy_case


def deletion(occurrence: Occurrence) -> Suggestion | None:
    """Take the term out, with one space or comma, and mend the capital or the article that its going leaves wrong."""
    sentence = occurrence.sentence
    text, (start, end) = sentence.text, occurrence.span
    following = occurrence.tokens[1] + 1
    if following >= len(sentence.words) or not sentence.words[following][:1].isalnum():
        return _before_a_mark(occurrence, following)
    following_token = sentence.tokens[following]
    if occurrence.starts_sentence:
        capital = following_token.text[:1].upper() + following_token.text[1:]
        return Suggestion("swap", capital, start, following_token.end, occurrence.sure)
    if occurrence.before in {"a", "an"}:
        article = sentence.tokens[occurrence.tokens[0] - 1]
        wanted = copy_case(article.text, article_for(following_token.text))
        return Suggestion("swap", f"{wanted} ", article.start, following_token.start, occurrence.sure)
    if not text[end : following_token.start].isspace():
        return None
    return Suggestion("delete", "", start, following_token.start, occurrence.sure)


def _before_a_mark(occurrence: Occurrence, following: int) -> Suggestion | None:
    """A term before a mark goes with the space in front of it; a comma after an opening goes too."""
    sentence = occurrence.sentence
    start, end = occurrence.span
    if occurrence.starts_sentence:
        after_comma = following + 1
        if occurrence.after != "," or after_comma >= len(sentence.words):
            return None
        token = sentence.tokens[after_comma]
        return Suggestion("swap", token.text[:1].upper() + token.text[1:], start, token.end, occurrence.sure)
    before = sentence.tokens[occurrence.tokens[0] - 1].end
    return Suggestion("delete", "", before, end, occurrence.sure)
