from __future__ import annotations

import json

from plainspeak.checking.finding import LeftAlone, Suggestion
from plainspeak.reports.json import print_json
from plainspeak.reports.report import DocumentReport
from plainspeak.text.readability import readability

EXPECTED = """\
{"schema": 1, "tool": {"name": "plainspeak", "version": "0.1.0"}, "glossary": {"entries": 7, "fingerprint": "abc"},
"documents": [
{"path": "é.txt", "format": "txt", "words": 6, "error": null, "readability": \
{"sentences": 2, "words_per_sentence": 3.0, "flesch_kincaid_grade": 7.4, "reading_age": 12}, "findings": [\
{"check": "jargon", "entry": "café", "level": "must", "start": 8, "end": 12, "line": 3, "column": 9, "end_line": 3, \
"end_column": 13, "text": "café", "what_we_mean": "People.", "why": "", "question": null, \
"sentence": "Ask the café.", "place": {"page": 1}, "suggestions": [\
{"kind": "swap", "text": "people", "start": 8, "end": 12, "safe": true}]}], "left_alone": [\
{"entry": "holistic", "start": 300, "end": 308, "text": "holistic", "reason": "quotation"}]},
{"path": "b.txt", "format": "", "words": 0, "error": "Gone.", "readability": null, "findings": [], "left_alone": []}],
"summary": {"documents": 2, "failed": 1, "words": 6, "findings": 1, "must": 1, "should": 0, "could": 0}}
"""


class Measured:
    """A readability with long fractions."""

    sentences = 2
    words = 6
    words_per_sentence = 3.04
    flesch_kincaid_grade = 7.449
    reading_age = 12


def test_schema_1(make) -> None:
    left = LeftAlone("holistic", 300, 308, "holistic", "quotation")
    document = DocumentReport("é.txt", "txt", (make.finding("café", place={"page": 1}),), (left,), Measured())
    failed = DocumentReport("b.txt", "", error="Gone.")
    text = "".join(print_json(make.report(document, failed)))
    assert text == EXPECTED
    assert json.loads(text)["documents"][0]["findings"][0]["text"] == "café"


def test_a_question_is_told(make) -> None:
    question = make.finding(question="Who?", suggestions=(Suggestion("ask", "Who?", 8, 21),))
    document = json.loads("".join(print_json(make.report(DocumentReport("a", "txt", (question,))))))["documents"][0]
    assert document["findings"][0]["question"] == "Who?"


def test_no_documents_are_a_report_too(make) -> None:
    assert json.loads("".join(print_json(make.report())))["documents"] == []


def test_a_document_is_printed_before_the_next_is_made(make) -> None:
    made = []

    def documents():
        for path in ("a", "b"):
            made.append(path)
            yield DocumentReport(path, "txt")

    parts = print_json(make.report()._replace(documents=documents()))
    while '"path": "a"' not in next(parts):
        pass
    assert made == ["a"]


def test_the_real_readability_fits(make) -> None:
    document = DocumentReport("a", "txt", readability=readability("We use it. So do you."))
    printed = json.loads("".join(print_json(make.report(document))))["documents"][0]
    assert printed["words"] == 6
    assert printed["readability"]["sentences"] == 2


def test_characters_that_could_steer_a_terminal_are_written_out(make) -> None:
    hostile = "a\x9b\u202e\x1b\ufeff\U0001f600"
    text = "".join(print_json(make.report(DocumentReport(hostile, "txt"))))
    assert r'"a\u009b\u202e\u001b\ufeff😀"' in text
    assert json.loads(text)["documents"][0]["path"] == hostile
