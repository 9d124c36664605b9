"""The glossary's own test: forms, own words and totals."""

from __future__ import annotations

import pytest

from plainspeak.checking import form_trial
from plainspeak.checking.checker import Checker
from plainspeak.checking.coverage import Part
from plainspeak.checking.form_trial import try_forms
from plainspeak.checking.glossary_test import problems_of, run_tests
from plainspeak.checking.own_wording import own_wording_problems, spelt_out
from plainspeak.glossary.entry import Glossary
from tests.glossary.making import Conditions, Entry, Example, Wording, entry

UTILISE = entry("utilise", "use", kind="verb", what_we_mean="To use.")
SAFE = entry(
    "safeguarding", keep="The Care Act uses it.", in_brackets="keeping people safe", what_we_mean="Keeping people safe."
)


def own_words(*entries: Entry) -> list[str]:
    checker = Checker(Glossary(entries))
    return [problem.what for each in entries for problem in own_wording_problems(checker, each)]


@pytest.mark.parametrize("field", ["what_we_mean", "in_brackets", "ask", "why"])
def test_jargon_in_what_an_entry_says_is_told(field: str) -> None:
    assert own_words(UTILISE, entry("asset", **{field: "You can utilise it?"})) == [
        f'asset: {field} holds "utilise", which is flagged itself.'
    ]


def test_the_term_itself_and_words_that_the_law_keeps_are_excepted() -> None:
    assert own_words(SAFE, entry("asset", what_we_mean="An asset is a safeguarding thing.")) == []


def test_what_initials_stand_for_is_excepted_and_no_more() -> None:
    board = entry("care board", "board")
    icb = entry("ICB", kind="initials", what_we_mean="Your integrated care board, the care board for you.")
    assert own_words(board, icb) == ['ICB: what_we_mean holds "care board", which is flagged itself.']


@pytest.mark.parametrize(
    ("text", "terms", "found"),
    [
        ("The terms of reference for all.", ("ToR",), ["terms of reference"]),
        ("Non-elective admissions to hospital.", ("NEA",), ["Non-elective admissions"]),
        ("A public art fund.", ("PA",), ["public art"]),
        ("Nothing here.", ("PA",), []),
        ("", ("PA",), []),
    ],
)
def test_what_initials_stand_for_is_found(text: str, terms: tuple[str, ...], found: list[str]) -> None:
    assert [span.of(text) for span in spelt_out(text, terms)] == found


def test_every_form_is_found_whatever_the_conditions() -> None:
    entries = [
        entry("service user", "person", also=("user of services",)),
        entry("utilise", "use", kind="verb", conditions=Conditions(only=("never {}",))),
        entry("ICB", "board", kind="initials"),
        entry("holistic", "whole", kind="adjective"),
        entry("going forward", "", kind="phrase"),
        entry("Care Act", kind="name"),
    ]
    trial = try_forms(entries)
    assert len(trial.forms) > 15
    assert (trial.shared, trial.problems) == ((), ())


def test_a_form_that_another_entry_has_too_is_named() -> None:
    phrase, verb = entry("disengaged", "not taking part", kind="phrase"), entry("disengage", "stop", kind="verb")
    (shared, *_) = try_forms([phrase, verb]).shared
    assert (shared.form, shared.entry.kind, shared.taken_by.kind) == ("disengaged", "verb", "phrase")


def test_a_form_that_is_read_as_something_else_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_trial, "judge", lambda *_: None)
    (problem,) = try_forms([entry("ICB", kind="initials", also=(), forms=())]).problems[:1]
    assert problem.what == 'ICB: the form "ICB" is read as another part of speech in "We wrote to the ICB today."'


def test_an_entry_that_is_only_looked_up_is_not_searched_for() -> None:
    ran = run_tests(Checker(Glossary([entry("carer", look_up="only", what_we_mean="A carer at home."), UTILISE])))
    assert (ran.entries, ran.coverage.entries.all, ran.problems) == (2, 1, ())
    assert not Checker(Glossary([entry("carer", look_up="only")])).check("Every carer came.").findings


def test_one_run_tells_everything() -> None:
    bad = entry(
        "gizmo",
        "utilise",
        what_we_mean="What we utilise.",
        examples=(Example("We saw it.", flag=True, line=7), Example("A gizmo.", flag=False, line=8)),
    )
    ran = run_tests(Checker(Glossary([UTILISE, bad])))
    assert (ran.entries, ran.examples, ran.coverage.forms.all) == (2, 2, 10)
    told = "\n".join(problem.what for problem in ran.problems)
    for words in ("must be flagged, and is not", "must pass, but", "what_we_mean holds", 'The wording "utilise"'):
        assert words in told


def test_only_some_entries_are_tested() -> None:
    bad = entry("gizmo", "utilise", what_we_mean="What we utilise.")
    checker = Checker(Glossary([UTILISE, bad]))
    assert problems_of(checker, [UTILISE]) == []
    assert [problem.what for problem in problems_of(checker, [bad])] == [
        'gizmo: The wording "utilise" holds "utilise", which is flagged itself.',
        'gizmo: what_we_mean holds "utilise", which is flagged itself.',
    ]


def test_what_the_examples_cover() -> None:
    """A form of another entry counts, wherever it stands; an entry without conditions needs no sentence that must pass."""
    seen = entry(
        "utilise",
        "use",
        kind="verb",
        conditions=Conditions(unless=("never {}",)),
        examples=(
            Example("She utilised gizmos.", flag=True, becomes="She used gizmos."),
            Example("We never utilise it.", flag=False),
        ),
    )
    unseen = entry("gizmo", "thing", conditions=Conditions(only=("my {}",)))
    covered = run_tests(Checker(Glossary([seen, unseen, entry("ICB", kind="initials", look_up="only")]))).coverage
    assert covered.entries == Part(2, ("gizmo",))
    assert covered.conditions == Part(2, ("gizmo",))
    assert covered.swaps == Part(2, ("gizmo",))
    assert "utilised" not in covered.forms.unseen
    assert "utilising" in covered.forms.unseen
    assert (covered.entries.seen, covered.entries.share, Part(0, ()).share) == (1, 50, 0)


def test_a_form_of_another_entry_in_an_example_counts() -> None:
    seen = entry("utilise", "use", kind="verb", examples=(Example("She utilised gizmos.", flag=True),))
    covered = run_tests(Checker(Glossary([seen, entry("gizmo", "thing")]))).coverage
    assert "gizmo" in covered.forms.unseen
    assert "gizmos" not in covered.forms.unseen


def test_a_wording_for_certain_sentences_wants_such_a_sentence() -> None:
    wordings = (Wording("part", when=("my {}",)), Wording("bit", near=("shop",)), Wording("thing"))
    gizmo = entry("gizmo", say_instead=wordings, examples=(Example("I see my gizmo.", flag=True),))
    assert run_tests(Checker(Glossary([gizmo]))).coverage.choices == Part(2, ("gizmo",))
