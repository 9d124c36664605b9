"""Texts checked with the small glossary of the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.checking.finding import Finding
from plainspeak.deciding.review import Review
from plainspeak.glossary.load import load_files

SMALL = Path(__file__).parents[1] / "cases" / "small_glossary"


@pytest.fixture(scope="session")
def checker() -> Checker:
    from plainspeak.glossary.entry import Glossary

    entries, _ = load_files(sorted(SMALL.glob("*.yaml")), "shipped")
    return Checker(Glossary(tuple(entries), ""))


@pytest.fixture
def found(checker: Checker) -> Callable[[str], tuple[Finding, ...]]:
    return lambda text: checker.check(text).findings


@pytest.fixture
def review(found) -> Callable[[str], Review]:
    return lambda text: Review.of(text, found(text))
