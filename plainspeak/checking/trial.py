"""Trial: a change to a glossary file tried out before it is saved.

The new text is read and checked as `plainspeak glossary check` would, and the entries that change are tested as
`plainspeak glossary test` would. What was wrong before does not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from plainspeak.checking.checker import Checker
from plainspeak.checking.examples import apply_first
from plainspeak.checking.glossary_test import problems_of
from plainspeak.glossary.clashes import find_clashes
from plainspeak.glossary.entry import Entry, Glossary
from plainspeak.glossary.house_rules import check_wording
from plainspeak.glossary.layers import LAYERS, overlay
from plainspeak.glossary.load import read_text
from plainspeak.glossary.naming import term_key
from plainspeak.glossary.problems import Problem, in_file_order
from plainspeak.glossary.written_fields import Fields, Value, fields_of, read_fields
from plainspeak.matching.forms import forms_of, normalise_form

_BLANK = "\ufeff \t\r\n"
_LINE = re.compile(r"line \d+")
_NOT_A_WORD = re.compile(r"[^\w'’-]+")


class Trial:
    """A glossary file before and after a change, among the other entries in force."""

    def __init__(self, path: Path, layer: str, others: Iterable[Entry], before: str, after: str) -> None:
        """`others` are the entries in force; those that come from `path` itself are left out."""
        self.path = path
        self._layer = layer or "project"
        self._others = _from_elsewhere(others, path)
        self._before = before
        self._after = after
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
        """What `glossary test` would say of the entries that change."""
        return problems_of(self.checker, self.new_entries)

    @cached_property
    def failures_elsewhere(self) -> list[Problem]:
        """What `glossary test` would say of other entries that it does not say now: they use words that become jargon."""
        forms = [f" {form.text.lower()} " for entry in self.new_entries for form in forms_of(entry)]
        ids = {entry.id for entry in self.new_entries}
        holding = [entry for entry in self.checker.glossary.entries if entry.id not in ids and _holds(entry, forms)]
        after = problems_of(self.checker, holding) if holding else []
        if not after:
            return []
        before = Checker(Glossary(tuple(overlay(self._others, _entries(self._before, self.path)))))
        known = {problem.what for problem in problems_of(before, _same(holding, before.glossary))}
        return [problem for problem in after if problem.what not in known]

    def told(self, problem: Problem) -> str:
        """A problem in words, with its place when that stands in the file as it is now."""
        if problem.path != str(self.path):
            return str(problem)
        line = self._line_before(problem.line)
        return str(problem._replace(line=line)) if line else f"{problem.what} {problem.to_do}".rstrip()

    def _line_before(self, line: int) -> int:
        """The line that a line of the new text has in the old; 0 when it is not there."""
        for first, second, size in self._kept_lines:
            if second < line <= second + size:
                return first + line - second
        return 0

    @cached_property
    def _kept_lines(self) -> list[tuple[int, int, int]]:
        """Stretches of lines that stay: how many lines stand before each in the old and in the new text, and its length."""
        old, new = self._before.splitlines(), self._after.splitlines()
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        return [(0, 0, start), (len(old) - end, len(new) - end, end)]

    def problems(self) -> list[Problem]:
        """Every reason to refuse the change: faults first, and failures where nothing keeps the examples from being run."""
        faults = self.faults()
        if any(fault.blocks for fault in faults):
            return faults
        return [*faults, *self.failures(), *self._elsewhere(shipped=False)]

    def warnings(self) -> list[Problem]:
        """What would be wrong with entries that come with plainspeak, which a person cannot mend."""
        return self._elsewhere(shipped=True)

    def _elsewhere(self, *, shipped: bool) -> list[Problem]:
        theirs = {entry.origin.path for entry in self._others if entry.origin.layer == "shipped"}
        return [problem for problem in self.failures_elsewhere if (problem.path in theirs) is shipped]

    def replaced(self) -> list[Entry]:
        """Entries of the layers below that the changed ones take the place of."""
        return [entry for entry in self._sharing() if _rank(entry.origin.layer) < _rank(self._layer)]

    def outranked_by(self) -> list[Entry]:
        """Entries of the layers above that take the place of the changed ones."""
        return [entry for entry in self._sharing() if _rank(entry.origin.layer) > _rank(self._layer)]

    def _sharing(self) -> list[Entry]:
        """The other entries that have a term in common with a changed one."""
        keys = {term_key(term, entry.kind) for entry in self.changed for term in entry.terms}
        return [entry for entry in self._others if any(term_key(term, entry.kind) in keys for term in entry.terms)]


def _rank(layer: str) -> int:
    return LAYERS.index(layer)


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


def _alike(first: Sequence[str], second: Sequence[str]) -> int:
    """How many items two lists have in common from their start."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


def _holds(entry: Entry, forms: Sequence[str]) -> bool:
    """Whether any of the forms, with a space on either side, may stand in what an entry says."""
    said = [
        entry.what_we_mean,
        entry.in_brackets,
        entry.ask,
        entry.why,
        *(wording.say for wording in entry.say_instead),
    ]
    said += [example.text for example in entry.examples]
    text = " ".join(said).lower()
    if not any(form.split()[0] in text for form in forms):
        return False
    words = f" {normalise_form(_NOT_A_WORD.sub(' ', text))} "
    return any(form in words for form in forms)


def _same(entries: Iterable[Entry], glossary: Glossary) -> list[Entry]:
    """The entries as they stand in another glossary; those that it does not have are left out."""
    return [entry for each in entries if (entry := glossary.get(each.id))]


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
