"""House rules about wording: no two examples alike, no two meanings of one kind alike, no condition without its example."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plainspeak.glossary.entry import Entry, Example
from plainspeak.glossary.problems import Problem, quoted

_MASK = "\0"
_LONGEST_ENDING = len("ing")
_WORD = re.compile(r"[^\W_]+")


def check_wording(entries: Iterable[Entry]) -> list[Problem]:
    """A problem for every example and meaning that says the same as an earlier one, and every condition that none shows.

    Where two are alike, both places are named.
    """
    entries = list(entries)
    return [*_alike_examples(entries), *_alike_meanings(entries), *_conditions_without_example(entries)]


def _alike_examples(entries: list[Entry]) -> list[Problem]:
    first: dict[str, tuple[Entry, Example]] = {}
    problems = []
    for entry in entries:
        for example in entry.examples:
            earlier, same = first.setdefault(_masked(example.text, entry), (entry, example))
            if same is not example:
                place = f"{earlier.origin.path}, line {same.line}"
                what = f"The example {quoted(example.text)} is the same as one of {quoted(earlier.jargon)} ({place})."
                problems.append(_advice(entry, example.line, what, "Write a sentence of its own."))
    return problems


def _alike_meanings(entries: list[Entry]) -> list[Problem]:
    """Entries of one kind only: those of two kinds, such as a name and its initials, cannot be made one."""
    first: dict[tuple[str, str], Entry] = {}
    problems = []
    for entry in entries:
        earlier = first.setdefault((_plain(entry.what_we_mean), entry.kind), entry)
        if earlier is not entry:
            place = f"{earlier.origin.path}, line {earlier.origin.line}"
            what = f"{quoted(entry.jargon)} means just the same as {quoted(earlier.jargon)} ({place})."
            problems.append(_advice(entry, entry.origin.line, what, "Make them one entry, or say how they differ."))
    return problems


def _conditions_without_example(entries: list[Entry]) -> list[Problem]:
    """A condition that no `pass` sentence shows may hold nowhere, or everywhere, and nobody would see it."""
    what = "{} has a condition, and no sentence shows what it leaves alone."
    to_do = "Add one that must pass (- pass: …), or take the condition out."
    return [
        _advice(entry, entry.origin.line, what.format(quoted(entry.jargon)), to_do)
        for entry in entries
        if entry.conditions and not entry.only_looked_up and all(example.flag for example in entry.examples)
    ]


def _masked(sentence: str, entry: Entry) -> str:
    """The sentence without the term, so that one sentence filled with several terms is found out."""
    sentence = f" {_plain(sentence)}"
    for term in sorted((*entry.terms, *entry.forms), key=len, reverse=True):
        if words := _plain(term):
            sentence = _without(sentence, f" {words}")
    return sentence


def _without(sentence: str, term: str) -> str:
    """A sentence of plain words with a term masked, also where an ending follows. Both begin with a space."""
    found = sentence.find(term)
    while found >= 0:
        end = found + len(term)
        stop = sentence.find(" ", end) if " " in sentence[end:] else len(sentence)
        if stop - end <= _LONGEST_ENDING:
            sentence = f"{sentence[:found]} {_MASK}{sentence[stop:]}"
            end = found + len(_MASK) + 1
        found = sentence.find(term, end)
    return sentence


def _plain(sentence: str) -> str:
    """Only the words, in small letters."""
    return " ".join(_WORD.findall(sentence.lower()))


def _advice(entry: Entry, line: int, what: str, to_do: str) -> Problem:
    return Problem(entry.origin.path, line or entry.origin.line, 1, what, to_do, blocks=False)
