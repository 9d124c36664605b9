"""plainspeak glossary test: run the tests that every entry carries."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.checking.checker import Checker
from plainspeak.checking.examples import run_examples
from plainspeak.cli.glossary.wording import SOMETHING_FOUND, counted_entries, problem_lines
from plainspeak.cli.parser import Parser
from plainspeak.cli.streams import deliver
from plainspeak.reports.text import counted
from plainspeak.settings import load_settings


def run(words: Sequence[str]) -> int:
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
    checker = Checker.load(load_settings())
    problems = run_examples(checker)
    examples = sum(len(entry.examples) for entry in checker.glossary.entries)
    verdict = f"{counted(len(problems), 'problem')}" if problems else "all come out as they should"
    ran = f"{counted_entries(len(checker.glossary))}, {counted(examples, 'example')}: {verdict}.\n"
    deliver([*problem_lines(problems), ran], None)
    return SOMETHING_FOUND if problems else 0
