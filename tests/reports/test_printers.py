from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.reports.printers import PRINTERS, format_for, print_report
from plainspeak.reports.report import DocumentReport


@pytest.mark.parametrize(
    ("output", "name"),
    [(None, "text"), ("report", "text"), ("a.b/Report.JSON", "json"), ("x.jsonl", "jsonl"), ("x.doc", "text")],
)
def test_the_name_of_a_file_asks_for_a_format(output, name) -> None:
    assert format_for(output) == name


def test_no_suffix_means_two_formats() -> None:
    suffixes = [suffix for printer in PRINTERS.values() for suffix in printer.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("name", PRINTERS)
def test_every_format_is_printed_piece_by_piece(make, name) -> None:
    kind = bytes if PRINTERS[name].binary else str
    pieces = list(print_report(name, make.report(DocumentReport("a.txt", "txt", (make.finding(),)))))
    assert pieces
    assert all(isinstance(piece, kind) for piece in pieces)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("text", "other documents are missing here."),
        ("markdown", "other documents are missing here."),
        ("html", "other documents are missing here."),
        ("json", '"cut_short": true'),
        ("sarif", '"executionSuccessful": false'),
    ],
)
def test_a_run_that_was_stopped_is_not_taken_for_a_whole_one(make, name, said) -> None:
    report = make.report(DocumentReport("a.txt", "txt"))
    assert said in "".join(print_report(name, report._replace(is_cut_short=lambda: True)))
    report = make.report(DocumentReport("a.txt", "txt"))
    assert said not in "".join(print_report(name, report))


def test_every_format_is_described() -> None:
    described = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")
    assert [name for name in PRINTERS if f"`{name}`" not in described] == []
    suffixes = [suffix for printer in PRINTERS.values() for suffix in printer.suffixes[:1]]
    assert [suffix for suffix in suffixes if f"`{suffix}`" not in described] == []
