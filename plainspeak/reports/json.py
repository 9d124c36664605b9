"""The JSON report, schema 1: one JSON object, in which each document has a line of its own.

Keys come in a fixed order. Letters are written as they are; characters that could steer a terminal are written out, as JSON
has it. A document is printed as soon as it is checked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspeak.checking.finding import Finding
from plainspeak.reports.report import SCHEMA, DocumentReport, Report, Summary
from plainspeak.reports.terminal import UNSAFE

if TYPE_CHECKING:
    from plainspeak.text.readability import Readability


def print_json(report: Report) -> Iterator[str]:
    """The report as JSON text, piece by piece."""
    head = {
        "schema": SCHEMA,
        "tool": {"name": "plainspeak", "version": report.version},
        "glossary": {"entries": report.glossary_entries, "fingerprint": report.glossary_fingerprint},
    }
    yield json_text(head).removesuffix("}") + ',\n"documents": ['
    summary = Summary()
    between = "\n"
    for document in summary.of(report.documents):
        yield between + json_text(json_document(document))
        between = ",\n"
    yield f'],\n"summary": {json_text(_summary(summary, report))}}}\n'


def json_text(value: object) -> str:
    """`value` as JSON on one line, safe to show in a terminal."""
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def json_document(document: DocumentReport) -> dict[str, object]:
    """What schema 1 holds of one document."""
    return {
        "path": document.path,
        "format": document.format,
        "words": document.words,
        "error": document.error or None,
        "readability": _readability(document.readability) if document.readability else None,
        "findings": [_finding(finding) for finding in document.findings],
        "left_alone": [left._asdict() for left in document.left_alone],
    }


def _readability(readability: Readability) -> dict[str, object]:
    return {
        "sentences": readability.sentences,
        "words_per_sentence": round(readability.words_per_sentence, 1),
        "flesch_kincaid_grade": round(readability.flesch_kincaid_grade, 1),
        "reading_age": readability.reading_age,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "check": finding.check,
        "entry": finding.entry,
        "level": finding.level,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "text": finding.text,
        "what_we_mean": finding.what_we_mean,
        "why": finding.why,
        "question": finding.question or None,
        "sentence": finding.sentence,
        "place": finding.place,
        "suggestions": [
            {
                "kind": suggestion.kind,
                "text": suggestion.text,
                "start": suggestion.start,
                "end": suggestion.end,
                "safe": suggestion.safe,
            }
            for suggestion in finding.suggestions
        ],
    }


def _summary(summary: Summary, report: Report) -> dict[str, int]:
    cut_short = {"cut_short": True} if report.is_cut_short() else {}
    return {
        "documents": summary.documents,
        "failed": summary.failed,
        "words": summary.words,
        "findings": summary.findings,
        "must": summary.must,
        "should": summary.should,
        "could": summary.could,
        **cut_short,
    }
