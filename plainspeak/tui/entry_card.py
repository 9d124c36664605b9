"""Entry card: all that a glossary entry holds, as one reads it on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.style import Style

from plainspeak.glossary.card import short_card, whole_card
from plainspeak.glossary.entry import LENSES, Entry
from plainspeak.glossary.standing import origin_line

_BOLD = Style(bold=True)
_HEADING = Style(italic=True, underline=True)
_LENS_LABELS = {lens.capitalize(): f"What it looks like, {lens}" for lens in LENSES}


def entry_card(entry: Entry, forms: Iterable[str] = ()) -> Content:
    """The card as text; no word of it is taken for markup."""
    lines = list(whole_card(entry))
    for_readers = len(list(short_card(entry)))
    parts = [_labelled(line) for line in lines[:for_readers]]
    parts.append(Content.styled("For those who keep the glossary", _HEADING))
    parts += [_labelled(line) for line in lines[for_readers:]]
    found = "; ".join(forms)
    if found:
        parts.append(_labelled(f"Found as: {found}"))
    if entry.origin.path:
        parts.append(_labelled(f"It stands in: {origin_line(entry)}"))
    return Content("\n\n").join(parts)


def _labelled(line: str) -> Content:
    """A line with what stands before its first colon in bold."""
    label, colon, text = line.partition(": ")
    if "{}" in text:
        text = text.replace("|", " | ")  # so that a long choice can be broken
    return Content.assemble((f"{_LENS_LABELS.get(label, label)}{colon}", _BOLD), Content(text))
