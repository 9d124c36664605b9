from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.tui.line_spans import LineSpan, LineSpans


def spans_of(lines: list[str], word: str = "jargon") -> LineSpans:
    """A mark over each `word`."""
    spans = LineSpans()
    spans.sync(lines)
    for row, line in enumerate(lines):
        found = [index for index in range(len(line)) if line.startswith(word, index)]
        spans.replace(row, line, [LineSpan(start, start + len(word), "must") for start in found])
    return spans


def marked(spans: LineSpans, lines: list[str]) -> list[str]:
    return [lines[row][span.start : span.end] for row in range(len(lines)) for span in spans[row]]


def test_marks_move_with_their_words():
    spans = spans_of(["some jargon and jargon"])
    lines = ["some more jargon and jargon"]
    spans.sync(lines)
    assert marked(spans, lines) == ["jargon", "jargon"]


def test_a_mark_that_is_typed_in_goes():
    spans = spans_of(["some jargon and jargon"])
    lines = ["some jarxgon and jargon"]
    spans.sync(lines)
    assert [span.start for span in spans[0]] == [17]


def test_a_line_split_in_two_keeps_the_marks_of_both_halves():
    spans = spans_of(["some jargon and jargon", "jargon"])
    lines = ["some jargon", " and jargon", "jargon"]
    spans.sync(lines)
    assert marked(spans, lines) == ["jargon"] * 3


def test_marks_for_a_line_that_has_changed_are_refused():
    spans = spans_of(["some jargon"])
    assert not spans.replace(0, "other words", [LineSpan(0, 5, "must")])
    assert not spans.replace(9, "some jargon", [])
    assert not spans.replace_all(["other words"], {})
    assert spans.at(0, 6) == LineSpan(5, 11, "must")
    assert spans.at(0, 1) is None


def test_between_gives_the_marks_that_reach_into_a_slice():
    spans = spans_of(["jargon jargon jargon"])
    assert [span.start for span in spans.between(0, 6, 14)] == [7]
    assert [span.start for span in spans.between(0, 5, 15)] == [0, 7, 14]


LINES = st.lists(st.sampled_from(["jargon", "x jargon y", "", "jargon jargon", "plain", "jarjargongon"]), min_size=1)


@given(LINES, LINES)
def test_a_mark_never_stands_over_other_words(before, after):
    spans = spans_of(before)
    spans.sync(after)
    assert all(word == "jargon" for word in marked(spans, after))


@given(LINES, st.data())
def test_an_edit_and_its_undo_lose_only_what_was_touched(before, data):
    row = data.draw(st.integers(0, len(before) - 1))
    column = data.draw(st.integers(0, len(before[row])))
    spans = spans_of(before)
    whole = len(spans)
    after = [*before]
    after[row] = before[row][:column] + "z" + before[row][column:]
    spans.sync(after)
    spans.sync(before)
    assert whole - len(spans) <= 2
    assert all(word == "jargon" for word in marked(spans, before))
