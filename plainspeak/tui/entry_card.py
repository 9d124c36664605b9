"""Entry card: all that a glossary entry holds, as one reads it on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.style import Style

from plainspeak.glossary.card import whole_card
from plainspeak.glossary.entry import LENSES, Entry
from plainspeak.glossary.standing import origin_line

_BOLD = Style(bold=True)
_LENS_LABELS = {lens.capitalize(): f"What it looks like, {lens}" for lens in LENSES}


def entry_card(entry: Entry, forms: Iterable[str] = ()) -> Content:
    """The card as text; no word of it is taken for markup."""
    parts = [_labelled(line) for line in whole_card(entry)]
    found = "; ".join(forms)
    if found:
        parts.append(_labelled(f"Found as: {found}"))
    if entry.origin.path:
        parts.append(_labelled(f"It stands in: {origin_line(entry)}"))
    return Content("\n\n").join(parts)


def _labelled(line: str) -> Content:
    """A line with what stands before its first colon in bold."""
    label, colon, text = line.partition(": ")
    return Content.assemble((f"{_LENS_LABELS.get(label, label)}{colon}", _BOLD), Content(text))
