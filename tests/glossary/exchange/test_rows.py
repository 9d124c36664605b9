"""Rows: an entry goes to a spreadsheet and comes back the same, and no cell is ever a formula."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.glossary.entry import Entry
from plainspeak.glossary.exchange.csv_table import csv_text, read_csv
from plainspeak.glossary.exchange.rows import HEADER, columns_of, fields_of_row, guarded, row_of, unguarded
from plainspeak.glossary.exchange.xlsx import read_xlsx
from plainspeak.glossary.exchange.xlsx_writing import xlsx_bytes
from plainspeak.glossary.layers import load_glossary
from plainspeak.glossary.written_fields import FIELD_ORDER, fields_of, read_fields
from tests.glossary.entries import can_be_read, fields, plain_words

readable = fields(plain_words).filter(can_be_read)


def row_as_cells(row: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(HEADER, row, strict=True))


def entry_of(written: dict) -> Entry:
    entry, _ = read_fields(written, "project", "ours.yaml", 1)
    assert entry
    return entry


def test_every_field_has_a_column() -> None:
    assert [column for name in FIELD_ORDER for column in columns_of(name)] == list(HEADER)


@settings(max_examples=100)
@given(readable)
def test_a_row_holds_all_that_the_entry_holds(written: dict) -> None:
    assert fields_of_row(row_as_cells(row_of(entry_of(written)))) == written


@pytest.fixture(scope="module")
def shipped() -> list[Entry]:
    return list(load_glossary().entries)


def test_the_shipped_glossary_goes_to_csv_and_back(shipped: list[Entry]) -> None:
    header, *rows = read_csv("\ufeff" + csv_text(HEADER, map(row_of, shipped)))
    assert tuple(header) == HEADER
    for entry, row in zip(shipped, rows, strict=True):
        assert fields_of_row(dict(zip(header, row, strict=True))) == fields_of(entry)


def test_the_shipped_glossary_goes_to_a_workbook_and_back(shipped: list[Entry]) -> None:
    header, *rows = read_xlsx(xlsx_bytes(HEADER, map(row_of, shipped)))
    assert tuple(header) == HEADER
    for entry, row in zip(shipped, rows, strict=True):
        assert fields_of_row(dict(zip(header, row, strict=False))) == fields_of(entry)


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-x", "@SUM(A1)", "\tx", "\rx", "'=x", "''+x", "＝1+1"])
def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "'tis", "a=1", "co-production", "'"])
def test_other_cells_stay(cell: str) -> None:
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


@given(st.text())
def test_guarding_is_undone_by_unguarding(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in tuple("=+-@\t\r")


def test_lists_may_be_parted_by_semicolons_or_lines() -> None:
    one = fields_of_row({"also": "one;two ; three"})
    assert one == fields_of_row({"also": "one\ntwo\n\nthree\n"}) == {"also": ["one", "two", "three"]}


def test_a_wording_keeps_its_conditions() -> None:
    cell = 'bring [when: {} (a|b;c)] [near: good; bad]\n""\njoined-up [kind: adjective]'
    assert fields_of_row({"say_instead": cell})["say_instead"] == [
        {"say": "bring", "when": ["{} (a|b;c)"], "near": ["good; bad"]},
        "",
        {"say": "joined-up", "kind": "adjective"},
    ]


def test_a_sentence_without_a_name_is_one_to_flag() -> None:
    cell = "A gizmo.\nbecomes: A thing.\nPASS: Gizmo is a dog."
    assert fields_of_row({"examples": cell})["examples"] == [
        {"flag": "A gizmo.", "becomes": "A thing."},
        {"pass": "Gizmo is a dog."},
    ]


def test_a_british_date_is_turned_round() -> None:
    assert fields_of_row({"agreed_by": "Us", "agreed_on": "2/11/2026"}) == {"agreed": {"by": "Us", "on": "2026-11-02"}}
