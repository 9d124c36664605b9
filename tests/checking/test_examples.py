"""The glossary's own tests say what is wrong in a broken glossary, and nothing in one that holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.checking.examples import apply_first, run_examples
from plainspeak.glossary import layers
from plainspeak.glossary.layers import load_glossary

HEAD = """\
title: Words for a test
about: A glossary in which one thing is wrong.
entries:
"""
ENTRY = """\
  - jargon: {jargon}
    kind: {kind}
    level: {level}
    family: office
    what_we_mean: To use something.
    say_instead: [{say}]
    examples:
      - flag: {flag}
        becomes: {becomes}
      - pass: {passes}
"""
GOOD = {
    "jargon": "utilise",
    "kind": "verb",
    "level": "should",
    "say": "use",
    "flag": "We utilise the room.",
    "becomes": "We use the room.",
    "passes": "We use the room.",
}


def problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *entries: dict[str, str]) -> list[str]:
    """What the examples of a glossary of these entries say, each with its line."""
    (tmp_path / "words.yaml").write_text(
        HEAD + "".join(ENTRY.format(**(GOOD | entry)) for entry in entries), encoding="utf-8"
    )
    monkeypatch.setattr(layers, "shipped_folder", lambda: tmp_path)
    return [f"{found.line}: {found.what}" for found in run_examples(Checker(load_glossary()))]


def test_a_glossary_that_holds_has_no_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems(tmp_path, monkeypatch, {}) == []


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"becomes": "We using the room."}, '11: utilise: "We utilise the room." becomes "We use the room.".'),
        ({"flag": "We use it."}, '11: utilise: "We use it." must be flagged, and is not.'),
        (
            {"passes": "We were utilising it."},
            '13: utilise: "We were utilising it." must pass, but "utilising" is flagged.',
        ),
    ],
)
def test_what_comes_out_otherwise_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: dict[str, str], says: str
) -> None:
    assert problems(tmp_path, monkeypatch, entry) == [says]


def test_a_wording_that_is_flagged_itself_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    circle = {"jargon": "deploy", "say": "utilise", "flag": "We deploy the van.", "becomes": "We utilise the van."}
    (problem,) = problems(tmp_path, monkeypatch, {}, circle)
    assert 'The wording "utilise" holds "utilise", which is flagged itself.' in problem


def test_a_wording_that_is_flagged_at_a_lower_level_may_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lower = {
        "jargon": "deploy",
        "level": "must",
        "say": "utilise",
        "flag": "We deploy it.",
        "becomes": "We utilise it.",
    }
    assert problems(tmp_path, monkeypatch, {}, lower) == []


def test_the_examples_of_the_shipped_glossary_hold(checker: Checker) -> None:
    assert [f"{found.path}:{found.line}: {found.what}" for found in run_examples(checker)] == []


def test_the_first_swap_of_every_finding_is_made(checker: Checker) -> None:
    text = "We utilise it prior to lunch."
    assert apply_first(text, list(checker.check(text).findings)) == "We use it before lunch."
