from __future__ import annotations

from plainspeak.reports.github import print_github
from plainspeak.reports.report import DocumentReport


def test_a_finding_is_told_at_its_lines(make) -> None:
    text = DocumentReport("docs/a,b: c.md", "md", (make.finding(why="50% do\nnot know."), make.finding(level="should")))
    assert list(print_github(make.report(text))) == [
        (
            "::error file=docs/a%2Cb%3A c.md,line=3,endLine=3,col=9,endColumn=22,title=Must change::"
            '"service users" – say: people. What we mean: People. Why: 50%25 do not know.\n'
        ),
        (
            "::warning file=docs/a%2Cb%3A c.md,line=3,endLine=3,col=9,endColumn=22,title=Should change::"
            '"service users" – say: people. What we mean: People.\n'
        ),
    ]


def test_a_document_without_lines_tells_its_place_in_words(make) -> None:
    word = DocumentReport("a.docx", "docx", (make.finding(level="could", place={"page": 2, "paragraph": 3}),))
    failed = DocumentReport("b.docx", "", error="b.docx is damaged.")
    assert list(print_github(make.report(word, failed))) == [
        (
            "::notice file=a.docx,title=Could change::"
            'Page 2, paragraph 3: "service users" – say: people. What we mean: People.\n'
        ),
        "::error file=b.docx,title=Not checked::b.docx is damaged.\n",
    ]
