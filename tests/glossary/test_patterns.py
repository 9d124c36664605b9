from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.glossary.fields import PATTERN_CLASSES
from plainspeak.glossary.patterns import pattern_fault
from plainspeak.matching.patterns import CLASSES, compile_pattern


@pytest.mark.parametrize(
    "pattern",
    [
        "financial {}",
        "{} and liabilities",
        "the company's {}",
        "deliver~ {}",
        "{} * plan",
        "{} ... plan",
        "(a|b|c d) {}",
        "(a|b|) c {}",
        "<number> {} <noun>",
        "<start> {} ,",
        "{}: <name>",
    ],
)
def test_patterns_of_the_guide_are_fine(pattern: str) -> None:
    assert pattern_fault(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "a",
        "{}",
        "{} {}",
        "(a {}",
        "a) {}",
        "{} <a",
        "{} <dog>",
        "<clause> {}",
        "({}|a)",
        "{x} {}",
        "(a|b|) {}",
        "{} ()",
        "(|) {} (a|)",
    ],
)
def test_broken_patterns_are_refused(pattern: str) -> None:
    assert pattern_fault(pattern) is not None


def test_the_classes_are_those_that_can_be_matched() -> None:
    assert {f"<{name}>" for name in PATTERN_CLASSES} == {*CLASSES, "<clause>", "<start>", "<end>"}


@given(st.lists(st.sampled_from(["{}", " ", "a", "b~", "(", ")", "|", "<noun>", "<", "...", "*", ",", "(a|b)"])))
def test_a_pattern_without_a_fault_can_be_compiled(pieces: list[str]) -> None:
    pattern = "".join(pieces)
    assert pattern_fault(pattern) is not None or compile_pattern(pattern)
