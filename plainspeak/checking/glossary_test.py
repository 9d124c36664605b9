"""The test of a glossary: its examples, its forms, its wordings and its own words, in one run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plainspeak.checking.checker import Checker
from plainspeak.checking.coverage import Coverage, coverage
from plainspeak.checking.examples import entry_problems, example_problems, try_examples, wording_problems
from plainspeak.checking.form_trial import Shared, try_forms
from plainspeak.checking.own_wording import own_wording_problems
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.problems import Problem, in_file_order


class Outcome(NamedTuple):
    """What was tried, what the examples cover, and what came out otherwise.

    `shared` are the forms that lead to another entry with the same form, which is no fault.
    """

    entries: int
    examples: int
    coverage: Coverage
    shared: tuple[Shared, ...]
    problems: tuple[Problem, ...]


def run_tests(checker: Checker) -> Outcome:
    """Every test of every entry of the checker's glossary."""
    entries = checker.glossary.entries
    forms = try_forms(entries, checker.lexicon)
    tried = [each for entry in entries for each in try_examples(checker, entry)]
    wording = [
        problem
        for entry in entries
        for problem in (*wording_problems(checker, entry), *own_wording_problems(checker, entry))
    ]
    return Outcome(
        entries=len(entries),
        examples=len(tried),
        coverage=coverage(checker.glossary, forms.forms, tried),
        shared=forms.shared,
        problems=tuple(in_file_order([*example_problems(tried), *forms.problems, *wording])),
    )


def problems_of(checker: Checker, entries: Iterable[Entry]) -> list[Problem]:
    """What `run_tests` would say of just these entries of the checker's glossary."""
    entries = list(entries)
    forms = try_forms(checker.glossary.entries, checker.lexicon, {entry.id for entry in entries})
    said = [
        problem
        for entry in entries
        for problem in (*entry_problems(checker, entry), *own_wording_problems(checker, entry))
    ]
    return in_file_order([*said, *forms.problems])
