"""What is shown of the sentence that a finding stands in."""

from __future__ import annotations

from plainspeak.checking.checker import Checker
from plainspeak.checking.finding import sentence_start, shown_sentence
from plainspeak.text.span import Span


def test_a_sentence_is_shown_whole() -> None:
    text = "One. We utilise it. Two."
    assert shown_sentence(text, Span(5, 19), Span(8, 15)) == "We utilise it."


def test_of_a_sentence_that_never_ends_whole_words_round_the_finding_are_shown() -> None:
    text = "Start " + "word " * 2000 + "utilise " + "more " * 2000
    at = text.index("utilise")
    shown = shown_sentence(text, Span(0, len(text)), Span(at, at + 7))
    assert 900 < len(shown) <= 1000
    assert set(shown.split()) == {"word", "utilise", "more"}


def test_of_one_long_word_a_part_is_shown() -> None:
    text = "x" * 9000
    assert len(shown_sentence(text, Span(0, 9000), Span(4000, 4010))) <= 1000
    assert shown_sentence(text, Span(0, 9000), Span(100, 8000)) == text[100:8000]


def test_findings_in_a_sentence_that_never_ends_take_little_room(checker: Checker) -> None:
    text = "a & b utilise " * 1000
    findings = checker.check(text).findings
    assert len(findings) == 1000
    assert max(len(finding.sentence) for finding in findings) <= 1000
    for finding in findings[::97]:
        start = sentence_start(text, finding)
        assert text[start : start + len(finding.sentence)] == finding.sentence
        assert start <= finding.start < finding.end <= start + len(finding.sentence)
