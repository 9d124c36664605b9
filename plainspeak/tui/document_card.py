"""Document card: what stands in one document of a folder, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from textual.content import Content
from textual.style import Style

from plainspeak.checking.finding import Finding
from plainspeak.glossary.entry import LEVELS
from plainspeak.reports.advice import advice
from plainspeak.reports.density import is_jargon, per_thousand, shown_density
from plainspeak.reports.place import places_of
from plainspeak.reports.report import DocumentReport
from plainspeak.reports.terms import by_term
from plainspeak.tui.folder_check import counts_of
from plainspeak.tui.held_text import drawn, held

_BOLD = Style(bold=True)
_MOST_TERMS = 40
_MOST_PLACES = 5
WELCOME = """\
Check all the documents of a folder at once.

Press O to choose the folder. Word, OpenDocument and PDF files, web pages, slides, e-mails and plain text are read, also in the \
folders inside it. No file is changed.

Those with most to do come first. Press Enter to open one as a draft, and Ctrl+S to save a report."""


def nothing_in(folder: Path) -> str:
    """What to say where there is no document."""
    return f"There is nothing to check in {folder}. Press O to choose another folder."


def document_card(report: DocumentReport) -> Content:
    """The card as text; no word of it is taken for markup."""
    return Content("\n\n").join(_parts(report))


def _parts(report: DocumentReport) -> Iterator[Content]:
    if report.error:
        yield _said("It could not be read", report.error)
        return
    for notice in report.notices:
        yield _said("Please note", notice)
    must, should, could = counts_of(report)
    told = [f"{must:,} must", f"{should:,} should", *([f"{could:,} could"] if could else [])]
    if report.readability:
        told.append(f"{report.words:,} words")
        density = per_thousand(sum(map(is_jargon, report.findings)), report.readability)
        told.append(f"{shown_density(density)} pieces of jargon in 1,000 words")
    yield Content(" \u00b7 ".join(told))
    if not report.findings:
        yield Content("Nothing to do here.")
    groups = sorted(by_term(report.findings), key=lambda group: (LEVELS.index(group[0].level), -len(group)))
    for group in groups[:_MOST_TERMS]:
        yield _term(group)
    if len(groups) > _MOST_TERMS:
        yield Content(f"And {len(groups) - _MOST_TERMS:,} more words or phrases. Open it to see them all.")


def _term(group: list[Finding]) -> Content:
    first = group[0]
    times = "" if len(group) == 1 else f", {len(group):,} times"
    to_do = advice(first)
    lines = [
        Content.assemble(
            (_tame(first.text), _BOLD), Content(f"  {first.level}{times}, {places_of(group, _MOST_PLACES)}")
        ),
        Content(_tame(first.what_we_mean)),
    ]
    if to_do:
        lines.append(Content(_tame(to_do[:1].upper() + to_do[1:])))
    return Content("\n").join(line for line in lines if line.plain)


def _said(label: str, text: str) -> Content:
    return Content.assemble((f"{label}: ", _BOLD), Content(_tame(text)))


def _tame(text: str) -> str:
    return drawn(held(" ".join(text.split())))
