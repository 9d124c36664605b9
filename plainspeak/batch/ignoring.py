"""What .gitignore files leave out, read as git reads them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from string import punctuation
from typing import NamedTuple

_SET = re.compile(r"\[(?P<not>[!^]?)(?P<inside>\]?(?:\[:[a-z]+:\]|\\.|[^\]\\])*)\]", re.DOTALL)
"""Such as ``[a-z]``, ``[!ab]`` or ``[[:digit:]_]``."""

_SPECIAL = re.compile(r"\[:(?P<kind>[a-z]+):\]|\\(?P<escaped>.)|(?P<letter>[^\w-])", re.DOTALL)
_KINDS = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": " \\t",
    "digit": "0-9",
    "lower": "a-z",
    "punct": re.escape(punctuation),
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


class Rule(NamedTuple):
    """One line of a .gitignore file. It is tried on the path below its folder; `takes_back` is a line that begins with !."""

    pattern: re.Pattern[str]
    takes_back: bool
    folders_only: bool


class Ignoring(NamedTuple):
    """The .gitignore files in force in a folder, the outermost first: for each, its folder (with / at its end) and its rules."""

    files: tuple[tuple[str, tuple[Rule, ...]], ...] = ()

    @classmethod
    def above(cls, folder: str) -> Ignoring:
        """What is in force in `folder`: its own file, and in a git checkout those of the folders above it."""
        here = Path(folder).absolute()
        line = [here, *here.parents]
        top = next((number for number, above in enumerate(line) if os.path.exists(above / ".git")), 0)  # noqa: PTH110 - False where one may not look
        found = cls()
        for above in reversed(line[: top + 1]):
            found = found.inside(str(above), above / ".git" / "info" / "exclude").inside(str(above))
        return found

    def inside(self, folder: str, file: Path | None = None) -> Ignoring:
        """The same with the file of one more folder, where it has one."""
        try:
            lines = (file or Path(folder, ".gitignore")).read_text("utf-8-sig", "surrogateescape").split("\n")
        except OSError:
            return self
        rules = tuple(_rules(lines))
        return Ignoring((*self.files, (slashed(os.path.abspath(folder)) + "/", rules))) if rules else self  # noqa: PTH100 - links stay

    def leaves_out(self, path: str, *, is_folder: bool) -> bool:
        """Whether the file or folder at `path` is left out. The last rule that fits decides."""
        full = slashed(os.path.abspath(path))  # noqa: PTH100 - links stay
        for folder, rules in reversed(self.files):
            if full.startswith(folder):
                below = full[len(folder) :]
                for rule in reversed(rules):
                    if (is_folder or not rule.folders_only) and rule.pattern.fullmatch(below):
                        return not rule.takes_back
        return False


def slashed(path: str) -> str:
    """A path with / between its parts, as patterns are written everywhere, and none at its end."""
    return path.replace(os.sep, "/").rstrip("/")


def _rules(lines: Iterable[str]) -> Iterator[Rule]:
    for line in lines:
        words = re.sub(r"(?<!\\) +$", "", line.removesuffix("\r"))
        if not words or words.startswith("#"):
            continue
        takes_back = words.startswith("!")
        words = words[1:] if takes_back else words
        folders_only = words.endswith("/")
        words = words.rstrip("/")
        if words:
            with suppress(re.error):  # a set such as [z-a], which holds nothing
                yield Rule(re.compile(_expression(words), re.DOTALL), takes_back, folders_only)


def _expression(pattern: str) -> str:
    """A pattern as a regular expression for the path below its folder. One without a slash fits at any depth."""
    anchored = "/" in pattern
    rest = pattern.removeprefix("/")
    parts = [] if anchored else ["(?:.*/)?"]
    at = 0
    while at < len(rest):
        piece, at = _piece(rest, at)
        parts.append(piece)
    return "".join(parts)


def _piece(pattern: str, at: int) -> tuple[str, int]:
    """The expression for what stands at `at`, and where the next piece begins."""
    for words, expression in (("**/", "(?:.*/)?"), ("/**/", "/(?:.*/)?")):
        if pattern.startswith(words, at) and (at == 0 or words[0] == "/"):
            return expression, at + len(words)
    if pattern.startswith("/**", at) and at + 3 == len(pattern):
        return "/.+", at + 3
    letter = pattern[at]
    if letter == "*":
        while pattern.startswith("*", at):
            at += 1
        return "[^/]*", at
    if letter == "?":
        return "[^/]", at + 1
    if found := _SET.match(pattern, at):
        inside = _SPECIAL.sub(_in_set, found["inside"])
        return f"(?!/)[{'^' if found['not'] else ''}{inside}]", found.end()
    if letter == "\\" and at + 1 < len(pattern):
        return re.escape(pattern[at + 1]), at + 2
    return re.escape(letter), at + 1


def _in_set(found: re.Match[str]) -> str:
    """A part of a set that a regular expression would read otherwise."""
    if kind := found["kind"]:
        return _KINDS.get(kind, "")
    return re.escape(found["escaped"] or found["letter"])
