from __future__ import annotations

import pytest

from plainspeak.checking.finding import LeftAlone, Suggestion
from plainspeak.reports.report import DocumentReport
from plainspeak.reports.text import print_text


def swap(words: str, start: int = 8, end: int = 21) -> Suggestion:
    return Suggestion("swap", words, start, end)


EXPLAIN = Suggestion("explain", "service users (people)", 8, 21)
ASK = Suggestion("ask", "Who?", 8, 21)


def test_one_finding_one_line(make, line) -> None:
    assert line(make.finding()) == '3:9: must: "service users" – say: people (People.)'


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"suggestions": (swap("a"), swap("b"), swap("c"), swap("d"))}, " – say: a; or: b; or: c"),
        ({"suggestions": (swap("a"), EXPLAIN, ASK)}, " – say: a"),
        ({"suggestions": (EXPLAIN, swap("a"))}, " – explain it, or say: a"),
        ({"suggestions": (EXPLAIN,)}, " – say what it means"),
        ({"suggestions": (EXPLAIN, ASK), "question": "Who?"}, " – ask yourself: Who?"),
        ({"suggestions": (Suggestion("delete", "", 8, 22),)}, " – say: leave it out"),
        ({"suggestions": (swap("", 7, 21),)}, " – say: leave it out"),
        ({"suggestions": (swap("An", 0, 21),)}, " – say: An"),
        ({"suggestions": (swap("Came", 8, 26),), "sentence": "service users came."}, " – say: leave it out"),
        ({"suggestions": ()}, ""),
    ],
)
def test_what_to_do(make, line, changes, answer) -> None:
    assert line(make.finding(**changes)) == f'3:9: must: "service users"{answer} (People.)'


def test_a_term_that_comes_up_again_is_counted_not_repeated(make) -> None:
    again = [make.finding(line=number) for number in (3, 3, 5, 5, 9)]
    others = [make.finding("Utilise", line=4), make.finding("utilise", line=1)]
    lines = list(print_text(make.report(DocumentReport("a.txt", "txt", (again[0], *others, *again[1:])))))
    assert lines == [
        'a.txt:3:9: must: "service users" – say: people (People.) – and 4 more: lines 3, 5, 9\n',
        'a.txt:4:9: must: "Utilise" – say: people (People.) – and 1 more: line 1\n',
        "7 findings in 1 document: 7 must.\n",
    ]


def test_many_lines_are_cut_short(make, line) -> None:
    assert line(*[make.finding(line=n) for n in range(1, 1202)]).endswith(
        " – and 1,200 more: lines 2, 3, 4, 5, 6, 7, 8, 9, …"
    )


def test_findings_without_an_entry_are_grouped_by_their_words(make, line) -> None:
    assert line(make.finding("NCAG", entry=""), make.finding("ncag", entry="", line=8)).endswith("1 more: line 8")


def test_the_same_entry_found_by_two_checks_stays_two_lines(make) -> None:
    document = DocumentReport("a.txt", "txt", (make.finding(), make.finding(check="acronym")))
    assert len(list(print_text(make.report(document)))) == 3


def test_white_space_and_control_characters_stay_on_the_line(make, line) -> None:
    assert line(make.finding("service\r\n\tusers\x1b[2J", entry="x")).startswith(r'3:9: must: "service users\x1b[2J"')


def test_left_alone(make) -> None:
    reasons = ["quotation"] * 3 + ["name"] * 2 + ["code", "explained", "something new"]
    left = tuple(LeftAlone("x", 0, 1, "x", reason) for reason in reasons)
    first = next(print_text(make.report(DocumentReport("a.txt", "txt", (), left))))
    assert first == (
        "a.txt: left alone: 3 in quotations, 2 in names, 1 in code, 1 explained in the text, 1 (something new)\n"
    )


def test_what_was_left_alone_is_not_told_among_what_is_new(make) -> None:
    document = DocumentReport("a.txt", "txt", (), (LeftAlone("x", 0, 1, "x", "name"),))
    assert list(print_text(make.report(document)._replace(only_new=True))) == ["Nothing new found in 1 document.\n"]


@pytest.mark.parametrize(
    ("documents", "totals"),
    [
        ([DocumentReport("a", "txt")], "Nothing found in 1 document.\n"),
        ([DocumentReport("a", "", error="no")] * 2, "2 documents could not be read.\n"),
        (
            [DocumentReport("a", "txt"), DocumentReport("b", "", error="no"), DocumentReport("c", "", error="no")],
            "Nothing found in 1 document. 2 documents could not be read.\n",
        ),
    ],
)
def test_totals(make, documents, totals) -> None:
    assert list(print_text(make.report(*documents)))[-1] == totals


def test_without_a_document_there_is_nothing_to_tell(make) -> None:
    assert list(print_text(make.report())) == []
    assert list(print_text(make.report(DocumentReport("a", "", error="no")))) == []  # the error itself is told


def test_totals_name_the_levels_that_there_are(make) -> None:
    findings = (make.finding(), make.finding("a", level="could"), make.finding("b", level="could"))
    assert list(print_text(make.report(DocumentReport("a", "txt", findings))))[-1] == (
        "3 findings in 1 document: 1 must, 2 could.\n"
    )


def test_colour_is_added_to_the_word_and_nowhere_else(make, line) -> None:
    coloured = line(make.finding(), colour=True)
    assert coloured.replace("\x1b[1;31m", "").replace("\x1b[0m", "") == line(make.finding())
    assert "\x1b[1;31mmust\x1b[0m" in coloured


def test_a_document_with_pages_tells_the_page_and_the_paragraph(make) -> None:
    places = [{"page": 2, "paragraph": 14}, {"page": 2, "paragraph": 15}, {"page": 5, "paragraph": 40}]
    document = DocumentReport("a.docx", "docx", tuple(make.finding(place=place) for place in places))
    assert next(print_text(make.report(document))) == (
        'a.docx: page 2, paragraph 14: must: "service users" – say: people (People.) – and 2 more: pages 2, 5\n'
    )
