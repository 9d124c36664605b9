"""Own words: what a person has put in for a term themselves is offered again wherever the term comes up in that document."""

from __future__ import annotations

from collections.abc import Iterable

from plainspeak.checking.finding import Finding, Suggestion
from plainspeak.text.casing import copy_case, is_upper


def own_offers(finding: Finding, own: Iterable[str]) -> tuple[Suggestion, ...]:
    """The swaps that put a person's own words in for a finding, each once, without those that are offered already."""
    offered = {suggestion.text for suggestion in finding.suggestions}
    cased = dict.fromkeys(copy_case(finding.text, words, initials=is_upper(finding.text)) for words in own if words)
    return tuple(Suggestion("swap", words, finding.start, finding.end) for words in cased if words not in offered)


def as_in_a_sentence(jargon: str, words: str) -> str:
    """Own words as they stand inside a sentence, where `jargon`, for which they were put in, stood at the start of one."""
    is_start = jargon[:1].isupper() and jargon[1:].islower()
    return words[:1].lower() + words[1:] if is_start and words[:1].isupper() and words[1:].islower() else words
