"""The card: one piece of jargon, what is meant by it, and what could be said instead."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from plainspeak.checking.finding import Finding, Suggestion
from plainspeak.glossary.entry import Entry
from plainspeak.tui.preview import Sentence
from plainspeak.tui.widgets.bindings import bindings_for
from plainspeak.tui.widgets.card_text import Room, card_text, choices_of, offers_of

_FEW_LINES = 10


class Card(VerticalScroll):
    """Shows one finding. While it has the focus, single keys choose."""

    BINDINGS: ClassVar[list[Any]] = bindings_for("choices")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.border_title = Content("Choices")
        self._body = Static()
        self._shown: object = None
        self._entry: Entry | None = None
        self._sentence: Sentence | None = None
        self.finding: Finding | None = None
        self.marked = 0
        self._told_how_to_write = False

    def compose(self) -> ComposeResult:
        """The text of the card."""
        yield self._body

    @property
    def choices(self) -> tuple[Suggestion, ...]:
        """The wordings that can be put in, in the order of their numbers."""
        return choices_of(self.finding) if self.finding else ()

    @property
    def offers(self) -> tuple[Suggestion, ...]:
        """All that can be put in: the wordings, then the explanation. `marked` counts them from 0."""
        return offers_of(self.finding) if self.finding else ()

    def show(self, finding: Finding, entry: Entry | None, sentence: Sentence, place: str) -> None:
        """Show a finding in its sentence; `place` says where it stands among the others."""
        if self.finding is None or _gist(finding) != _gist(self.finding):
            self.marked = 0
            self.scroll_home(animate=False)
        self.finding, self._entry, self._sentence = finding, entry, sentence
        self.border_subtitle = Content(place)
        self._draw(finding)

    def say(self, *paragraphs: str) -> None:
        """Show a message where there is nothing to choose."""
        self.finding = self._entry = None
        if paragraphs != self._shown:
            self._shown = paragraphs
            self.border_subtitle = None
            self._body.update(Content("\n\n".join(paragraphs)))

    def mark(self, step: int) -> None:
        """Move the mark up or down the list."""
        if self.finding and self.offers:
            self.marked = (self.marked + step) % len(self.offers)
            self._draw(self.finding)

    def _draw(self, finding: Finding) -> None:
        width, height = self.scrollable_content_region.size
        room = Room(width, height, height < _FEW_LINES)
        sentence = self._sentence.text if self._sentence else ""
        shown = (_gist(finding), self._entry, sentence, self.marked, room)
        if shown != self._shown:
            self._shown = shown
            self._body.update(card_text(finding, self._entry, self.marked, self._sentence, room))

    def on_focus(self) -> None:
        """A new stint of choosing begins."""
        self._told_how_to_write = False

    def on_key(self, event: events.Key) -> None:
        """Help a person who types here, where keys do other things."""
        if event.is_printable:
            self._tell_how_to_write()

    def on_paste(self) -> None:
        """Help a person who pastes here."""
        self._tell_how_to_write()

    def _tell_how_to_write(self) -> None:
        if not self._told_how_to_write:
            self._told_how_to_write = True
            self.notify("You are choosing words. Press Esc to write in the draft, or to paste into it.", markup=False)

    def on_resize(self) -> None:
        """Draw the card as the room allows."""
        if self.finding:
            self._draw(self.finding)


def _gist(finding: Finding) -> tuple[object, ...]:
    """What tells one finding from another while the draft moves."""
    return finding.entry, finding.text, finding.sentence, tuple((one.kind, one.text) for one in finding.suggestions)
