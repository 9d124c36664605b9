from __future__ import annotations

import pytest

from plainspeak.glossary.patterns import pattern_fault


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
        "(a|b|) {}",
        "<number> {} <noun>",
        "<start> {} ,",
        "{}: <name>",
    ],
)
def test_patterns_of_the_guide_are_fine(pattern: str) -> None:
    assert pattern_fault(pattern) is None


@pytest.mark.parametrize("pattern", ["", "a", "{}", "{} {}", "(a {}", "a) {}", "{} <a", "{} <dog>", "({}|a)", "{x} {}"])
def test_broken_patterns_are_refused(pattern: str) -> None:
    assert pattern_fault(pattern) is not None
