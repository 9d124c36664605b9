"""Entry recovery: a copy of the glossary entry that is being written, and the entries that a crash has left behind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plainspeak.deciding.safety_copy import SafetyCopy, copies, forget_copy

_KIND = "entry"


class LostEntry(NamedTuple):
    """An entry left behind: what stood in each line of the form, and when the copy was made (seconds).

    `entry` is the id of the entry that was being changed, "" for a new one.
    """

    texts: Mapping[str, str]
    entry: str
    saved_at: float
    copy: Path

    @property
    def name(self) -> str:
        """What to call it."""
        return " ".join(self.texts.get("jargon", "").split()) or "A new entry"


class EntryCopy(SafetyCopy):
    """The copy of the form of one running app."""

    def __init__(self) -> None:
        super().__init__(_KIND)

    def write(self, texts: Mapping[str, str], entry: str) -> None:
        """Keep what stands in each line of the form for the entry with this id."""
        self.keep({"texts": dict(texts), "entry": entry})


def lost_entries() -> list[LostEntry]:
    """The copies that no running app holds, newest first; those that cannot be read are passed over."""
    found = [_entry(file, content) for file, content, is_held in copies(_KIND) if not is_held]
    return sorted((entry for entry in found if entry), key=lambda entry: entry.saved_at, reverse=True)


def forget_entry(entry: LostEntry) -> None:
    """Delete the copy of a lost entry."""
    forget_copy(entry.copy)


def _entry(copy: Path, content: Any) -> LostEntry | None:  # noqa: ANN401 - whatever the file holds
    try:
        texts = {str(name): str(text) for name, text in content["texts"].items()}
        return LostEntry(texts, str(content["entry"]), float(content["saved_at"]), copy)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
