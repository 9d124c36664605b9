"""JSON lines: each document as one line of JSON, with what schema 1 holds of it, as soon as it is checked."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.reports.json import json_document, json_text
from plainspeak.reports.report import SCHEMA, Report


def print_jsonl(report: Report) -> Iterator[str]:
    """The lines of the report. Nothing stands before the first document or after the last."""
    for document in report.documents:
        yield json_text({"schema": SCHEMA, **json_document(document)}) + "\n"
