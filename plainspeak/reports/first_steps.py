"""First steps: what to do first about the jargon of a run, from its figures."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote
from typing import NamedTuple

from plainspeak.documents.marking import MARKED_FORMATS
from plainspeak.reports.advice import LEAVE_OUT
from plainspeak.reports.counts import counted, times
from plainspeak.reports.density import shown_density
from plainspeak.reports.overview import PIPED, Overview, Row, TermTotal
from plainspeak.reports.terminal import on_one_line

_MOST_NAMED = 3
_MOST_INITIALS = 6
_TEXTS = frozenset({"txt", "md"})


class Step(NamedTuple):
    """One thing to do: in a few words, why or how, and the commands that help, each with what it is for.

    `documents` are those that `how` names, in its order, for a page that can lead to them.
    """

    to_do: str
    how: str
    commands: tuple[tuple[str, str], ...] = ()
    documents: tuple[Row, ...] = ()


def first_steps(overview: Overview) -> Iterator[Step]:
    """What to do, the most useful first. Nothing where nothing was found."""
    if terms := overview.commonest(_MOST_NAMED, ["must"]):
        yield _commonest(terms)
    if overview.safe:
        yield _safe_swaps(overview)
    if len(overview.rows) > _MOST_NAMED and overview.jargon:
        yield _fullest(overview)
    if overview.initials:
        named = ", ".join(on_one_line(initials) for initials, _ in overview.initials.most_common(_MOST_INITIALS))
        yield Step(
            "Spell out initials where they first stand.",
            f"No entry and no text says what these are short for: {named}.",
        )
    if overview.questions:
        places = counted(overview.questions, "place")
        yield Step("Let the writers answer what only they can.", f"In {places} no other words will do by themselves.")
    if overview.failed:
        documents = counted(len(overview.failed), "document")
        yield Step(f"Look at {documents} that could not be read.", "The reason is given below, under “Not read”.")


def _commonest(terms: list[TermTotal]) -> Step:
    named = "; ".join(f"“{term.words}” {times(term.times)}: {_answer(term)}" for term in terms)
    if terms[0].times > 1:
        return Step("Agree on plain words for what comes up most.", f"{named}.")
    return Step("Change what most people outside would not understand.", f"{named}.")


def _answer(term: TermTotal) -> str:
    if term.wordings:
        return f"say “{term.wordings[0]}”" if term.wordings[0] != LEAVE_OUT else LEAVE_OUT
    return "say what it means"


def _safe_swaps(overview: Overview) -> Step:
    effect = f"from {shown_density(overview.density())} to {shown_density(overview.density_after())} in 1,000 words"
    return Step(
        f"Make the swaps that are safe: {overview.safe:,} of {overview.jargon:,}.",
        f"In these the words around fit too. Read the result once all the same. They take the jargon {effect}.",
        tuple(_commands(overview)),
    )


def _commands(overview: Overview) -> Iterator[tuple[str, str]]:
    """What each command is for, and the command, for the formats that there are."""
    formats = {row.format for row in overview.rows if row.jargon}
    path = overview.rows[0].path if len(overview.rows) == 1 else PIPED
    file = "FILE" if path == PIPED else quote(on_one_line(path))
    if formats & _TEXTS:
        yield "In text files", f"plainspeak rewrite {file} --in-place"
    if formats & set(MARKED_FORMATS):
        yield "As changes to accept or notes to read, in a copy", f"plainspeak mark {file} -o COPY"


def _fullest(overview: Overview) -> Step:
    fullest = [row for row in sorted(overview.rows, key=_jargon, reverse=True)[:_MOST_NAMED] if row.jargon]
    named = "; ".join(f"{on_one_line(row.path)} ({counted(row.jargon, 'place')})" for row in fullest)
    return Step("Start with the documents that hold the most jargon.", f"{named}.", documents=tuple(fullest))


def _jargon(row: Row) -> int:
    return row.jargon
