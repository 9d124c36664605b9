"""The sentences in tests/cases/checks come out as their files say, with the glossary that is shipped.

A file is blocks of `text:`, `finds:`, `left:`, `gives:` and `safe:`, parted by blank lines; README.md there says what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.checking.examples import apply_first

CASES = Path(__file__).parents[1] / "cases" / "checks"
NOT_RUN = "faults"
"""The file of sentences that do not come out right yet."""

# What cannot be seen in a file is written by its name.
_BY_NAME = {
    "{line}": "\n",
    "{tab}": "\t",
    "{space}": " ",
    "{no-break space}": "\u00a0",
    "{no-break hyphen}": "\u2011",
    "{soft hyphen}": "\u00ad",
    "{zero-width space}": "\u200b",
}
_FIELDS = frozenset({"text", "finds", "left", "gives", "safe"})


class Case(NamedTuple):
    """One sentence, and what must come out. None where the case says nothing."""

    place: str
    text: str
    finds: str
    left: str | None
    gives: str | None
    safe: str | None


def read_cases(folder: Path) -> list[Case]:
    """Every case of the files that are run, in file order."""
    files = sorted(path for path in folder.glob("*.txt") if path.stem != NOT_RUN)
    return [case for path in files for case in cases_of(path)]


def cases_of(path: Path) -> list[Case]:
    """The cases of one file. Raises ValueError, with the file and the line, when a block cannot be read."""
    return [_case(f"{path.stem}, line {line}", fields) for line, fields in _blocks(path)]


def _blocks(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    fields: dict[str, str] = {}
    first = 0
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.startswith("#"):
            continue
        if not line.strip():
            if fields:
                yield first, fields
            fields = {}
            continue
        name, colon, value = line.partition(":")
        if not colon or name not in _FIELDS or name in fields:
            raise ValueError(f"{path.name}, line {number}: expected one each of {', '.join(sorted(_FIELDS))}")
        first = first if fields else number
        fields[name] = _with_marks(value.strip())


def _case(place: str, fields: dict[str, str]) -> Case:
    if not {"text", "finds"} <= fields.keys():
        raise ValueError(f"{place}: text: and finds: must both be there")
    return Case(place, fields["text"], fields["finds"], *map(fields.get, ("left", "gives", "safe")))


def _with_marks(value: str) -> str:
    for name, mark in _BY_NAME.items():
        value = value.replace(name, mark)
    return value


@pytest.mark.parametrize("case", read_cases(CASES), ids=lambda case: case.place)
def test_sentence(checker: Checker, case: Case) -> None:
    checked = checker.check(case.text)
    assert ", ".join(finding.text for finding in checked.findings) == case.finds
    if case.left is not None:
        assert "; ".join(f"{left.reason}: {left.text}" for left in checked.left_alone) == case.left
    if case.gives is not None:
        assert apply_first(case.text, list(checked.findings)) == case.gives
    if case.safe is not None:
        assert checker.rewrite(case.text) == case.safe


def test_faults_can_be_read() -> None:
    assert cases_of(CASES / f"{NOT_RUN}.txt")


def test_no_sentence_stands_twice() -> None:
    texts = [case.text for case in read_cases(CASES)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    "block", ["finds: a\n", "text: a\n", "text: a\nfinds:\ntext: b\n", "text: a\nfound: a\n", "text\n"]
)
def test_a_block_that_cannot_be_read_is_named(tmp_path: Path, block: str) -> None:
    path = tmp_path / "topic.txt"
    path.write_text(f"# what it is about\n\n{block}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"topic.*line [3-5]"):
        cases_of(path)
