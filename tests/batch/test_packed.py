from __future__ import annotations

import json

import pytest

from plainspeak.batch.packed import pack, unpack, with_path, without_path
from plainspeak.checking.finding import Finding, LeftAlone, Suggestion
from plainspeak.reports.report import Detail, DocumentReport
from plainspeak.text.readability import Readability


def finding(start: int, **changes) -> Finding:
    offers = (Suggestion("swap", "use", start, start + 7, safe=True), Suggestion("ask", "Who?", start, start + 7))
    plain = Finding(
        "jargon", "utilise", "must", start, start + 7, 1, 4, 1, 11, "utilise", "To use.", "Long.", "Who?",
        "We utilise “it”.", offers, {"page": 2, "heading": "Näxt", "paragraph": 3},
    )  # fmt: skip
    return plain._replace(**changes)


FULL = DocumentReport(
    path="a\udcff b.docx",
    format="docx",
    findings=(finding(3), finding(30, entry="", check="acronym", place=None)),
    left_alone=(LeftAlone("holistic", 50, 58, "holistic", "quotation"),),
    readability=Readability(1, 2, 3.5, 4.5, 6),
    notices=("A notice.",),
    error="An error.",
    detail=Detail((0, 27), Readability(1, 2, 3.0, 4.0, 5)),
    pages=7,
)


def test_every_field_comes_back() -> None:
    empty = DocumentReport("", "")
    assert all(getattr(FULL, name) != getattr(empty, name) for name in FULL._fields), "a field that is not tried"
    assert unpack(pack(FULL)) == FULL
    assert unpack(pack(empty)) == empty


def test_a_packed_report_can_be_given_another_path() -> None:
    assert unpack(with_path(without_path(pack(FULL)), "b.docx")) == FULL._replace(path="b.docx")
    assert b"b.docx" not in without_path(pack(FULL))


def test_suggestions_that_nobody_prints_are_left_out() -> None:
    report = FULL._replace(findings=(finding(3), finding(30), finding(60, entry="other")))
    packed = unpack(pack(report, brief=True))
    assert [len(each.suggestions) for each in packed.findings] == [2, 0, 2]


@pytest.mark.parametrize("data", [b"", b"1\n2", b'"a"\n[]', b'"a"\n{"a": 1}', b'"a"\n' + json.dumps([1] * 9).encode()])
def test_what_is_no_report_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        unpack(data)
