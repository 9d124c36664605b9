from __future__ import annotations

import json

from plainspeak.reports.json import print_json
from plainspeak.reports.jsonl import print_jsonl
from plainspeak.reports.report import DocumentReport


def test_each_line_is_what_the_whole_report_holds_of_a_document(make) -> None:
    documents = [
        DocumentReport("a\nb.txt", "txt", (make.finding("café\u2028\nbar"),)),
        DocumentReport("c", "", error="Gone."),
    ]
    lines = "".join(print_jsonl(make.report(*documents))).splitlines()
    whole = json.loads("".join(print_json(make.report(*documents))))["documents"]
    assert [json.loads(line) for line in lines] == [{"schema": 1, **document} for document in whole]


def test_no_documents_are_no_lines(make) -> None:
    assert list(print_jsonl(make.report())) == []
