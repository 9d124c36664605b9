"""plainspeak glossary test: run the tests that every entry carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.checking.checker import Checker
from plainspeak.checking.coverage import Coverage
from plainspeak.checking.glossary_test import Outcome, run_tests
from plainspeak.cli.glossary.wording import SOMETHING_FOUND, counted_entries, problem_lines
from plainspeak.cli.parser import Parser
from plainspeak.cli.streams import deliver
from plainspeak.glossary.card import heading
from plainspeak.reports.counts import counted
from plainspeak.settings import load_settings

_COVERED = {
    "entries": "entries with a sentence that must be flagged",
    "swaps": "entries with other words to say, and a sentence as it becomes",
    "conditions": "entries with conditions, and a sentence that must pass",
    "choices": "wordings for certain sentences, and a sentence that they are for",
    "forms": "forms that stand in an example and are found there",
}
_LACKING = {
    "entries": "No sentence that must be flagged",
    "swaps": "No sentence as it becomes",
    "conditions": "Conditions, and no sentence that must pass",
    "choices": "A wording for certain sentences, and no such sentence",
}


def run(words: Sequence[str]) -> int:
    """Run the tests that every entry carries, and tell what comes out otherwise."""
    parser = Parser(
        "glossary test",
        ["[--shared] [--gaps]"],
        "Check and rewrite the example sentences of every entry; look for every form of it in a small sentence; see that no\n"
        "wording is itself flagged, and that meanings, reasons and questions are in plain words. Say what comes out otherwise.",
        "For example: plainspeak glossary test --shared\n\n"
        "The exit status is 0 when all comes out as it should, 1 when something does not, and 2\n"
        "when the glossary cannot be used.",
    )
    parser.add_argument(
        "--shared", action="store_true", help="list the forms that lead to another entry with the same form"
    )
    parser.add_argument(
        "--gaps",
        action="store_true",
        help="list the entries that lack a sentence: one that must pass, one that is flagged",
    )
    options = parser.read(words)
    ran = run_tests(Checker.load(load_settings()))
    shared = _shared(ran) if options.shared else ()
    gaps = _gaps(ran.coverage) if options.gaps else ()
    deliver([*problem_lines(ran.problems), *shared, *gaps, *_totals(ran)], None)
    return SOMETHING_FOUND if ran.problems else 0


def _shared(ran: Outcome) -> Iterator[str]:
    for form, entry, other in ran.shared:
        yield f'"{form}", a form of {heading(entry)}, leads to {heading(other)}.\n'


def _gaps(coverage: Coverage) -> Iterator[str]:
    for part, lacking in _LACKING.items():
        if unseen := getattr(coverage, part).unseen:
            yield f"{lacking}: {'; '.join(unseen)}.\n"


def _totals(ran: Outcome) -> Iterator[str]:
    forms = ran.coverage.forms.all
    tried = f"{counted_entries(ran.entries)}, {counted(forms, 'form')}, {counted(ran.examples, 'example')}"
    verdict = counted(len(ran.problems), "problem") if ran.problems else "all come out as they should"
    yield f"{tried}: {verdict}.\n"
    leads = "leads" if len(ran.shared) == 1 else "lead"
    yield f"Every form was looked for in a small sentence; {len(ran.shared):,} of them {leads} to another entry.\n"
    yield "\nWhat the examples cover:\n"
    for part, covered in _COVERED.items():
        counts = getattr(ran.coverage, part)
        if counts.all:
            yield f"  {covered}: {counts.share}% ({counts.seen:,} of {counts.all:,})\n"
