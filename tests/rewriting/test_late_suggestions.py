from __future__ import annotations

import pickle

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.checking.in_document import moved
from plainspeak.rewriting import late_suggestions
from plainspeak.rewriting.late_suggestions import moved_suggestions
from plainspeak.rewriting.suggestion import Suggestion

SENTENCE = "We utilise it."


def test_nothing_is_worked_out_before_somebody_looks(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    (finding,) = checker.check(SENTENCE).findings
    monkeypatch.setattr(late_suggestions, "suggestions", lambda _: (Suggestion("ask", "Now?", 0, 1),))
    assert list(finding.suggestions) == [Suggestion("ask", "Now?", 0, 1)]


def test_they_read_and_compare_as_a_tuple(checker: Checker) -> None:
    (finding,) = checker.check(SENTENCE).findings
    offered = finding.suggestions
    assert offered[0] == Suggestion("swap", "use", 3, 10, safe=True)
    assert offered[:1] == tuple(offered)[:1]
    assert offered == tuple(offered)
    assert tuple(offered) == offered
    assert hash(offered) == hash(tuple(offered))
    assert offered != ()
    assert finding == checker.check(SENTENCE).findings[0]


def test_they_can_be_moved_before_and_after(checker: Checker) -> None:
    checked = checker.check(SENTENCE)
    before = moved(moved(checked, 10, 1), 5, 0).findings[0].suggestions
    after = moved_suggestions(tuple(checked.findings[0].suggestions), 15)
    assert before == after
    assert before[0] == Suggestion("swap", "use", 18, 25, safe=True)


def test_they_are_pickled_as_a_tuple(checker: Checker) -> None:
    kept = pickle.dumps(checker.check(SENTENCE).findings[0])
    finding = pickle.loads(kept)  # noqa: S301 - our own bytes
    assert isinstance(finding.suggestions, tuple)
    assert finding == checker.check(SENTENCE).findings[0]
