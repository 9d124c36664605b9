"""Examples: the glossary's own tests, run as a reader of the glossary would expect them to come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plainspeak.checking.checker import Checker
from plainspeak.checking.finding import Finding
from plainspeak.checking.own_wording import plainer
from plainspeak.glossary.entry import LEVELS, Entry, Example
from plainspeak.glossary.problems import Problem
from plainspeak.rewriting.suggestion import Suggestion
from plainspeak.text.edits import Edit, apply_edits, without_overlaps


def run_examples(checker: Checker) -> list[Problem]:
    """What comes out otherwise than an entry says, in file order. Empty when every example holds."""
    return [problem for entry in checker.glossary.entries for problem in entry_problems(checker, entry)]


class Tried(NamedTuple):
    """An example of an entry, and everything that is found in it."""

    entry: Entry
    example: Example
    findings: tuple[Finding, ...]


def entry_problems(checker: Checker, entry: Entry) -> list[Problem]:
    """What comes out otherwise than one entry of the checker's glossary says."""
    return [*example_problems(try_examples(checker, entry)), *wording_problems(checker, entry)]


def try_examples(checker: Checker, entry: Entry) -> list[Tried]:
    """The examples of an entry, checked."""
    return [Tried(entry, example, checker.check(example.text).findings) for example in entry.examples]


def example_problems(tried: Iterable[Tried]) -> list[Problem]:
    """What comes out otherwise than the examples say."""
    return [problem for each in tried for problem in _judged(*each)]


def _judged(entry: Entry, example: Example, findings: Sequence[Finding]) -> Iterator[Problem]:
    found = [finding for finding in findings if finding.entry == entry.id]
    if not example.flag:
        if found:
            yield _problem(
                entry,
                example.line,
                f'"{example.text}" must pass, but "{found[0].text}" is flagged.',
                "Add a condition (unless or only) that tells this sentence apart.",
            )
        return
    if not found:
        yield _problem(
            entry,
            example.line,
            f'"{example.text}" must be flagged, and is not.',
            "Check the terms, the kind and the conditions of the entry.",
        )
    elif example.becomes is not None:
        became = apply_first(example.text, found)
        if became != example.becomes:
            yield _problem(
                entry, example.line, f'"{example.text}" becomes "{became}".', f'It should become "{example.becomes}".'
            )


def apply_first(text: str, findings: list[Finding]) -> str:
    """`text` with the first swap of each finding made."""
    swaps = [swap for finding in findings if (swap := _first_swap(finding))]
    return apply_edits(text, without_overlaps(Edit(swap.start, swap.end, swap.text) for swap in swaps))


def _first_swap(finding: Finding) -> Suggestion | None:
    return next((suggestion for suggestion in finding.suggestions if suggestion.kind in {"swap", "delete"}), None)


def wording_problems(checker: Checker, entry: Entry) -> Iterator[Problem]:
    """A wording that is itself flagged, at the same level or a higher one, leads in a circle. Initials may be spelt out."""
    if entry.kind == "initials":
        return
    for wording in entry.say_instead:
        for finding in checker.check(wording.say.replace("*", "").replace("...", "it")).findings:
            if LEVELS.index(finding.level) <= LEVELS.index(entry.level):
                yield _problem(
                    entry,
                    entry.origin.line,
                    f'The wording "{wording.say}" holds "{finding.text}", which is flagged itself.',
                    plainer(finding),
                )


def _problem(entry: Entry, line: int, message: str, hint: str) -> Problem:
    return Problem(entry.origin.path, line or entry.origin.line, 1, f"{entry.jargon}: {message}", hint)
