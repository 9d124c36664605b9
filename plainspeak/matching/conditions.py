"""Conditions: where a term is jargon and where it is an ordinary word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from plainspeak.glossary.entry import Conditions
from plainspeak.matching.context import Paragraph, Sentence, plain_word
from plainspeak.matching.patterns import Patterns, compile_pattern
from plainspeak.text.inflection import all_forms
from plainspeak.text.span import Span


class Company(NamedTuple):
    """Words to be found in the same sentence or paragraph: single words in any form, and phrases as they stand."""

    words: frozenset[str]
    phrases: tuple[str, ...]

    def is_in(self, place: Sentence | Paragraph) -> bool:
        """Whether any of the words or phrases is in `place`."""
        if not self.words.isdisjoint(place.vocabulary):
            return True
        return any(phrase in place.wording for phrase in self.phrases)


class Rule(NamedTuple):
    """One side of an entry's conditions: it holds when a pattern fits, company is found or a topic is the paragraph's."""

    patterns: Patterns | None = None
    near: Company | None = None
    about: Company | None = None
    topics: frozenset[str] = frozenset()

    def holds(self, paragraph: Paragraph, sentence: Sentence, span: Span) -> bool:
        """Whether this side of the conditions holds for the term at `span`."""
        return (
            (self.patterns is not None and self.patterns.any_holds(sentence, span))
            or (self.near is not None and self.near.is_in(sentence))
            or (self.about is not None and self.about.is_in(paragraph))
            or (bool(self.topics) and not self.topics.isdisjoint(paragraph.topics))
        )


class Judgement(NamedTuple):
    """An entry's conditions, compiled. `only` is None where there is no such condition."""

    unless: Rule | None
    only: Rule | None

    def is_jargon(self, paragraph: Paragraph, sentence: Sentence, span: Span) -> bool:
        """Whether the term at `span` is meant as jargon here."""
        if self.unless is not None and self.unless.holds(paragraph, sentence, span):
            return False
        return self.only is None or self.only.holds(paragraph, sentence, span)


@cache
def compile_conditions(conditions: Conditions) -> Judgement:
    """The conditions of an entry, ready to be asked."""
    return Judgement(
        compile_rule(
            conditions.unless, conditions.unless_near, conditions.unless_about, topics=conditions.unless_topic
        ),
        compile_rule(conditions.only, conditions.only_near, conditions.only_about),
    )


@cache
def compile_rule(
    patterns: tuple[str, ...], near: tuple[str, ...], about: tuple[str, ...] = (), topics: tuple[str, ...] = ()
) -> Rule | None:
    """One side of the conditions, or None when it says nothing."""
    if not (patterns or near or about or topics):
        return None
    compiled = Patterns(pattern for text in patterns for pattern in compile_pattern(text)) if patterns else None
    return Rule(compiled, _company(near), _company(about), frozenset(topics))


def _company(wordings: Iterable[str]) -> Company | None:
    words: set[str] = set()
    phrases: list[str] = []
    for wording in wordings:
        parts = [plain_word(part) for part in wording.replace("-", " ").split()]
        if len(parts) == 1:
            words.update(form.lower() for form in all_forms(parts[0]))
        elif parts:
            phrases += [f" {' '.join(parts[:-1])} {form.lower()} " for form in all_forms(parts[-1])]
    return Company(frozenset(words), tuple(phrases)) if words or phrases else None
