"""plainspeak glossary check: say what is wrong with the glossary files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plainspeak.cli.glossary.wording import CANNOT_BE_USED, SOMETHING_FOUND, counted_entries, problem_lines
from plainspeak.cli.parser import Parser
from plainspeak.cli.streams import deliver
from plainspeak.glossary.house_rules import check_wording
from plainspeak.glossary.layers import read_layers
from plainspeak.glossary.load import load_files
from plainspeak.reports.counts import counted
from plainspeak.settings import load_settings


def run(words: Sequence[str]) -> int:
    """Read every glossary file in force, or those named, and tell everything that is wrong with them."""
    parser = Parser(
        "glossary check",
        ["[FILE...]"],
        "Read the glossary files in force, or those that you name, and say what is wrong with them.",
        "For example: plainspeak glossary check our-words.yaml\n\n"
        "The exit status is 0 when all is well, 1 when something should be put right, and 2 when\n"
        "a fault stops a file from being used.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a glossary file (default: all that are in force)")
    files = parser.read(words).files
    entries, problems = load_files(map(Path, files), "project") if files else read_layers(load_settings())
    problems += [fault for fault in check_wording(entries) if fault not in problems]
    blocking = sum(problem.blocks for problem in problems)
    advice = len(problems) - blocking
    deliver([*problem_lines(problems), f"{counted_entries(len(entries))}: {_verdict(blocking, advice)}.\n"], None)
    return CANNOT_BE_USED if blocking else SOMETHING_FOUND if advice else 0


def _verdict(blocking: int, advice: int) -> str:
    parts = [counted(blocking, "fault") + " to put right"] * bool(blocking)
    parts += [counted(advice, "thing") + " to look at"] * bool(advice)
    return " and ".join(parts) or "all is well"
