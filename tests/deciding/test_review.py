"""A review: what each choice does to the text and to the other findings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.deciding.decisions import Decisions
from plainspeak.deciding.review import Review, changed_words

TEXT = (
    "We utilise it.\r\n\r\n  Service users  utilise it; a stakeholder may too.\tAsk the safeguarding team.\n\n"
    "Safeguarding helps."
)


def test_a_swap_changes_its_words_and_nothing_else(review):
    swapped = review(TEXT)
    swapped = swapped.swap(1, swapped.wordings(1)[0])
    assert swapped.new_text() == TEXT.replace("Service users", "People who use our services")
    assert swapped.state(1) == "swap"
    assert changed_words(swapped) == [("Service users", "People who use our services")]


def test_own_words_go_in_as_they_are(review):
    assert review(TEXT).own_words(3, "a [b]friend[/b] ").new_text() == TEXT.replace("stakeholder", "a [b]friend[/b] ")


def test_a_term_explained_needs_nothing_later_on(review):
    explained = review(TEXT).explain(4)
    assert "the safeguarding (keeping people safe from harm) team" in explained.new_text()
    assert [explained.state(index) for index in (4, 5)] == ["explain", "explained"]
    assert review(TEXT).explain(5).state(4) == "open"


def test_leaving_a_term_leaves_it_everywhere_and_changes_nothing(review):
    left = review(TEXT).leave_term(0)
    assert [left.state(index) for index in (0, 2)] == ["term left", "term left"]
    assert left.open() == (1, 3, 4, 5)
    assert left.new_text() == TEXT
    assert left.ask_again(2).open() == (0, 1, 2, 3, 4, 5)


def test_leaving_always_keeps_the_words_to_write_down(review):
    left = review(TEXT).leave_always(0, "utilise")
    assert dict(left.always) == {"utilise": "utilise"}
    assert left.state(2) == "always left"


def test_one_wording_everywhere(review):
    assert review(TEXT).swap_term(0, 0).new_text() == TEXT.replace("utilise", "use")


def test_all_the_safe_ones_are_those_that_rewriting_makes(review, checker):
    text = "We utilise rooms going forward. Service users utilise them."
    assert review(text).swap_safe().new_text() == checker.rewrite(text)


def test_the_safe_ones_respect_what_was_decided(review):
    text = "We utilise rooms. They utilise rooms."
    assert review(text).leave(0).swap_safe().new_text() == "We utilise rooms. They use rooms."


def test_questions_are_those_not_dealt_with(review):
    assert review(TEXT).questions() == (3,)
    assert review(TEXT).deal_with(3).questions() == ()


def test_next_open_goes_round(review):
    decided = review(TEXT).leave(4).leave(5)
    assert decided.next_open(4) == 0
    assert review("Plain words.").next_open(0) is None


def test_words_that_another_choice_has_changed_are_not_offered(review):
    text = "We saw an ICB stakeholder."
    start = review(text)
    wide = start.own_words(1, "x")
    assert wide.wordings(0) == start.wordings(0)
    reaching = start.wordings(0)[0]._replace(end=len(text) - 1)
    with pytest.raises(ValueError, match="another choice"):
        wide.swap(0, reaching)


def test_the_sentence_is_shown_with_what_was_chosen_in_it(review):
    text = "First. Service users utilise it. Last."
    swapped = review(text).swap_term(1, 0)
    assert swapped.sentence(0).strip() == "Service users use it."
    wording = swapped.wordings(0)[0]
    edit = (wording.start, wording.end, wording.text)
    assert swapped.sentence(0, type(swapped.edits()[0])(*edit)).strip() == "People who use our services use it."


CHOICES = st.lists(
    st.tuples(st.sampled_from(["swap", "own", "explain", "leave", "term", "done", "safe", "again"]), st.integers(0, 5)),
    max_size=12,
)


@given(choices=CHOICES)
@settings(max_examples=60)
def test_whatever_is_chosen_the_rest_stays_and_is_remembered(checker, choices):
    review = Review.of(TEXT, checker.check(TEXT).findings)
    for kind, index in choices:
        review = _choose(review, kind, index)
    edits = review.edits()
    assert all(one.end <= other.start for one, other in pairwise(edits))
    rest = review.new_text()
    for before, after in zip(_between(edits), [edit.replacement for edit in edits] + [""], strict=True):
        assert rest.startswith(before + after)
        rest = rest.removeprefix(before + after)
    assert rest == ""
    again = Review.of(TEXT, review.findings, review.decisions(Decisions(salt="s")))
    assert again.new_text() == review.new_text()
    assert again.open() == review.open()


def _between(edits):
    ends = [0, *(edit.end for edit in edits)]
    starts = [*(edit.start for edit in edits), len(TEXT)]
    return [TEXT[end:start] for end, start in zip(ends, starts, strict=True)]


def _choose(review: Review, kind: str, index: int) -> Review:
    match kind:
        case "swap" if review.wordings(index):
            return review.swap(index, review.wordings(index)[-1])
        case "own" if review.can_reword(index):
            return review.own_words(index, "my words")
        case "explain" if review.explanation(index):
            return review.explain(index)
        case "leave":
            return review.leave(index)
        case "term":
            return review.leave_term(index)
        case "done":
            return review.deal_with(index)
        case "safe":
            return review.swap_safe()
    return review.ask_again(index)


def test_own_words_are_offered_again_for_the_same_term(review):
    begun = review("Utilise this room. We utilise that room.")
    before = begun.wordings(1)
    chosen = begun.own_words(0, "Try out")
    assert [one.text for one in chosen.wordings(1)] == [*(one.text for one in before), "try out"]
    again = chosen.swap(1, chosen.wordings(1)[-1])
    assert again.new_text() == "Try out this room. We try out that room."
    assert [one.wording for one in again.decisions().made] == ["Try out", "try out"]
    assert chosen.wordings(0) == begun.wordings(0)
