"""Trial: a change to a glossary file tried out before it is saved.

The new text is read and checked as `plainspeak glossary check` would, and the examples of the entries that change are run
as `plainspeak glossary test` would. What was wrong before does not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from plainspeak.checking.checker import Checker
from plainspeak.checking.examples import apply_first, entry_problems
from plainspeak.glossary.clashes import find_clashes
from plainspeak.glossary.entry import Entry, Glossary
from plainspeak.glossary.house_rules import check_wording
from plainspeak.glossary.layers import overlay
from plainspeak.glossary.load import read_text
from plainspeak.glossary.naming import term_key
from plainspeak.glossary.problems import Problem, in_file_order
from plainspeak.glossary.written_fields import Fields, Value, fields_of, read_fields

_BLANK = "\ufeff \t\r\n"
_LINE = re.compile(r"line \d+")


class Trial:
    """A glossary file before and after a change, among the other entries in force."""

    def __init__(self, path: Path, layer: str, others: Iterable[Entry], before: str, after: str) -> None:
        """`others` are the entries in force; those that come from `path` itself are left out."""
        self.path = path
        self._layer = layer or "project"
        self._others = _from_elsewhere(others, path)
        self._before = before
        self.entries, self._problems = self._read(after)
        known = {_content(entry) for entry in _entries(before, path)}
        self.changed = [entry for entry in self.entries if _content(entry) not in known]

    def _read(self, text: str) -> tuple[list[Entry], list[Problem]]:
        """The entries of the file, and what is wrong with them alone and beside the other files of their layer."""
        if not text.strip(_BLANK):
            return [], []
        entries, problems = read_text(text, str(self.path), self._layer)
        beside = [entry for entry in self._others if entry.origin.layer == self._layer]
        clashes = [clash for clash in find_clashes([*beside, *entries]) if clash not in problems]
        alike = [fault for fault in check_wording(overlay(self._others, entries)) if fault.path == str(self.path)]
        return entries, [*problems, *clashes, *alike]

    @cached_property
    def checker(self) -> Checker:
        """A checker for the glossary as it would be after the change."""
        return Checker(Glossary(tuple(overlay(self._others, self.entries))))

    @cached_property
    def new_entries(self) -> list[Entry]:
        """The entries that change, under the ids that they would have."""
        keys = {term_key(entry.jargon, entry.kind) for entry in self.changed}
        entries = self.checker.glossary.entries
        return [
            entry
            for entry in entries
            if entry.origin.path == str(self.path) and term_key(entry.jargon, entry.kind) in keys
        ]

    def faults(self) -> list[Problem]:
        """What `glossary check` would say that it did not say before."""
        known = Counter(map(_without_lines, self._read(self._before)[1] if self._problems else ()))
        new = []
        for problem in self._problems:
            key = _without_lines(problem)
            if known[key] > 0:
                known[key] -= 1
            else:
                new.append(problem)
        return in_file_order(new)

    def failures(self) -> list[Problem]:
        """What `glossary test` would say of the examples of the entries that change."""
        return [problem for entry in self.new_entries for problem in entry_problems(self.checker, entry)]

    def problems(self) -> list[Problem]:
        """Every reason to refuse the change: faults first, and failures where nothing keeps the examples from being run."""
        faults = self.faults()
        return faults if any(fault.blocks for fault in faults) else [*faults, *self.failures()]

    def replaced(self) -> list[Entry]:
        """Entries of other layers that the changed ones take the place of."""
        keys = {term_key(term, entry.kind) for entry in self.changed for term in entry.terms}
        return [
            entry
            for entry in self._others
            if entry.origin.layer != self._layer and any(term_key(term, entry.kind) in keys for term in entry.terms)
        ]


def with_open_ends(fields: Fields, old: Fields) -> Fields:
    """The fields; where the wordings are no longer the old ones, what the old sentences become is left open."""
    examples, before = fields.get("examples"), old.get("examples")
    same = fields.get("say_instead") == old.get("say_instead")
    if same or not (isinstance(examples, list) and isinstance(before, list)):
        return fields
    return {**fields, "examples": [_open_ended(example) if example in before else example for example in examples]}


def _open_ended(example: Value) -> Value:
    if not isinstance(example, dict):
        return example
    return {name: text for name, text in example.items() if name != "becomes"}


def completed(fields: Fields) -> Fields:
    """The fields of an entry with what each flag sentence becomes filled in, where that was left open."""
    examples = [dict(example) for example in fields.get("examples", ()) if isinstance(example, dict)]
    entry, _ = read_fields(fields, "", "", 1)
    if not (entry and entry.say_instead):
        return fields
    checker = Checker(Glossary([entry]))
    for example in examples:
        if "flag" in example and "becomes" not in example:
            text = str(example["flag"])
            found = [finding for finding in checker.check(text).findings if finding.entry == entry.id]
            if (becomes := apply_first(text, found)) != text:
                example["becomes"] = becomes
    return {**fields, "examples": [*examples]} if examples else fields


def _entries(text: str, path: Path) -> list[Entry]:
    return read_text(text, str(path), "")[0] if text.strip(_BLANK) else []


def _from_elsewhere(entries: Iterable[Entry], path: Path) -> list[Entry]:
    """The entries that do not come from the file at `path`."""
    entries = list(entries)
    here = path.resolve()
    same = {name for name in {entry.origin.path for entry in entries} if Path(name).resolve() == here}
    return [entry for entry in entries if entry.origin.path not in same]


def _content(entry: Entry) -> str:
    return repr(fields_of(entry))


def _without_lines(problem: Problem) -> tuple[str, str]:
    return _LINE.sub("line", problem.what), problem.to_do
