"""The schema in docs/ against what is really printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from plainspeak.batch.run import Run
from plainspeak.documents.document import Document
from plainspeak.reports.json import print_json
from plainspeak.reports.jsonl import print_jsonl
from plainspeak.reports.report import DocumentReport
from plainspeak.text.readability import readability
from tests.reports import hostile

SCHEMA = Path(__file__).parents[2] / "docs" / "report.schema.json"
DRAFT = """Further to our letter, service users will utilise a strengths-based approach going forward (the NCAG agrees).

"We are holistic," they said. Stakeholders will be engaged, and recieve an outcomes-focused offer.
"""


@pytest.fixture(scope="module")
def schema() -> dict:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def faults(schema: dict, value: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft7Validator(schema).iter_errors(value)]


def test_the_schema_is_one(schema) -> None:
    Draft7Validator.check_schema(schema)


def test_a_real_report_fits(schema, checker, make) -> None:
    run = Run(checker, lambda path: Document(path, "txt", DRAFT), "could", readability)
    documents = [run.of("a.txt"), DocumentReport("b.txt", "", error="Gone."), *hostile.documents(make)]
    printed = json.loads("".join(print_json(make.report(*documents))))
    assert len(printed["documents"][0]["findings"]) > 3
    assert printed["documents"][0]["left_alone"]
    assert faults(schema, printed) == []


def test_the_report_of_a_run_that_was_stopped_fits(schema, make) -> None:
    report = make.report(DocumentReport("a.txt", "txt"))._replace(is_cut_short=lambda: True)
    assert faults(schema, json.loads("".join(print_json(report)))) == []


def test_each_line_of_json_lines_fits(schema, make) -> None:
    of_a_document = {"$ref": "#/definitions/document", "definitions": schema["definitions"]}
    for line in print_jsonl(make.report(*hostile.documents(make))):
        assert faults(of_a_document, json.loads(line)) == []


@pytest.mark.parametrize("path", ["documents.0.findings.0.level", "documents.0.words", "summary.must"])
def test_what_does_not_fit_is_told(schema, make, path) -> None:
    printed = json.loads("".join(print_json(make.report(DocumentReport("a", "txt", (make.finding(),))))))
    *steps, last = path.split(".")
    at = printed
    for step in steps:
        at = at[int(step) if step.isdigit() else step]
    at[last] = "x"
    assert faults(schema, printed)
    del at[last]
    assert faults(schema, printed)
