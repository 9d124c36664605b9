from __future__ import annotations

from plainspeak.reports.report import DocumentReport, Summary


def test_documents_are_counted_as_they_go_by(make) -> None:
    findings = (make.finding(), make.finding(level="should"), make.finding(level="could"), make.finding(level="could"))
    summary = Summary()
    documents = [DocumentReport("a", "txt", findings), DocumentReport("b", "", error="no")]
    assert list(summary.of(documents)) == documents
    assert (summary.documents, summary.failed, summary.findings) == (2, 1, 4)
    assert [summary.at_or_above(level) for level in ("must", "should", "could")] == [1, 2, 4]
