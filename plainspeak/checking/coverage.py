"""Coverage: how much of a glossary its own examples show at work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plainspeak.checking.examples import Tried
from plainspeak.glossary.entry import Entry, Glossary, Wording
from plainspeak.matching.conditions import compile_rule
from plainspeak.matching.context import Paragraph
from plainspeak.matching.forms import normalise_form
from plainspeak.text.span import Span


class Part(NamedTuple):
    """How many there are of something, and those of them that no example shows."""

    all: int
    unseen: tuple[str, ...]

    @property
    def seen(self) -> int:
        """How many of them an example shows."""
        return self.all - len(self.unseen)

    @property
    def share(self) -> int:
        """The share that an example shows, in whole per cent; 0 where there is nothing to show."""
        return 100 * self.seen // max(self.all, 1)


class Coverage(NamedTuple):
    """What the examples show: entries found, forms found, conditions that hold, and swaps made.

    `entries`: of those that texts are searched for, the ones with a sentence that must be found. `forms`: the ways to write
    their terms that stand in some sentence and are found there. `conditions`: of the entries with an ordinary sense, the
    ones with a sentence that must pass. `swaps`: of the entries with a wording, the ones with a sentence as it becomes.
    `choices`: of the wordings that fit only some sentences, the ones that fit a sentence of their entry.
    """

    entries: Part
    forms: Part
    conditions: Part
    swaps: Part
    choices: Part


def coverage(glossary: Glossary, forms: Sequence[tuple[str, str]], tried: Iterable[Tried]) -> Coverage:
    """The coverage of a glossary by its examples; `forms` are all forms, each with the id of its entry."""
    tried = list(tried)
    met = {form for each in tried for form in _forms_in(each, glossary)}
    chosen = {(each.entry.id, wording) for each in tried for wording in _chosen_in(each)}
    searched = [entry for entry in glossary.entries if not entry.only_looked_up]
    return Coverage(
        entries=_part((entry, any(example.flag for example in entry.examples)) for entry in searched),
        forms=Part(len(forms), tuple(text for entry, text in forms if (entry, text) not in met)),
        conditions=_part(
            (entry, any(not example.flag for example in entry.examples)) for entry in searched if entry.conditions
        ),
        swaps=_part(
            (entry, any(example.becomes for example in entry.examples)) for entry in searched if entry.say_instead
        ),
        choices=_part(
            (entry, (entry.id, wording) in chosen)
            for entry in searched
            for wording in entry.say_instead
            if wording.when or wording.near
        ),
    )


def _forms_in(tried: Tried, glossary: Glossary) -> Iterable[tuple[str, str]]:
    """The forms that are found in an example, of its own entry and of others."""
    for finding in tried.findings:
        if entry := glossary.get(finding.entry):
            yield entry.id, normalise_form(finding.text, keep_case=entry.kind == "initials")


def _chosen_in(tried: Tried) -> Iterator[Wording]:
    """The wordings for certain sentences that fit an example."""
    paragraph = Paragraph(tried.example.text, Span(0, len(tried.example.text)))
    for finding in tried.findings:
        for wording in tried.entry.say_instead if finding.entry == tried.entry.id else ():
            rule = compile_rule(wording.when, wording.near)
            if rule and rule.holds(paragraph, paragraph.sentence_at(finding.start), finding.span):
                yield wording


def _part(entries: Iterable[tuple[Entry, bool]]) -> Part:
    entries = list(entries)
    return Part(len(entries), tuple(entry.jargon for entry, shown in entries if not shown))
