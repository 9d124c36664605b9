from __future__ import annotations

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.checking.leaving import Leave, leaves_in, leaves_of
from plainspeak.rewriting.apply import rewrite


@pytest.mark.parametrize(
    ("line", "words", "reason"),
    [
        ("plainspeak: leave holistic", ["holistic"], ""),
        ("<!-- plainspeak: leave holistic -->", ["holistic"], ""),
        ("PlainSpeak: LEAVE holistic, care pathway BECAUSE of us\nMore.", ["holistic", "care pathway"], "of us"),
        ('plainspeak: leave "holistic".', ["holistic"], ""),
        ("{# plainspeak: leave holistic because it is ours #} text", ["holistic"], "it is ours"),
        ("/* plainspeak: leave holistic */", ["holistic"], ""),
        ("plainspeak: leave", [], ""),
        ("plainspeak: leave , ,", [], ""),
        ("plainspeak: leaven", [], ""),
        ("leave holistic", [], ""),
    ],
)  # fmt: skip
def test_what_a_line_asks_to_leave(line: str, words: list[str], reason: str) -> None:
    found = leaves_in(line)
    assert [leave.words for leave in found] == words
    assert {leave.reason for leave in found} <= {reason}
    assert all(line[leave.start :].lower().startswith("plainspeak:") for leave in found)


def texts(checker: Checker, text: str, *leave: Leave) -> tuple[list[str], list[tuple[str, str]]]:
    checked = checker.check(text, leave=leave)
    return [finding.text for finding in checked.findings], [(left.text, left.reason) for left in checked.left_alone]


def test_from_there_on_it_is_left_in_every_form(checker: Checker) -> None:
    text = "We utilised it.\n\nplainspeak: leave utilise\n\nWe utilise it. Utilising it is good. They leverage it."
    assert texts(checker, text) == (
        ["utilised", "leverage"],
        [("utilise", "as asked"), ("Utilising", "as asked")],
    )


def test_the_reason_is_kept(checker: Checker) -> None:
    found, left = texts(
        checker, "plainspeak: leave stakeholders because they call themselves so\n\nAsk our stakeholders."
    )
    assert found == []
    assert left[-1] == ("stakeholders", "as asked: they call themselves so")


def test_the_words_of_the_line_itself_are_no_text(checker: Checker) -> None:
    line = "plainspeak: leave holistic because our stakeholders utilise it in the ZQB"
    assert texts(checker, f"{line}\n\nIt is holistic.") == (
        [],
        [("holistic", "as asked: our stakeholders utilise it in the ZQB")],
    )
    assert checker.rewrite(f"{line}\n\nWe utilise it.") == f"{line}\n\nWe use it."


def test_a_line_in_code_is_an_example(checker: Checker) -> None:
    from plainspeak.text.protected import Mask

    text = "plainspeak: leave utilise\n\nWe utilise it."
    assert [finding.text for finding in checker.check(text, [Mask(0, 25, "code")]).findings] == ["utilise"]
    assert checker.check(text, [Mask(0, 25, "HTML")]).findings == ()


def test_initials_are_left_too(checker: Checker) -> None:
    assert texts(checker, "We ask ZQBs. ZQB is here.")[0]
    assert texts(checker, "plainspeak: leave ZQB\n\nWe ask ZQBs. ZQB is here.")[0] == []


def test_words_that_come_with_the_document_are_left_from_its_start(checker: Checker) -> None:
    assert texts(checker, "We utilise it.", *leaves_of("utilise because of law")) == (
        [],
        [("utilise", "as asked: of law")],
    )


def test_what_is_left_is_not_rewritten(checker: Checker) -> None:
    text = "plainspeak: leave utilise\n\nWe utilise it in order to live."
    assert checker.rewrite(text) == text.replace("in order to", "to")
    assert checker.rewrite("We utilise it.", leave=leaves_of("utilise")) == "We utilise it."
    assert rewrite(text, checker.check(text)).text == checker.rewrite(text)


def test_a_line_counts_for_the_paragraphs_after_it_however_they_are_checked(checker: Checker) -> None:
    parts = ["We utilise it.", "plainspeak: leave utilise", "We utilise it."]
    starts = [0, 16, 43]
    whole = checker.check("\n\n".join(parts))
    checked = [
        (start, 1 + 2 * number, checker.check_paragraph(part))
        for number, (start, part) in enumerate(zip(starts, parts, strict=True))
    ]
    assert checker.combine(checked) == whole
    assert len(whole.findings) == 1


def test_switched_off_holds_whatever_else_is_masked(checker: Checker) -> None:
    from plainspeak.text.protected import Mask

    text = "`x` We utilise it.\n\nplainspeak: off\n\nWe utilise `it`. plainspeak: on\n\nWe utilise it.\n"
    masks = [Mask(0, len(text), "switched off"), Mask(0, 3, "code"), Mask(48, 52, "code")]
    assert checker.check(text, masks).findings == ()
