"""SARIF 2.1.0: findings for code scanning and the editors and services that show it.

Results come first and the rules that they name after them, so that a document is printed as soon as it is checked. In a
text the region of a result is its lines, columns and code points in the file; a document with paragraphs has no lines of its
own, so there the place is told in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePath
from urllib.parse import quote

from plainspeak.checking.finding import Finding
from plainspeak.glossary.entry import Level
from plainspeak.reports.advice import message
from plainspeak.reports.identity import identities
from plainspeak.reports.json import json_text
from plainspeak.reports.place import place_of
from plainspeak.reports.report import DocumentReport, Report
from plainspeak.reports.terminal import on_one_line

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Level, str] = {"must": "error", "should": "warning", "could": "note"}
_CHECKS = {
    "acronym": "Initials that nobody spells out.",
    "spelling": "A word that may be misspelt.",
}
_FINGERPRINT = "plainspeak/v1"

Object = dict[str, object]


def print_sarif(report: Report) -> Iterator[str]:
    """The report as one SARIF log with one run, result by result."""
    yield f'{{"$schema": {json_text(_SCHEMA)}, "version": "2.1.0", "runs": [\n'
    yield '{"columnKind": "unicodeCodePoints", "results": ['
    rules: dict[str, tuple[int, Object]] = {}
    failures: list[Object] = []
    between = "\n"
    for document in report.documents:
        if document.error:
            failures.append(_failure(document))
        for result in _results(document, rules):
            yield between + json_text(result)
            between = ",\n"
    driver = {"name": "plainspeak", "version": report.version, "rules": [rule for _, rule in rules.values()]}
    invocation = {
        "executionSuccessful": not (failures or report.is_cut_short()),
        "toolExecutionNotifications": failures,
    }
    yield f'],\n"invocations": [{json_text(invocation)}],\n"tool": {json_text({"driver": driver})}}}\n]}}\n'


def _results(document: DocumentReport, rules: dict[str, tuple[int, Object]]) -> Iterator[Object]:
    for finding, identity in zip(document.findings, identities(document.findings), strict=True):
        rule = _rule_id(finding)
        rules.setdefault(rule, (len(rules), _rule(rule, finding)))
        result: Object = {
            "ruleId": rule,
            "ruleIndex": rules[rule][0],
            "level": _LEVELS[finding.level],
            "message": {"text": message(finding)},
            "locations": [_location(document.path, finding)],
            "partialFingerprints": {_FINGERPRINT: identity},
        }
        if not finding.place and (fixes := list(_fixes(document.path, finding))):
            result["fixes"] = fixes
        yield result


def _rule_id(finding: Finding) -> str:
    """The same for the same entry in every run: ``jargon/service-user``."""
    return f"{finding.check}/{finding.entry}" if finding.entry else finding.check


def _rule(rule: str, finding: Finding) -> Object:
    described: Object = {
        "id": rule,
        "shortDescription": {"text": _title(finding)},
        "defaultConfiguration": {"level": _LEVELS[finding.level]},
    }
    if finding.why:
        described["help"] = {"text": on_one_line(finding.why)}
    return described


def _title(finding: Finding) -> str:
    """What lists of alerts are headed by: the entry and what we mean, or what the check looks for."""
    if not finding.entry:
        return _CHECKS.get(finding.check, finding.check)
    return ": ".join(filter(None, (finding.entry, on_one_line(finding.what_we_mean))))


def _location(path: str, finding: Finding) -> Object:
    physical: Object = {"artifactLocation": _artifact(path)}
    if finding.place:
        named = {"fullyQualifiedName": place_of(finding), "kind": "element"}
        return {"physicalLocation": physical, "logicalLocations": [named]}
    physical["region"] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.text},
    }
    return {"physicalLocation": physical}


def _fixes(path: str, finding: Finding) -> Iterator[Object]:
    for offer in finding.suggestions:
        if offer.kind not in {"swap", "delete"}:
            continue
        replacement = {
            "deletedRegion": {"charOffset": offer.start, "charLength": offer.end - offer.start},
            "insertedContent": {"text": offer.text},
        }
        yield {
            "description": {"text": f"Say: {on_one_line(offer.text).strip() or 'nothing'}"},
            "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": [replacement]}],
        }


def _failure(document: DocumentReport) -> Object:
    return {
        "level": "error",
        "message": {"text": on_one_line(document.error)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(document.path)}}],
    }


def _artifact(path: str) -> Object:
    return {"uri": uri_of(path)}


@lru_cache(maxsize=64)
def uri_of(path: str) -> str:
    """A path as a URI: of the file where it is whole, else relative, with forward slashes."""
    place = PurePath(path)
    if place.is_absolute():
        return place.as_uri()
    return quote(place.as_posix().encode("utf-8", "surrogateescape"))
