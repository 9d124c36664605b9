"""Entries as a person might write them, for the laws about saving and exchanging them."""

from __future__ import annotations

from hypothesis import strategies as st

from plainspeak.glossary.entry import FAMILIES, KINDS, LEVELS
from plainspeak.glossary.written_fields import FIELD_ORDER, Fields, read_fields

_LETTERS = st.characters(codec="utf-8", categories=("L", "N"))
_MARKS = st.sampled_from([*" ,.;:!?'\"’#&*-–=+@()£%[]{}|~<>\\/`", "NO", "null", "- ", ": ", " #", "=1+1"])
words = (
    st.lists(st.one_of(_LETTERS, _MARKS), min_size=1, max_size=12)
    .map(lambda parts: " ".join("".join(parts).split()))
    .filter(lambda text: bool(text) and "\u00ad" not in text and text.isprintable())
)
"""Words with every kind of mark in them."""

plain_words = st.lists(st.sampled_from("care plan home visit team step".split()), min_size=1, max_size=3).map(" ".join)
_patterns = plain_words.map(lambda text: f"{{}} {text}")
_wordings = st.one_of(
    plain_words,
    st.just(""),
    st.builds(lambda say, when: {"say": say, "when": when}, plain_words, st.lists(_patterns, min_size=1, max_size=2)),
)
_examples = st.one_of(
    words.map(lambda text: {"flag": text}),
    st.builds(lambda flag, becomes: {"flag": flag, "becomes": becomes}, words, words),
    words.map(lambda text: {"pass": text}),
)


def fields(text=words) -> st.SearchStrategy[Fields]:
    """What is written in an entry; `text` makes the words of its free fields."""
    some = st.lists(text, min_size=1, max_size=3)
    return st.fixed_dictionaries(
        {
            "jargon": text,
            "kind": st.sampled_from(KINDS),
            "level": st.sampled_from(LEVELS),
            "family": st.sampled_from(FAMILIES),
            "what_we_mean": text,
        },
        optional={
            "also": some,
            "say_instead": st.lists(_wordings, min_size=1, max_size=3),
            "ask": text,
            "why": text,
            "look_up": st.just("only"),
            "unless": st.lists(_patterns, min_size=1, max_size=2),
            "unless_near": some,
            "lenses": st.fixed_dictionaries({"inclusion": text}, optional={"action": text}),
            "agreed": st.fixed_dictionaries({"by": text}, optional={"on": st.just("2026-11-02"), "notes": text}),
            "examples": st.lists(_examples, min_size=1, max_size=3),
            "sources": some,
        },
    ).map(lambda made: {name: made[name] for name in FIELD_ORDER if name in made})


def can_be_read(written: Fields) -> bool:
    """Whether the reader of glossary files takes these fields."""
    _, problems = read_fields(written, "project", "ours.yaml", 1)
    return not any(problem.blocks for problem in problems)
