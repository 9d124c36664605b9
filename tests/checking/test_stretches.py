"""A very long text is checked a stretch at a time, with the same result."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plainspeak.checking import checker as checking
from plainspeak.checking import stretches as parts
from plainspeak.checking.checker import Checker
from plainspeak.checking.leaving import Leave
from plainspeak.checking.stretches import masks_of, stretches
from plainspeak.text.protected import Mask
from plainspeak.text.span import Span

PARAGRAPHS = (
    "We will utilise the toolkit with our stakeholders.",
    "The Quality Zebra Exchange (QZX) met.\nThe QZX will utilise it.",
    "plainspeak: leave holistic because it is our name",
    "A holistic plan, and \u201cwe utilise it\u201d, said she.",
    "plainspeak: off",
    "Nobody will utilise this.",
    "plainspeak: on",
    "By co-production we mean working as equals. Co-production is new.",
    "\u0130stanbul has a sytem of integrated care sytems.",
)


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=12), st.integers(1, 200))
def test_stretches_follow_one_another_and_begin_with_paragraphs(some: list[str], size: int) -> None:
    text = "\n\n".join(some)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "_SIZE", size)
        spans = list(stretches(text))
    assert "".join(span.of(text) for span in spans) == text
    assert all(text[: span.start].endswith("\n\n") for span in spans[1:])


@example([PARAGRAPHS[0]] * 4 + ["plainspeak: off"] + [PARAGRAPHS[0]] * 2, 18, 3, 3)
@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=10), st.integers(1, 200), st.integers(0, 9), st.integers(1, 3))
def test_a_text_in_stretches_is_checked_like_a_whole(
    checker: Checker, some: list[str], size: int, first: int, masked: int
) -> None:
    text = "\n\n".join(some)
    start = sum(len(paragraph) + 2 for paragraph in some[:first])
    masks = [Mask(start, start + len("\n\n".join(some[first : first + masked])), "code")]
    leave = [Leave("toolkit", "ours")]
    whole = checker.check(text, masks, leave)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "LONG", -1)
        patch.setattr(parts, "_SIZE", size)
        in_stretches = checker.check(text, masks, leave)
    assert in_stretches.findings == whole.findings
    assert in_stretches.left_alone == whole.left_alone


def test_a_mask_is_cut_where_its_stretch_ends() -> None:
    masks = [Mask(0, 4, "code"), Mask(8, 20, "code"), Mask(30, 40, "code")]
    assert masks_of(masks, Span(10, 35)) == [Mask(0, 10, "code"), Mask(20, 25, "code")]
