"""Every printer gets text that means harm: what it prints stays what it is, and keeps every finding."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from lxml import etree

from plainspeak.glossary.exchange.xlsx import read_xlsx
from plainspeak.reports.printers import PRINTERS, print_report
from plainspeak.reports.terminal import UNSAFE
from tests.reports import hostile

FINDINGS = 3 * len(hostile.TEXTS)
_FORMULA = re.compile(r"\s*[=+\-@＝]")


@pytest.fixture
def printed(make):
    def of(name: str) -> str | bytes:
        pieces = list(print_report(name, make.report(*hostile.documents(make))))
        return b"".join(pieces) if PRINTERS[name].binary else "".join(pieces)

    return of


@pytest.mark.parametrize("name", [name for name, printer in PRINTERS.items() if not printer.binary])
def test_nothing_steers_a_terminal_or_breaks_an_encoding(printed, name) -> None:
    text = printed(name)
    assert not [found for found in UNSAFE.findall(text) if found not in "\r\n"]
    assert text.encode()


def test_text_has_one_line_for_each_term_and_one_for_what_is_left_alone(printed) -> None:
    assert len(printed("text").splitlines()) == 2 * len(hostile.TEXTS) + 1


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_gives_the_words_back(printed, name) -> None:
    text = printed(name)
    documents = json.loads(text)["documents"] if name == "json" else list(map(json.loads, text.split("\n")[:-1]))
    assert [finding["text"] for document in documents for finding in document["findings"]] == [
        text for text in hostile.TEXTS for _ in range(3)
    ]


def test_no_cell_of_a_csv_file_is_a_formula(printed) -> None:
    rows = list(csv.reader(io.StringIO(printed("csv"), newline="")))
    assert len(rows) == FINDINGS + 2
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if _FORMULA.match(cell)]


def test_no_cell_of_a_workbook_is_a_formula(printed) -> None:
    data = printed("xlsx")
    assert len(read_xlsx(data)) == FINDINGS + 2  # the heading, and the document that could not be read
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed: see the test extra")
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not [cell.value for cell in cells if _FORMULA.match(str(cell.value))]


def test_github_has_one_command_a_line_and_no_other(printed) -> None:
    lines = printed("github").splitlines()
    assert len(lines) == FINDINGS + 1
    command = re.compile(r"::(error|warning|notice) file=[^,:]*(,(line|endLine|col|endColumn|title)=[^,:]*)+::")
    assert [line for line in lines if not command.match(line)] == []


def test_junit_is_xml_and_has_every_finding(printed) -> None:
    root = etree.fromstring(printed("junit").encode())
    assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure", "error"}
    assert sum(failure.text.count(" again and ") for failure in root.iter("failure")) == FINDINGS


def test_markdown_has_no_markup_but_its_own(printed) -> None:
    text = printed("markdown").replace("@<!-- -->", "@")
    plain = re.sub(r"\\.", "", text)
    assert "<" not in plain
    assert "`" not in plain
    assert "[" not in plain
    rows = [line for line in plain.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {7}
    assert not re.search(r"@\w", printed("markdown"))


def test_sarif_is_json_and_has_every_finding(printed) -> None:
    run = json.loads(printed("sarif"))["runs"][0]
    assert len(run["results"]) == FINDINGS
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 1
