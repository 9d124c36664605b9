"""Every kind of problem, one file each: NAME.yaml and, in NAME.txt, the lines that a person sees."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from plainspeak.glossary.house_rules import check_wording
from plainspeak.glossary.load import load_files

CASES = Path(__file__).parents[1] / "cases" / "glossary_problems"
NAMES = sorted(path.stem for path in CASES.glob("*.yaml"))


def seen_by_a_person(name: str) -> str:
    entries, problems = load_files([CASES / f"{name}.yaml"], "user")
    lines = [f"{problem}\n" for problem in [*problems, *check_wording(entries)]]
    return "".join(lines).replace(f"{CASES}/", "").replace(f"{CASES}\\", "")


@pytest.mark.parametrize("name", NAMES)
def test_problems_are_told_in_words_that_can_be_acted_on(name: str) -> None:
    assert seen_by_a_person(name) == (CASES / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_pyyaml_without_libyaml_says_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert seen_by_a_person(name) == (CASES / f"{name}.txt").read_text(encoding="utf-8")
