"""Stretches: a very long text is checked a stretch at a time, so that what is worked out of one can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.text.protected import Mask, masks_in
from plainspeak.text.sentences import paragraphs
from plainspeak.text.span import Span

LONG = 1_000_000
"""How many code points make a text very long: some 400 pages."""
_SIZE = 250_000
"""How many code points a stretch has, and the rest of its last paragraph."""


def stretches(text: str) -> Iterator[Span]:
    """Parts of `text`, one behind the other, each of which begins where a paragraph does."""
    start = 0
    for paragraph in paragraphs(text):
        if paragraph.start >= start + _SIZE:
            yield Span(start, paragraph.start)
            start = paragraph.start
    yield Span(start, len(text))


def masks_of(masks: Sequence[Mask], stretch: Span) -> list[Mask]:
    """Those of `masks`, in text order, that touch a stretch, with their places in it."""
    return [
        mask._replace(start=max(mask.start - stretch.start, 0), end=min(mask.end, stretch.end) - stretch.start)
        for mask in masks_in(masks, stretch)
    ]
