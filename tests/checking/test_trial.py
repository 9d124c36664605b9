"""Trials: a change is refused for what it makes wrong, and for nothing that was wrong before."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.checking import form_trial
from plainspeak.checking.trial import Trial, completed, with_open_ends
from plainspeak.glossary.problems import Problem
from plainspeak.glossary.save import with_changes, with_entry, without_entry
from plainspeak.glossary.written_fields import Fields
from tests.glossary.making import Entry, Example, Origin, entry

PATH = Path("ours.yaml")
GIZMO: Fields = {
    "jargon": "gizmo",
    "kind": "noun",
    "level": "must",
    "family": "office",
    "what_we_mean": "A thing.",
    "say_instead": ["thing"],
    "examples": [{"flag": "We saw the gizmo.", "becomes": "We saw the thing."}],
}
SHIPPED = [
    entry("utilise", "use", kind="verb", what_we_mean="To use."),
    entry("whatsit", "thing", examples=(Example("Find the whatsit.", flag=True, becomes="Find the thing."),)),
]
BESIDE = [entry("doodah", "bit", origin=Origin("project", "theirs.yaml", 4))]


def tried(before: str = "", others: list[Entry] = SHIPPED, **given: object) -> Trial:
    fields = {name: value for name, value in {**GIZMO, **given}.items() if value}
    return Trial(PATH, "project", others, before, with_entry(before, fields, "ours.yaml"))


def told(trial: Trial) -> list[str]:
    return [problem.what for problem in trial.problems()]


def test_a_good_entry_is_taken() -> None:
    trial = tried()
    assert told(trial) == []
    assert [each.jargon for each in trial.new_entries] == ["gizmo"]
    assert [finding.entry for finding in trial.checker.check("Two gizmos.").findings] == ["gizmo"]


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"kind": "nun"}, '"nun" is not a "kind".'),
        ({"what_we_mean": "a thing"}, "The meaning has no full stop."),
        ({"say_instead": None}, '"gizmo" has nothing to offer in its place.'),
        ({"examples": None}, '"gizmo" has no example.'),
        ({"examples": [{"flag": "We saw it."}]}, "This flag sentence has no becomes."),
        ({"examples": [{"flag": "Go to Gizmo Ltd.", "becomes": "Go to thing."}]}, "must be flagged, and is not"),
        ({"examples": [*GIZMO["examples"], {"pass": "This gizmo is fine."}]}, "must pass, but"),
        ({"say_instead": ["utilise"]}, "which is flagged itself"),
        ({"what_we_mean": "What you utilise."}, 'what_we_mean holds "utilise", which is flagged itself.'),
        ({"in_brackets": "what you utilise"}, 'in_brackets holds "utilise", which is flagged itself.'),
        ({"why": "We utilise it."}, 'why holds "utilise", which is flagged itself.'),
        ({"ask": "Do you utilise it?"}, 'ask holds "utilise", which is flagged itself.'),
    ],
)
def test_what_check_or_test_would_refuse_is_refused(given: dict, what: str) -> None:
    assert any(what in problem for problem in told(tried(**given)))


def test_what_to_write_in_place_of_jargon_is_said() -> None:
    (problem,) = tried(what_we_mean="What you utilise.").problems()
    assert problem.to_do == 'Write "use", or say it in other plain words.'


def test_a_form_that_is_never_found_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_trial, "judge", lambda *_: None)
    assert any('the form "gizmos" is read as another part of speech' in what for what in told(tried()))


def test_an_own_entry_that_uses_the_new_word_is_told_of() -> None:
    text = with_entry(
        "", {**GIZMO, "jargon": "gadget", "what_we_mean": "A sort of gizmo.", "examples": []}, "ours.yaml"
    )
    assert told(tried(before=text)) == ['gadget: what_we_mean holds "gizmo", which is flagged itself.']
    assert told(tried(before=text, jargon="whatever", examples=[{"flag": "Whatever.", "becomes": "Thing."}])) == []


def test_a_shipped_entry_that_uses_the_new_word_stops_nobody() -> None:
    trial = tried(others=[*SHIPPED, entry("gadget", what_we_mean="A sort of gizmo.")])
    assert told(trial) == []
    assert [warning.what for warning in trial.warnings()] == [
        'gadget: what_we_mean holds "gizmo", which is flagged itself.'
    ]


def test_a_problem_is_told_with_its_place_only_where_the_file_has_it() -> None:
    text = with_entry("", {**GIZMO, "jargon": "gadget"}, "ours.yaml")
    trial = tried(before=text, what_we_mean="no full stop", examples=[{"flag": "A gizmo.", "becomes": "A thing."}])
    assert [trial.told(problem) for problem in trial.problems()] == [
        "The meaning has no full stop. Write it as one sentence."
    ]
    longer = with_changes(text, "gadget", "noun", {**GIZMO, "jargon": "gadget", "also": ["widget"]}, "ours.yaml")
    moved = Trial(PATH, "project", SHIPPED, text, longer)
    last = len(longer.splitlines())
    assert moved.told(Problem("ours.yaml", last, 1, "What.")) == f"ours.yaml:{last - 1}:1: What."
    assert moved.told(Problem("theirs.yaml", 3, 1, "What.")) == "theirs.yaml:3:1: What."


def test_two_entries_for_one_term_in_one_layer() -> None:
    assert 'is also in the entry "doodah"' in told(tried(others=BESIDE, jargon="doodah"))[0]
    assert 'is also in the entry "gizmo"' in told(tried(before=with_entry("", GIZMO, "ours.yaml")))[0]


def test_an_entry_of_another_layer_is_replaced() -> None:
    trial = tried(jargon="whatsit", examples=[{"flag": "Find the whatsit.", "becomes": "Find the thing."}])
    assert told(trial) == []
    assert [each.jargon for each in trial.replaced()] == ["whatsit"]


def test_an_entry_of_a_layer_above_wins() -> None:
    above = entry("gizmo", "object", origin=Origin("project", "theirs.yaml", 4))
    text = with_entry("", GIZMO, "ours.yaml")
    trial = Trial(PATH, "user", [*SHIPPED, above], "", text)
    assert trial.problems() == []
    assert (trial.replaced(), trial.outranked_by()) == ([], [above])
    below = above._replace(origin=Origin("shipped", "words.yaml", 4))
    trial = Trial(PATH, "user", [*SHIPPED, below], "", text)
    assert (trial.replaced(), trial.outranked_by()) == ([below], [])


def test_a_sentence_of_another_entry_is_not_used_again() -> None:
    examples = [{"flag": "Find the gizmo.", "becomes": "Find the thing."}]
    assert told(tried(examples=examples)) == [
        'The example "Find the gizmo." is the same as one of "whatsit" (words.yaml, line 0).'
    ]


def test_what_was_wrong_before_does_not_count() -> None:
    bad = with_entry("", {**GIZMO, "jargon": "gadget", "what_we_mean": "no full stop", "examples": []}, "ours.yaml")
    assert told(tried(before=bad)) == []
    text = with_entry(bad, GIZMO, "ours.yaml")
    edited = with_changes(text, "gizmo", "noun", {**GIZMO, "why": "Why not."}, "ours.yaml")
    assert Trial(PATH, "project", SHIPPED, text, edited).problems() == []
    assert Trial(PATH, "project", SHIPPED, text, without_entry(text, "gizmo", "noun", "x")).problems() == []


def test_the_old_entries_of_the_file_itself_do_not_stand_beside_the_new() -> None:
    old = [entry("gizmo", "thing", origin=Origin("project", str(PATH.resolve()), 3))]
    assert told(tried(others=old)) == []


def test_what_a_sentence_becomes_is_filled_in() -> None:
    fields = completed({**GIZMO, "examples": [{"flag": "Two gizmos broke."}, {"pass": "Gizmo is a dog."}]})
    assert fields["examples"] == [
        {"flag": "Two gizmos broke.", "becomes": "Two things broke."},
        {"pass": "Gizmo is a dog."},
    ]


@pytest.mark.parametrize("given", [{"say_instead": []}, {"what_we_mean": ""}, {"examples": []}])
def test_nothing_is_filled_in_where_nothing_can_be(given: dict) -> None:
    fields = {**GIZMO, **given}
    assert completed(fields) == fields


def test_new_wordings_leave_open_what_the_old_sentences_become() -> None:
    new = {"flag": "One more gizmo.", "becomes": "One more device."}
    changed = {**GIZMO, "say_instead": ["device"], "examples": [*GIZMO["examples"], new]}
    assert with_open_ends(changed, GIZMO)["examples"] == [{"flag": "We saw the gizmo."}, new]
    assert with_open_ends({**GIZMO, "level": "could"}, GIZMO) == {**GIZMO, "level": "could"}
