"""The test of a glossary: its examples, its forms, its wordings and its own words, in one run."""

from __future__ import annotations

from typing import NamedTuple

from plainspeak.checking.checker import Checker
from plainspeak.checking.examples import run_examples
from plainspeak.checking.form_trial import Shared, try_forms
from plainspeak.checking.own_wording import own_wording_problems
from plainspeak.glossary.problems import Problem, in_file_order


class Outcome(NamedTuple):
    """What was tried and what came out otherwise.

    `searched` counts the entries that texts are searched for, and `with_pass` those with a sentence that must pass.
    """

    entries: int
    searched: int
    forms: int
    examples: int
    with_pass: int
    shared: tuple[Shared, ...]
    problems: tuple[Problem, ...]


def run_tests(checker: Checker) -> Outcome:
    """Every test of every entry of the checker's glossary."""
    entries = checker.glossary.entries
    forms = try_forms(entries)
    wording = [problem for entry in entries for problem in own_wording_problems(checker, entry)]
    return Outcome(
        entries=len(entries),
        searched=sum(not entry.only_looked_up for entry in entries),
        forms=forms.forms,
        examples=sum(len(entry.examples) for entry in entries),
        with_pass=sum(any(not example.flag for example in entry.examples) for entry in entries),
        shared=forms.shared,
        problems=tuple(in_file_order([*run_examples(checker), *forms.problems, *wording])),
    )
