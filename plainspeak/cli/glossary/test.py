"""plainspeak glossary test: run the tests that every entry carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.checking.checker import Checker
from plainspeak.checking.glossary_test import Outcome, run_tests
from plainspeak.cli.glossary.wording import SOMETHING_FOUND, counted_entries, problem_lines
from plainspeak.cli.parser import Parser
from plainspeak.cli.streams import deliver
from plainspeak.glossary.card import heading
from plainspeak.reports.text import counted
from plainspeak.settings import load_settings


def run(words: Sequence[str]) -> int:
    """Run the tests that every entry carries, and tell what comes out otherwise."""
    parser = Parser(
        "glossary test",
        ["[--shared]"],
        "Check and rewrite the example sentences of every entry; look for every form of it in a small sentence; see that no\n"
        "wording is itself flagged, and that meanings, reasons and questions are in plain words. Say what comes out otherwise.",
        "For example: plainspeak glossary test --shared\n\n"
        "The exit status is 0 when all comes out as it should, 1 when something does not, and 2\n"
        "when the glossary cannot be used.",
    )
    parser.add_argument(
        "--shared", action="store_true", help="list the forms that lead to another entry with the same form"
    )
    options = parser.read(words)
    ran = run_tests(Checker.load(load_settings()))
    shared = _shared(ran) if options.shared else ()
    deliver([*problem_lines(ran.problems), *shared, *_totals(ran)], None)
    return SOMETHING_FOUND if ran.problems else 0


def _shared(ran: Outcome) -> Iterator[str]:
    for form, entry, other in ran.shared:
        yield f'"{form}", a form of {heading(entry)}, leads to {heading(other)}.\n'


def _totals(ran: Outcome) -> Iterator[str]:
    tried = f"{counted_entries(ran.entries)}, {counted(ran.forms, 'form')}, {counted(ran.examples, 'example')}"
    verdict = counted(len(ran.problems), "problem") if ran.problems else "all come out as they should"
    yield f"{tried}: {verdict}.\n"
    share = 100 * ran.with_pass // max(ran.searched, 1)
    yield f"{share}% of the entries have a sentence that must pass. "
    yield f"{counted(len(ran.shared), 'form')} {'leads' if len(ran.shared) == 1 else 'lead'} to another entry.\n"
