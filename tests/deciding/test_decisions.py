"""What is remembered of a document: known again after edits elsewhere, and without a word of the draft."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from plainspeak.deciding.decisions import DEALT_WITH, LEFT, Decisions
from plainspeak.deciding.memory import DecisionMemory
from plainspeak.deciding.review import Review
from plainspeak.deciding.steps import Steps

TEXT = "Every day we utilise the large room upstairs. On Mondays they utilise the small one. Ask a stakeholder."


@pytest.fixture
def memory(tmp_path: Path) -> DecisionMemory:
    return DecisionMemory(tmp_path / "decisions")


def test_what_is_left_is_known_after_edits_elsewhere(found):
    findings = found(TEXT)
    decisions = Decisions().leave_here(findings[1], findings, TEXT).deal_with(findings[2], findings, TEXT)
    changed = "Dear all, we utilise words. " + TEXT.replace("Every day we utilise", "Often we use")
    assert decisions.settled(found(changed), changed) == {1: LEFT, 2: DEALT_WITH}


def test_the_same_word_elsewhere_is_not_left(found):
    findings = found(TEXT)
    decisions = Decisions().leave_here(findings[0], findings, TEXT)
    other = "Nobody but them will utilise anything at all here."
    assert decisions.settled(found(other), other) == {}


def test_what_is_left_near_the_start_is_known_whatever_follows(found):
    text = "We utilise it."
    findings = found(text)
    decisions = Decisions().leave_here(findings[0], findings, text)
    for changed in ("We utilise more, and they utilise it.", "We utilise\n\nnothing."):
        assert list(decisions.settled(found(changed), changed)) == [0]


def test_of_places_that_are_alike_only_the_one_that_was_left_is(found):
    text = "We utilise it. " * 20
    findings = found(text)
    decisions = Decisions().leave_here(findings[10], findings, text)
    assert list(decisions.settled(findings, text)) == [10]


def test_a_term_is_left_everywhere_until_asked_about_again(found):
    findings = found(TEXT)
    decisions = Decisions().leave_term(findings[0])
    assert decisions.settled(findings, TEXT) == {0: LEFT, 1: LEFT}
    assert not decisions.ask_again_about_term(findings[1])


def test_remembered_by_content_wherever_it_stands(found, memory, tmp_path):
    findings = found(TEXT)
    decisions = Decisions().leave_term(findings[0]).leave_here(findings[2], findings, TEXT)
    memory.remember(TEXT, tmp_path / "a.txt", decisions)
    assert memory.recall(TEXT, tmp_path / "moved.txt") == decisions
    assert memory.recall("Another text.", tmp_path / "b.txt").made == ()


def test_remembered_by_place_when_the_text_has_changed(found, memory, tmp_path):
    decisions = Decisions().leave_term(found(TEXT)[0])
    memory.remember(TEXT, tmp_path / "a.txt", decisions)
    assert memory.recall(TEXT + " More.", tmp_path / "a.txt") == decisions


def test_line_ends_make_no_other_document(found, memory):
    decisions = Decisions().leave_term(found(TEXT)[0])
    memory.remember("One.\r\nTwo.\r\n", None, decisions)
    assert memory.recall("One.\nTwo.\n", None) == decisions


def test_nothing_of_the_draft_is_kept_but_own_words(review, memory, tmp_path):
    decided = review(TEXT).swap_term(0, 0).leave(2)
    memory.remember(TEXT, tmp_path / "letter.txt", decided.decisions())
    (file,) = memory.folder.iterdir()
    kept = (file.name + file.read_text()).casefold()
    words = {word.strip(".").casefold() for word in TEXT.split()} | {"letter.txt"}
    assert not {word for word in words if len(word) > 3 and word in kept}
    memory.remember(TEXT, tmp_path / "letter.txt", review(TEXT).own_words(0, "borrow").decisions())
    assert "borrow" in next(memory.folder.iterdir()).read_text()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the user's folders private by itself")
def test_only_the_person_may_read_it(found, memory):
    memory.remember(TEXT, None, Decisions().leave_term(found(TEXT)[0]))
    assert stat.S_IMODE(memory.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in memory.folder.iterdir()} == {0o600}


def test_one_state_of_a_document_is_kept(found, memory, tmp_path):
    decisions = Decisions().leave_term(found(TEXT)[0])
    for text in (TEXT, TEXT + "!", TEXT + "?"):
        memory.remember(text, tmp_path / "a.txt", decisions)
    assert len(list(memory.folder.iterdir())) == 1
    memory.remember(TEXT, tmp_path / "a.txt", Decisions())
    assert list(memory.folder.iterdir()) == []


def test_the_oldest_are_forgotten(found, memory):
    decisions = Decisions().leave_term(found(TEXT)[0])
    memory.folder.mkdir()
    for number in range(500):
        old = memory.folder / f"{number:032x}.{'0' * 16}.json"
        old.write_text("{}")
        os.utime(old, (time.time() - 1000 + number,) * 2)
    memory.remember(TEXT, None, decisions)
    assert len(list(memory.folder.iterdir())) == 500
    assert not (memory.folder / f"{0:032x}.{'0' * 16}.json").exists()
    assert memory.recall(TEXT, None) == decisions


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"schema": 2}',
        '{"schema": 1, "made": [["burn"]], "terms": [], "salt": ""}',
        '{"schema": 1, "made": [], "terms": ["x"], "salt": "\u00e9"}',
        '{"schema": 1, "made": [], "terms": ["x"], "salt": "' + 65 * "a" + '"}',
    ],
)
def test_a_damaged_file_is_as_good_as_none(found, memory, content):
    memory.remember(TEXT, None, Decisions().leave_term(found(TEXT)[0]))
    next(memory.folder.iterdir()).write_text(content)
    assert not memory.recall(TEXT, None)


def test_trouble_in_writing_is_told_and_stops_nothing(found, tmp_path):
    (tmp_path / "file").touch()
    memory = DecisionMemory(tmp_path / "file" / "decisions")
    memory.remember(TEXT, None, Decisions().leave_term(found(TEXT)[0]))
    assert memory.fault


def test_what_is_known_of_other_findings_is_kept(found, review):
    findings = found(TEXT)
    known = Decisions(salt="s").leave_here(findings[2], findings, TEXT).leave_term(findings[2])
    only = Review.of(TEXT, findings[:2], known)
    assert only.leave(0).decisions(known).settled(findings, TEXT) == {0: LEFT, 2: LEFT}
    assert Review.of(TEXT, findings, known).ask_again(2).decisions(known).settled(findings, TEXT) == {}


def test_what_was_decided_last_stays(found, review):
    findings = found(TEXT)
    known = Decisions(salt="s").leave_here(findings[2], findings, TEXT).deal_with(findings[2], findings, TEXT)
    assert known.settled(findings, TEXT) == {2: DEALT_WITH}
    assert Review.of(TEXT, findings, known).ask_again(2).decisions(known).made == ()


def test_a_wording_no_longer_offered_is_asked_about_again(review):
    decided = review(TEXT)
    known = decided.swap(0, decided.wordings(0)[0]).decisions()
    others = tuple(one._replace(suggestions=()) for one in decided.findings)
    assert Review.of(TEXT, others, known).open() == (0, 1, 2)


def test_steps_go_back_and_forth():
    steps = Steps(0).then(1).then(1).then(2)
    assert (steps.undo().now, steps.undo().undo().now, steps.undo().undo().undo().now) == (1, 0, 0)
    assert (steps.undo().redo().now, steps.redo().now, steps.undo().then(5).redo().now) == (2, 2, 5)
