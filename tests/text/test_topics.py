"""What a paragraph is about."""

from __future__ import annotations

import pytest

from plainspeak.text.topics import TOPICS, topics_of
from plainspeak.text.word_lists import word_set


def about(text: str) -> list[str]:
    words = frozenset(text.lower().replace(".", "").split())
    return sorted(topics_of(words))


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The battery delivers a high voltage to the motors.", ["machines"]),
        ("The striker scored in the second half of the match.", ["sport"]),
        ("A battery was delivered.", []),
        ("Whisk the eggs with the flour.", ["cooking"]),
        ("Residents and carers told the council about the footballers who coach young people after a match.", []),
    ],
)
def test_a_paragraph_is_about_what_its_words_show(text: str, topics: list[str]) -> None:
    assert about(text) == topics


@pytest.mark.parametrize("topic", [*TOPICS, "services"])
def test_every_topic_has_words(topic: str) -> None:
    assert len(word_set(f"topics/{topic.replace(' ', '_')}")) > 50
