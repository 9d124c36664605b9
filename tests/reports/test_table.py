from __future__ import annotations

import csv
import io

import pytest

from plainspeak.checking.finding import Suggestion
from plainspeak.glossary.exchange.xlsx import read_xlsx
from plainspeak.reports.csv import print_csv
from plainspeak.reports.report import DocumentReport
from plainspeak.reports.table import HEADER
from plainspeak.reports.xlsx import print_xlsx


def documents(make) -> list[DocumentReport]:
    asked = make.finding(question="Who?", suggestions=(Suggestion("ask", "Who?", 8, 21),), level="should")
    return [
        DocumentReport("a.txt", "txt", (make.finding(why="Why not.\nSo."),)),
        DocumentReport("b.docx", "docx", (asked._replace(place={"page": 2, "paragraph": 30}),)),
        DocumentReport("c.txt", "", error="Gone."),
    ]


def test_one_row_for_each_finding_and_for_what_could_not_be_read(make) -> None:
    first, second, third = csv.DictReader(io.StringIO("".join(print_csv(make.report(*documents(make)))), newline=""))
    assert first == {
        "Document": "a.txt",
        "Place": "line 3, column 9",
        "Page": "",
        "Line": "3",
        "Column": "9",
        "Level": "must",
        "Words": "service users",
        "Say instead": "people",
        "Safe swap": "yes",
        "Ask yourself": "",
        "What we mean": "People.",
        "Why": "Why not. So.",
        "Sentence": "Ask the service users.",
        "Check": "jargon",
        "Entry": "service users",
    }
    changed = {"Place": "page 2, paragraph 30", "Page": "2", "Line": "", "Column": "", "Level": "should"}
    assert second | changed == second
    assert (second["Say instead"], second["Safe swap"], second["Ask yourself"]) == ("", "no", "Who?")
    told = {"Document": "c.txt", "Words": "(could not be read)", "Why": "Gone.", "Check": "error"}
    assert third == dict.fromkeys(HEADER, "") | told


def test_what_a_sheet_has_no_room_for_is_counted_and_all_documents_are_gone_through(
    make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainspeak.reports.xlsx._MOST_FINDINGS", 1)
    report = make.report(*documents(make))
    (workbook,) = print_xlsx(report)
    header, _, last = read_xlsx(workbook)
    told = {heading: cell for heading, cell in zip(header, last, strict=False) if cell}
    assert told == {"Words": "(left out)", "Why": "There is no room for 2 more. A CSV file has all of them."}
    assert list(report.documents) == []


def test_a_row_is_printed_before_the_next_document_is_made(make) -> None:
    made = []

    def as_they_come():
        for document in documents(make):
            made.append(document.path)
            yield document

    rows = print_csv(make.report()._replace(documents=as_they_come()))
    assert next(rows).startswith("Document,")
    assert made == []
    next(rows)
    assert made == ["a.txt"]


def test_the_workbook_holds_the_same_and_its_numbers_are_numbers(make) -> None:
    table = list(csv.reader(io.StringIO("".join(print_csv(make.report(*documents(make)))), newline="")))
    data = b"".join(print_xlsx(make.report(*documents(make))))
    assert [[*row, *[""] * (len(HEADER) - len(row))] for row in read_xlsx(data)] == table  # empty ends are not read
    assert b"".join(print_xlsx(make.report(*documents(make)))) == data
    assert len(read_xlsx(b"".join(print_xlsx(make.report())))) == 1
    assert tuple(table[0]) == HEADER
