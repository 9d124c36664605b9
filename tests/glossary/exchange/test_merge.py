"""Merging a sheet: what is the same changes nothing, and what cannot be used is told by its row."""

from __future__ import annotations

import pytest

from plainspeak.errors import UsageError
from plainspeak.glossary.exchange.csv_table import csv_text, read_csv
from plainspeak.glossary.exchange.merge import DRAFT, Merged, merge, rows_of
from plainspeak.glossary.exchange.rows import HEADER, row_of
from plainspeak.glossary.layers import load_glossary
from tests.glossary.making import Agreement, Entry, Example, entry

GIZMO = entry(
    "gizmo",
    "thing",
    agreed=Agreement("Us", "2026-11-02", notes="Two votes."),
    examples=(Example("A gizmo.", flag=True, becomes="A thing."),),
)
LEVELS = {"level": "should", "family": "care"}


def merged(table: list[list[str]], *entries: Entry) -> Merged:
    rows, problems = rows_of(table, "sheet.csv")
    assert problems == []
    return merge(rows, entries, "sheet.csv", dict(LEVELS))


def test_what_was_exported_changes_nothing() -> None:
    entries = list(load_glossary().entries)
    table = read_csv(csv_text(HEADER, map(row_of, entries)))
    found = merged(table, *entries)
    assert (found.changes, found.problems, found.same) == ([], [], len(entries))


def test_a_cell_that_differs_is_a_change_and_the_rest_stays() -> None:
    (change,) = merged([["jargon", "kind", "level"], ["Gizmo", "noun", "could"]], GIZMO).changes
    assert change.old == GIZMO
    assert change.differences == [("jargon", "gizmo", "Gizmo"), ("level", "must", "could")]


def test_a_blank_cell_empties_a_field_and_a_missing_column_does_not() -> None:
    table = [["jargon", "kind", "say_instead", "ask"], ["gizmo", "noun", "", "Which?"]]
    (change,) = merged(table, GIZMO).changes
    assert [name for name, _, _ in change.differences] == ["say_instead", "ask"]


def test_one_column_of_an_agreement_leaves_the_others() -> None:
    (change,) = merged([["jargon", "kind", "agreed_on"], ["gizmo", "noun", "3/11/2026"]], GIZMO).changes
    assert change.fields["agreed"] == {"by": "Us", "on": "2026-11-03", "notes": "Two votes."}


def test_without_a_column_for_the_kind_the_term_is_enough() -> None:
    assert merged([["term", "level"], ["gizmo", "could"]], GIZMO).changes[0].old == GIZMO


def test_a_new_entry_takes_what_its_row_leaves_out_from_the_defaults() -> None:
    table = [["jargon", "kind", "meaning", "say", "level"], ["doodah", "noun", "A part.", "part; bit", "must"]]
    (change,) = merged(table, GIZMO).changes
    assert change.old is None
    assert list(change.fields) == ["jargon", "kind", "level", "family", "what_we_mean", "say_instead"]
    assert (change.fields["level"], change.fields["family"]) == ("must", "care")


VOTES = ["the words", "kind", "a sentence", "do we need it?", "what we mean", "what to say instead"]


def test_a_yes_makes_a_draft_that_nobody_has_agreed() -> None:
    table = [VOTES, ["doodah", "noun", "The doodah broke.", "Yes", "a part", ""], ["no", "noun", "No.", "no", "", ""]]
    found = merged(table, GIZMO)
    assert found.passed_over == 1
    (change,) = found.changes
    assert change.fields["what_we_mean"] == "A part."
    assert change.fields["in_brackets"] == "a part"
    assert change.fields["agreed"] == {"notes": DRAFT}
    assert change.fields["examples"] == [{"flag": "The doodah broke."}]


@pytest.mark.parametrize("vote", ["y", "YES", " yes ", "x", "✓"])
def test_ways_to_say_yes(vote: str) -> None:
    assert len(merged([VOTES, ["doodah", "noun", "", vote, "a part", "part"]]).changes) == 1


def test_rows_that_cannot_be_used_are_told_by_their_number() -> None:
    table = [["jargon", "kind", "what_we_mean", "say_instead"]]
    table += [
        ["a", "noun", "", "b"],
        ["", "", "", ""],
        ["c", "nun", "C.", "d"],
        ["e", "noun", "E.", "f"],
        ["E", "noun", "E.", "f"],
    ]
    found = merged(table)
    assert [problem.line for problem in found.problems] == [2, 4, 6]
    assert found.problems[-1].what == '"e" is also in row 5.'
    assert [change.row for change in found.changes] == [5]


def test_columns_that_are_unknown_are_told_and_left_out() -> None:
    rows, problems = rows_of([["jargon", "colour", ""], ["gizmo", "red", "x"]], "sheet.csv")
    assert [str(problem) for problem in problems] == [
        'sheet.csv:1:2: "colour" is not a column of the glossary. It is left out.'
    ]
    assert rows[0].cells["jargon"] == "gizmo"


@pytest.mark.parametrize("table", [[], [["colour"]], [["Dear all"], ["jargon"]]])
def test_a_sheet_without_a_column_for_the_jargon(table: list[list[str]]) -> None:
    with pytest.raises(UsageError, match="no column called jargon"):
        rows_of(table, "sheet.csv")


def test_somebodys_list_of_words_becomes_drafts() -> None:
    """It tells no kinds, and has its own names for the columns."""
    table = [["Acronym", "Definition"], ["DOODAH", "a part"], ["Gizmo", "A thing that turns."]]
    new, changed = merged(table, GIZMO).changes
    assert (new.fields["kind"], new.fields["what_we_mean"], new.fields["in_brackets"]) == (
        "initials",
        "A part.",
        "a part",
    )
    assert new.fields["agreed"] == {"notes": DRAFT}
    assert changed.old == GIZMO
    assert [name for name, _, _ in changed.differences] == ["what_we_mean"]
