"""Comparison lines: a comparison as it is read, each line told in words as well as in style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from plainspeak.tui.comparison import Comparison, Piece, Side
from plainspeak.tui.held_text import drawn

_LABELS: dict[Side, str] = {"same": "", "before": "Before", "now": "Now"}
_STYLES: dict[Side, str] = {"same": "", "before": "strike", "now": "bold underline"}
_MARGIN = 9  # cells for the label
_NARROWEST = 20


class Shown(NamedTuple):
    """The lines to show, and the numbers of those at which a change begins."""

    lines: list[Text]
    changes: list[int]


def comparison_lines(compared: Comparison, width: int, *, only_changes: bool = False) -> Shown:
    """The lines for so many cells; the paragraphs that are the same can be left out."""
    shown = Shown([], [])
    after: Side = "same"
    for piece in compared.pieces:
        if piece.side == "same" and only_changes:
            after = "same"
            continue
        if piece.side == "before" or (piece.side == "now" and after != "before"):
            if only_changes and shown.lines:
                shown.lines.append(Text())
            shown.changes.append(len(shown.lines))
        shown.lines.extend(_lines(piece, width))
        after = piece.side
    return shown


def _lines(piece: Piece, width: int) -> Iterator[Text]:
    text = Text(drawn(piece.text), end="", no_wrap=False)
    for mark in piece.marks:
        text.stylize(_STYLES[piece.side], *mark)
    label = _LABELS[piece.side]
    for line in _wrapped(text, max(_NARROWEST, width - _MARGIN)):
        yield Text.assemble((f" {label:{_MARGIN - 1}}", "bold"), line, end="", no_wrap=True)
        label = ""


def _wrapped(text: Text, width: int) -> list[Text]:
    """The text in lines of at most so many cells, broken where words end."""
    from rich.console import Console

    if text.cell_len <= width:
        return [text]
    lines = text.wrap(Console(width=width), width)
    for line in lines:
        line.rstrip()
    return list(lines)
