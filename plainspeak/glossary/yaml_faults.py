"""What is wrong with a line that is not YAML, in words for people who do not program."""

from __future__ import annotations

import re
from typing import NamedTuple

_COLON_IN_WORDS = re.compile(r"^(\s*(?:- )*)([\w ]+):\s+(?![\"'\[{>|])(.*:(?:\s.*|$))")
_QUOTED_THEN_MORE = re.compile(r"(?:^|[:\-\[,]\s+)('(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\")(?=\s*[^\s,\]}:#])")
_NEEDS_MARKS = {"@": "@", "`": "a backtick", "%": "%", "*": "*", "&": "&", "!": "!", ",": "a comma"}
QUOTE_IT = "Put quotation marks round all the words."


class Fault(NamedTuple):
    """What is wrong and what to do, at a 1-based line and column."""

    line: int
    column: int
    what: str
    to_do: str


def explain_fault(text: str, line: int, column: int, message: str, began: int | None) -> Fault:
    """Explain the parser's `message` about `text` at a 0-based line and column.

    `began` is the 0-based line on which the thing that could not be read began.
    """
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    before = lines[began] if began is not None and began < len(lines) else ""

    def fault(what: str, to_do: str, at: int = line, column: int = column) -> Fault:
        return Fault(at + 1, column + 1, what, to_do)

    if "\t" in here[: len(here) - len(here.lstrip())] or here[column : column + 1] == "\t":
        return fault("There is a tab here.", "Use spaces, two for each step to the right.", column=here.index("\t"))
    if "end of stream" in message and "quoted" in message and began is not None:
        mark = before[_first_mark(before) :][:1] or '"'
        return fault(
            "A quotation mark is opened here and never closed.",
            f"Add {mark} at the end of the words.",
            began,
            max(_first_mark(before), 0),
        )
    if "unknown escape" in message:
        to_do = "Use single quotation marks, or take it out."
        return fault("A backslash stands inside double quotation marks.", to_do, column=here.rfind("\\", 0, column + 1))
    if "{}" in here and not _inside_marks(here, here.index("{}")):
        return fault("A pattern with {} needs quotation marks.", 'Write it as "financial {}".', column=here.index("{}"))
    if found := _QUOTED_THEN_MORE.search(here):
        return fault(
            "More words follow a closing quotation mark.",
            "Put double quotation marks round all the words, or, inside single ones, write every ' twice.",
            column=found.end(1),
        )
    if "mapping values" in message:
        return _colon_fault(lines, line, column)
    if here[column : column + 1] in _NEEDS_MARKS:
        return fault(f"Words cannot start with {_NEEDS_MARKS[here[column]]} here.", QUOTE_IT)
    if "anchor" in message or "alias" in message:
        return fault("Words that start with * or & need quotation marks.", QUOTE_IT, column=max(column - 1, 0))
    return _layout_fault(lines, line, column, message, began)


def _colon_fault(lines: list[str], line: int, column: int) -> Fault:
    """A colon where none can stand: in the words of a field, or in a line that is set in too far."""
    here = lines[line]
    if _COLON_IN_WORDS.match(here):
        return Fault(
            line + 1,
            column + 1,
            "There is a second colon in this line.",
            "Put quotation marks round the words after the first.",
        )
    return Fault(
        line + 1,
        len(here) - len(here.lstrip()) + 1,
        "This line is set in too far, or the line before it is not finished.",
        "Start it exactly below the field above it.",
    )


def _layout_fault(lines: list[str], line: int, column: int, message: str, began: int | None) -> Fault:
    """A list that is not closed, a colon left out, a line that starts in the wrong column."""
    if "flow" in message and began is not None:
        close = "]" if "sequence" in message else "}"
        opened = max(lines[began].find("[" if close == "]" else "{"), 0)
        return Fault(
            began + 1,
            opened + 1,
            "The list that is opened here is not closed, or a comma is missing in it.",
            f"Put a comma between the words and {close} at the end.",
        )
    if "expected ':'" in message and began is not None:
        column = len(lines[began]) - len(lines[began].lstrip())
        return Fault(
            began + 1,
            column + 1,
            "There is no colon in this line.",
            "Write name: words. If it goes on with the words above, set it in further than they are.",
        )
    if "block scalar" in message:
        return Fault(line + 1, column + 1, "Words cannot start with > or | here.", QUOTE_IT)
    indent = len(lines[line]) - len(lines[line].lstrip()) if line < len(lines) else 0
    return Fault(
        line + 1,
        (max(indent, column)) + 1,
        "This line does not fit the lines above it.",
        "Start it exactly below the field or the dash that it belongs with.",
    )


def _first_mark(line: str) -> int:
    """Where the first quotation mark that opens a value stands, or -1."""
    found = re.search(r"(?:^|[:\-\[,]\s*)([\"'])", line)
    return found.start(1) if found else -1


def _inside_marks(line: str, at: int) -> bool:
    """Whether position `at` stands between two quotation marks of one kind."""
    return any(line[:at].count(mark) % 2 == 1 and mark in line[at:] for mark in "\"'")
