from __future__ import annotations

import pytest

from plainspeak.checking.finding import Finding, sentence_start


@pytest.mark.parametrize(
    ("text", "sentence", "start", "end", "expected"),
    [
        ("Hub. A hub. A hub.", "A hub.", 7, 10, 5),
        ("Hub. A hub. A hub.", "A hub.", 14, 17, 12),
        ("A hub, the hub.", "A hub, the hub.", 11, 14, 0),
        ("A hub.", "Not in the text.", 2, 5, 2),
    ],
)
def test_the_sentence_is_found_in_its_text(text, sentence, start, end, expected) -> None:
    finding = Finding("jargon", "hub", "must", start, end, 1, 1, 1, 1, "hub", "", "", "", sentence)
    assert sentence_start(text, finding) == expected
