"""plainspeak glossary: check and test the glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plainspeak.cli.parser import Parser
from plainspeak.cli.streams import as_seen_from_here, deliver
from plainspeak.errors import Problem, UsageError, did_you_mean
from plainspeak.reports.terminal import on_one_line
from plainspeak.reports.text import counted

SOMETHING_FOUND = 1
CANNOT_BE_USED = 2


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    if words and words[0] in _ACTIONS:
        return _ACTIONS[words[0]].run(words[1:])
    if words and words[0] in ("-h", "--help"):
        deliver([_help()], None)
        return 0
    if not words:
        raise UsageError("Say what to do with the glossary.", f"One of: {', '.join(_ACTIONS)}.")
    near = did_you_mean(words[0], _ACTIONS) or f"One of: {', '.join(_ACTIONS)}."
    raise UsageError(f'There is no command "glossary {words[0]}".', near)


def check(words: Sequence[str]) -> int:
    """Read every glossary file in force, or those named, and tell everything that is wrong with them."""
    from plainspeak.glossary.house_rules import check_wording
    from plainspeak.glossary.layers import read_layers
    from plainspeak.glossary.load import load_files
    from plainspeak.settings import load_settings

    parser = Parser(
        "glossary check",
        ["[FILE...]"],
        "Read the glossary files in force, or those that you name, and say what is wrong with them.",
        "The exit status is 0 when all is well, 1 when something should be put right, and 2 when\n"
        "a fault stops a file from being used.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a glossary file (default: all that are in force)")
    files = parser.read(words).files
    entries, problems = load_files(map(Path, files), "project") if files else read_layers(load_settings())
    problems += [fault for fault in check_wording(entries) if fault not in problems]
    blocking = sum(problem.blocks for problem in problems)
    advice = len(problems) - blocking
    deliver([*_lines(problems), f"{_entries(len(entries))}: {_verdict(blocking, advice)}.\n"], None)
    return CANNOT_BE_USED if blocking else SOMETHING_FOUND if advice else 0


def test(words: Sequence[str]) -> int:
    """Run the tests that every entry carries, and tell what comes out otherwise."""
    parser = Parser(
        "glossary test",
        [""],
        "Check and rewrite the example sentences of every entry, and say what comes out otherwise\n"
        "than the entry says.",
        "The exit status is 0 when all comes out as it should, 1 when something does not, and 2\n"
        "when the glossary cannot be used.",
    )
    parser.read(words)
    from plainspeak.checking.checker import Checker
    from plainspeak.checking.examples import run_examples
    from plainspeak.settings import load_settings

    checker = Checker.load(load_settings())
    problems = run_examples(checker)
    examples = sum(len(entry.examples) for entry in checker.glossary.entries)
    verdict = f"{counted(len(problems), 'problem')}" if problems else "all come out as they should"
    ran = f"{_entries(len(checker.glossary))}, {counted(examples, 'example')}: {verdict}.\n"
    deliver([*_lines(problems), ran], None)
    return SOMETHING_FOUND if problems else 0


def _lines(problems: Iterable[Problem]) -> Iterator[str]:
    return (on_one_line(as_seen_from_here(problem)) + "\n" for problem in problems)


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"


def _verdict(blocking: int, advice: int) -> str:
    parts = [counted(blocking, "fault") + " to put right"] * bool(blocking)
    parts += [counted(advice, "thing") + " to look at"] * bool(advice)
    return " and ".join(parts) or "all is well"


class _Action(NamedTuple):
    """Something to do with the glossary, and what it does in a few words."""

    run: Callable[[Sequence[str]], int]
    does: str


_ACTIONS = {
    "check": _Action(check, "say what is wrong with the glossary files"),
    "test": _Action(test, "run the tests that every entry carries"),
}


def _help() -> str:
    rows = "\n".join(f"  plainspeak glossary {name:<8} {action.does}" for name, action in _ACTIONS.items())
    return f"Look after the glossary.\n\n{rows}\n\n  plainspeak glossary COMMAND --help   what a command can do\n"
