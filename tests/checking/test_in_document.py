"""What the rest of a document says about a finding, and findings moved to where their paragraph stands."""

from __future__ import annotations

from plainspeak.checking.finding import Checked, Explained, Finding, LeftAlone, Suggestion
from plainspeak.checking.in_document import moved, settle


def finding(entry: str, start: int, text: str) -> Finding:
    end = start + len(text)
    swap = Suggestion("swap", "x", start, end, safe=True)
    return Finding("jargon", entry, "must", start, end, 1, start + 1, 1, end + 1, text, "", "", "", text, (swap,))


def test_nothing_explained_changes_nothing() -> None:
    checked = Checked((finding("triage", 3, "triage"),), (LeftAlone("hub", 0, 3, "hub", "name"),))
    assert settle(checked) == checked


def test_from_the_explanation_on_a_term_is_left_alone() -> None:
    checked = Checked(
        tuple(finding("triage", start, "triage") for start in (0, 10, 20)), (), (Explained("triage", 10),)
    )
    settled = settle(checked)
    assert [one.start for one in settled.findings] == [0]
    assert [(left.start, left.reason) for left in settled.left_alone] == [(10, "explained"), (20, "explained")]
    assert settle(settled) == settled


def test_the_first_of_two_explanations_counts() -> None:
    checked = Checked((finding("triage", 5, "triage"),), (), (Explained("triage", 9), Explained("triage", 5)))
    assert settle(checked).findings == ()


def test_initials_are_known_by_how_they_are_written() -> None:
    found = (finding("disabled-facilities-grant", 10, "DFG"), finding("", 20, "ZBQs"), finding("", 30, "XYT"))
    settled = settle(Checked(found, (), (Explained("DFG", 0), Explained("ZBQ", 0))))
    assert [one.text for one in settled.findings] == ["XYT"]


def test_what_is_left_alone_stays_in_text_order() -> None:
    left = (LeftAlone("hub", 0, 3, "hub", "name"), LeftAlone("hub", 30, 33, "hub", "quotation"))
    settled = settle(Checked((finding("triage", 10, "triage"),), left, (Explained("triage", 5),)))
    assert [one.start for one in settled.left_alone] == [0, 10, 30]


def test_a_paragraph_is_moved_to_its_place() -> None:
    checked = Checked(
        (finding("triage", 3, "triage"),), (LeftAlone("hub", 0, 2, "hub", "name"),), (Explained("ZBQ", 1),)
    )
    there = moved(checked, 100, 7)
    (one,) = there.findings
    assert (one.start, one.end, one.line, one.column, one.end_line) == (103, 109, 8, 4, 8)
    assert (one.suggestions[0].start, one.suggestions[0].end) == (103, 109)
    assert (there.left_alone[0].start, there.explained[0].start) == (100, 101)
    assert moved(checked, 0, 0) == checked
