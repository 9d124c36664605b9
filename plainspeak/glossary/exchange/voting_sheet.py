"""Voting sheet: candidates for a group to go through: a page in large print, or a table to fill in and take back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from plainspeak.glossary.candidates import Candidate
from plainspeak.glossary.exchange.csv_table import csv_text
from plainspeak.glossary.exchange.rows import guarded

HEADER = (
    "the words",
    "kind",
    "how often",
    "documents",
    "a sentence",
    "do we need it?",
    "what we mean",
    "what to say instead",
)
"""The columns of the table; `merge` knows them."""

_TITLE = "Which words do we need to explain?"
_STYLE = """\
body { font: 1.25rem/1.5 Arial, Helvetica, sans-serif; color: #111; background: #fff; margin: 1em; }
.wide { overflow-x: auto; } .wide:focus { outline: 4px solid #fd0; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; margin-bottom: 1em; }
th, td { border: 2px solid #111; padding: .4em; text-align: left; vertical-align: top; }
.met { font-weight: normal; } td.write { width: 22%; height: 5em; } td.vote { white-space: nowrap; }
td { overflow-wrap: anywhere; min-width: 8em; }
@media print { .wide { overflow: visible; } td { min-width: 0; } @page { size: A4 landscape; }
  body { font-size: 16pt; margin: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
"""


def csv_sheet(candidates: Iterable[Candidate]) -> str:
    """The table as CSV, with the last three columns to be filled in: yes or no, the meaning, the wording."""
    return csv_text(HEADER, (tuple(map(guarded, _cells(candidate))) for candidate in candidates))


def _cells(candidate: Candidate) -> tuple[str, ...]:
    counts = (str(candidate.times), str(candidate.documents))
    return (candidate.words, candidate.kind, *counts, candidate.sentence, "", "", "")


def html_sheet(candidates: Iterable[Candidate], title: str = _TITLE) -> Iterator[str]:
    """The page to print. It holds no script, and fetches nothing."""
    yield f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
    yield '<div class="wide" role="region" aria-label="The words" tabindex="0">\n<table>\n'
    yield "<caption>Tick yes or no for each. Where you say yes, write what we mean and what to say instead.</caption>\n"
    heads = ("The words", "A sentence", "Do we need it?", "What we mean", "What to say instead")
    yield "<thead>\n<tr>" + "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr>\n</thead>\n<tbody>\n"
    for candidate in candidates:
        times = "once" if candidate.times == 1 else f"{candidate.times:,} times"
        words = f'<th scope="row">{escape(candidate.words)}<br><span class="met">met {times}</span></th>'
        vote = '<td class="vote">☐ yes<br>☐ no</td>'
        yield f'<tr>{words}<td>{escape(candidate.sentence)}</td>{vote}<td class="write"></td><td class="write"></td></tr>\n'
    yield "</tbody>\n</table>\n</div>\n</main>\n</body>\n</html>\n"
