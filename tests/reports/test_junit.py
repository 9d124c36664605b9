from __future__ import annotations

import pytest
from lxml import etree

from plainspeak.reports.junit import print_junit
from plainspeak.reports.report import DocumentReport


def documents(make) -> tuple[DocumentReport, ...]:
    again = make.finding(line=7, column=1)
    return (
        DocumentReport("a.txt", "txt", (make.finding(), again, make.finding("NCAG", check="acronym", entry=""))),
        DocumentReport("b.txt", "txt"),
        DocumentReport("c.txt", "", error="Gone."),
    )


def test_a_term_is_a_test_that_failed_with_all_its_places(make) -> None:
    root = etree.fromstring("".join(print_junit(make.report(*documents(make)))).encode())
    assert [suite.attrib["tests"] for suite in root] == ["2", "1", "1"]
    first, second = root[0]
    assert (first.attrib["name"], second.attrib["name"]) == ("service users", "NCAG (acronym)")
    failure = first[0]
    assert dict(failure.attrib) == {"message": "say: people", "type": "must"}
    assert failure.text.splitlines() == [
        '"service users" – say: people. What we mean: People.',
        "a.txt: line 3, column 9: Ask the service users.",
        "a.txt: line 7, column 1: Ask the service users.",
    ]
    assert len(root[1][0]) == 0
    assert root[2][0][0].tag == "error"


def test_junitparser_reads_it(make) -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed: see the test extra")
    read = junitparser.JUnitXml.fromstring("".join(print_junit(make.report(*documents(make)))).encode())
    read.update_statistics()
    assert (read.tests, read.failures, read.errors) == (4, 2, 1)
    assert [suite.name for suite in read] == ["a.txt", "b.txt", "c.txt"]
