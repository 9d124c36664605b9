from __future__ import annotations

import pickle

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.checking.in_document import moved
from plainspeak.rewriting import late_suggestions
from plainspeak.rewriting.late_suggestions import brief_suggestions, moved_suggestions
from plainspeak.rewriting.suggestion import Suggestion

SENTENCE = "We utilise it."


def test_nothing_is_worked_out_before_somebody_looks(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    (finding,) = checker.check(SENTENCE).findings
    monkeypatch.setattr(late_suggestions, "suggestions", lambda _: (Suggestion("ask", "Now?", 0, 1),))
    assert list(finding.suggestions) == [Suggestion("ask", "Now?", 0, 1)]


def test_what_is_set_aside_takes_no_room_and_is_worked_out_again(checker: Checker) -> None:
    (finding,) = checker.check("We utilise it, as a team, every day.").findings
    offered = tuple(finding.suggestions)
    occurrence = finding.suggestions._occurrence
    assert occurrence.sentence.words
    finding.suggestions.set_aside()
    kept = {*vars(finding.suggestions), *vars(occurrence), *vars(occurrence.sentence), *vars(occurrence.paragraph)}
    assert not {"_made", "tokens", "words", "starts", "_known", "vocabulary", "sentences"} & kept
    assert tuple(finding.suggestions) == offered


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


@pytest.mark.parametrize(
    "text",
    [
        "A robust, person-centred approach to the co-production of services has been implemented by our stakeholders.",
        "These stakeholders are facilitating holistic assessments, and utilise the service users' feedback in order to deliver.",
        "Utilising Care Pathways And Lived Experience",
        "The programme's outcomes and the empowerment of carers were leveraged prior to the commissioning of it.",
    ],
)
def test_a_brief_look_shows_the_same_wordings_and_calls_none_safe(text: str, checker: Checker) -> None:
    for finding in checker.check(text).findings:
        swaps = [one._replace(safe=False) for one in finding.suggestions if one.kind in ("swap", "delete")]
        others = [one for one in finding.suggestions if one.kind not in ("swap", "delete")]
        brief = brief_suggestions(finding.suggestions, 2)
        assert [one for one in brief if one.kind in ("swap", "delete")] == swaps[:2]
        assert [one for one in brief if one.kind not in ("swap", "delete")] == others


def test_they_are_pickled_as_a_tuple(checker: Checker) -> None:
    kept = pickle.dumps(checker.check(SENTENCE).findings[0])
    finding = pickle.loads(kept)  # noqa: S301 - our own bytes
    assert isinstance(finding.suggestions, tuple)
    assert finding == checker.check(SENTENCE).findings[0]
