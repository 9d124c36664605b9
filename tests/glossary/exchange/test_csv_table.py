from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.glossary.exchange.csv_table import csv_text, read_csv

cells = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=8)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=4))
def test_a_table_comes_back_the_same(rows: list[list[str]]) -> None:
    assert read_csv(csv_text(["a", "b", "c"], rows)) == [["a", "b", "c"], *rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_whatever_stands_between_the_cells(delimiter: str) -> None:
    assert read_csv(f"\ufeffjargon{delimiter}kind\r\nx{delimiter}noun\r\n") == [["jargon", "kind"], ["x", "noun"]]
