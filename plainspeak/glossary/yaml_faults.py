"""What is wrong with a line that is not YAML, in words for people who do not program.

The parser tells where it stopped and what it expected, in its own words. Here the line itself is looked at, for the
slips that people make: a tab, a second colon, a quotation mark that is never closed. The first explanation that fits is
given.
"""

from __future__ import annotations

import re
from typing import NamedTuple

QUOTE_IT = "Put quotation marks round all the words."

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_FIRST_MARK = re.compile(r"(?:^|[:\-\[,]\s*)([\"'])")
_WORDS_WITH_COLON = re.compile(r"^\s*(?:- )*[\w ]+:\s+(?![\"'\[{>|]).*:(?:\s|$)")
_WORDS_AFTER_MARKS = re.compile(r"(?:^|[:\-\[,]\s+)('(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\")(?=\s*[^\s,\]}:#])")
_CANNOT_START = {"@": "@", "`": "a backtick", "%": "%", "*": "*", "&": "&", "!": "!", ",": "a comma"}


class Fault(NamedTuple):
    """What is wrong and what to do, at a 1-based line and column."""

    line: int
    column: int
    what: str
    to_do: str


class Slip(NamedTuple):
    """Where the parser stopped, from 0: `here` is that line; `before` the one on which the unread thing began."""

    line: int
    column: int
    message: str
    here: str
    began: int
    before: str

    def fault(self, column: int, what: str, to_do: str) -> Fault:
        """A fault in the line where the parser stopped."""
        return Fault(self.line + 1, max(column, 0) + 1, what, to_do)

    def earlier_fault(self, column: int, what: str, to_do: str) -> Fault:
        """A fault in the line on which the unread thing began."""
        return Fault(self.began + 1, max(column, 0) + 1, what, to_do)


def explain_fault(text: str, line: int, column: int, message: str, began: int) -> Fault:
    """Explain the parser's `message` about `text` at a 0-based line and column.

    `began` is the 0-based line on which the thing that could not be read began.
    """
    lines = dict(enumerate(_LINE_BREAK.split(text)))
    slip = Slip(line, column, message, lines.get(line, ""), began, lines.get(began, ""))
    return next(fault for explain in _EXPLANATIONS if (fault := explain(slip)))


def _tab(slip: Slip) -> Fault | None:
    if "\t" not in slip.here[: _indent(slip.here)] and slip.here[slip.column : slip.column + 1] != "\t":
        return None
    return slip.fault(slip.here.index("\t"), "There is a tab here.", "Use spaces, two for each step to the right.")


def _open_mark(slip: Slip) -> Fault | None:
    if "end of stream" not in slip.message or "quoted" not in slip.message:
        return None
    mark = _FIRST_MARK.search(slip.before)
    to_do = f"Add {mark[1] if mark else 'it'} at the end of the words."
    return slip.earlier_fault(mark.start(1) if mark else 0, "A quotation mark is opened here and never closed.", to_do)


def _backslash(slip: Slip) -> Fault | None:
    if "unknown escape" not in slip.message:
        return None
    column = slip.here.rfind("\\", 0, slip.column + 1)
    to_do = "Use single quotation marks, or take it out."
    return slip.fault(column, "A backslash stands inside double quotation marks.", to_do)


def _bare_pattern(slip: Slip) -> Fault | None:
    column = slip.here.find("{}")
    if column < 0 or _is_quoted(slip.here, column):
        return None
    return slip.fault(column, "A pattern with {} needs quotation marks.", 'Write it as "financial {}".')


def _words_after_marks(slip: Slip) -> Fault | None:
    found = _WORDS_AFTER_MARKS.search(slip.here)
    if not found:
        return None
    to_do = "Put double quotation marks round all the words, or, inside single ones, write every ' twice."
    return slip.fault(found.end(1), "More words follow a closing quotation mark.", to_do)


def _colon(slip: Slip) -> Fault | None:
    if "mapping values" not in slip.message:
        return None
    if _WORDS_WITH_COLON.match(slip.here):
        to_do = "Put quotation marks round the words after the first."
        return slip.fault(slip.column, "There is a second colon in this line.", to_do)
    what = "This line is set in too far, or the line before it is not finished."
    return slip.fault(_indent(slip.here), what, "Start it exactly below the field above it.")


def _bad_start(slip: Slip) -> Fault | None:
    sign = _CANNOT_START.get(slip.here[slip.column : slip.column + 1])
    if sign:
        return slip.fault(slip.column, f"Words cannot start with {sign} here.", QUOTE_IT)
    if "anchor" in slip.message or "alias" in slip.message:
        return slip.fault(slip.column - 1, "Words that start with * or & need quotation marks.", QUOTE_IT)
    if "block scalar" in slip.message:
        return slip.fault(slip.column, "Words cannot start with > or | here.", QUOTE_IT)
    return None


def _open_list(slip: Slip) -> Fault | None:
    if "flow" not in slip.message:
        return None
    close = "}" if "mapping" in slip.message else "]"
    column = slip.before.find("[" if close == "]" else "{")
    what = "The list that is opened here is not closed, or a comma is missing in it."
    return slip.earlier_fault(column, what, f"Put a comma between the words and {close} at the end.")


def _no_colon(slip: Slip) -> Fault | None:
    if "expected ':'" not in slip.message:
        return None
    to_do = "Write name: words. If it goes on with the words above, set it in further than they are."
    return slip.earlier_fault(_indent(slip.before), "There is no colon in this line.", to_do)


def _wrong_column(slip: Slip) -> Fault:
    to_do = "Start it exactly below the field or the dash that it belongs with."
    return slip.fault(max(slip.column, _indent(slip.here)), "This line does not fit the lines above it.", to_do)


_EXPLANATIONS = (
    _tab,
    _open_mark,
    _backslash,
    _bare_pattern,
    _words_after_marks,
    _colon,
    _bad_start,
    _open_list,
    _no_colon,
    _wrong_column,
)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_quoted(line: str, at: int) -> bool:
    """Whether position `at` stands between two quotation marks of one kind."""
    return any(line[:at].count(mark) % 2 == 1 and mark in line[at:] for mark in "\"'")
