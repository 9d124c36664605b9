"""Adverbs: which words may stand before a verb without changing."""

from __future__ import annotations

from plainspeak.text.word_lists import word_set


def is_adverb(word: str) -> bool:
    """Whether a word in lower case may stand before a verb without changing: closely, also, better."""
    if word in word_set("adverbs"):
        return True
    return word.endswith("ly") and len(word) > len("ly") and word not in word_set("ly_words")
