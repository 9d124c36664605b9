"""Entries for tests, with as little written as an entry can have."""

from __future__ import annotations

from plainspeak.glossary.entry import Agreement, Conditions, Entry, Example, Origin, Wording


def entry(jargon: str, *say: str, **more: object) -> Entry:
    """An entry for `jargon` with these wordings; any field may be given."""
    written: dict = {
        "id": jargon.lower().replace(" ", "-"),
        "jargon": jargon,
        "kind": "noun",
        "level": "must",
        "family": "office",
        "what_we_mean": f"What {jargon} is.",
        "say_instead": tuple(map(Wording, say)),
        "origin": Origin("shipped", "words.yaml", 1),
    }
    return Entry(**{**written, **more})


__all__ = ["Agreement", "Conditions", "Entry", "Example", "Origin", "Wording", "entry"]
