"""The card: one piece of jargon, what is meant by it, and what could be said instead."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from plainspeak.checking.finding import Finding, Suggestion
from plainspeak.glossary.entry import LENSES, Entry
from plainspeak.tui.widgets.bindings import bindings_for

_BOLD = Style(bold=True)
_MARKED = Style(reverse=True)
_SHOWN_CHOICES = 9


class Card(VerticalScroll):
    """Shows one finding. While it has the focus, single keys choose."""

    BINDINGS: ClassVar[list[Any]] = bindings_for("choices")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.border_title = Content("Choices")
        self._body = Static()
        self._shown: object = None
        self._entry: Entry | None = None
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

    def show(self, finding: Finding, entry: Entry | None, place: str) -> None:
        """Show a finding; `place` says where it stands among the others."""
        if self.finding is None or _gist(finding) != _gist(self.finding):
            self.marked = 0
            self.scroll_home(animate=False)
        self.finding, self._entry = finding, entry
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
        if self.finding and self.choices:
            self.marked = (self.marked + step) % len(self.choices)
            self._draw(self.finding)

    def _draw(self, finding: Finding) -> None:
        short = self.screen.has_class("-short")
        shown = (_gist(finding), self._entry, self.marked, short)
        if shown != self._shown:
            self._shown = shown
            self._body.update(card_text(finding, self._entry, self.marked, short=short))

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


def choices_of(finding: Finding) -> tuple[Suggestion, ...]:
    """The suggestions that are numbered: other words, or no words."""
    return tuple(one for one in finding.suggestions if one.kind in ("swap", "delete"))[:_SHOWN_CHOICES]


def explanation_of(finding: Finding) -> Suggestion | None:
    """The suggestion which keeps the word and adds its meaning."""
    return next((one for one in finding.suggestions if one.kind == "explain"), None)


def card_text(finding: Finding, entry: Entry | None, marked: int, *, short: bool = False) -> Content:
    """The card as text; no word of it is taken for markup. A short one has the choices first and no empty lines."""
    parts = [
        _said("The word" if finding.check == "spelling" else "The jargon", f"{finding.text}  ({finding.level} change)")
    ]
    if finding.what_we_mean:
        parts.append(_said("What we mean", finding.what_we_mean))
    if finding.why:
        parts.append(_said("Why", finding.why))
    parts[1 if short else len(parts) :] = [*_choice_lines(finding, marked), *(parts[1:] if short else ())]
    if finding.question:
        parts.append(_said("Ask yourself", finding.question))
    explanation = explanation_of(finding)
    if explanation:
        click = Style.from_meta({"@click": "screen.explain"})
        parts.append(Content.assemble(("E", _BOLD + click), ("  explain it: ", click), Content(explanation.text)))
    if entry:
        parts += _entry_lines(entry)
    return Content("\n" if short else "\n\n").join(parts)


def _said(label: str, text: str) -> Content:
    return Content.assemble((f"{label}: ", _BOLD), Content(text))


def _choice_lines(finding: Finding, marked: int) -> list[Content]:
    lines = [Content.styled("Perhaps:" if finding.check == "spelling" else "Say instead:", _BOLD)]
    for index, suggestion in enumerate(choices_of(finding)):
        style = Style.from_meta({"@click": f"screen.choose({index + 1})"})
        wording = _wording(finding, suggestion)
        chosen = style + _MARKED if index == marked else style
        lines.append(Content.assemble((f" {index + 1} ", _BOLD + style), Content(f" {wording} ").stylize(chosen)))
    return [Content("\n").join(lines)] if len(lines) > 1 else []


def _wording(finding: Finding, suggestion: Suggestion) -> str:
    if suggestion.kind == "delete" or not suggestion.text.strip():
        return "(take the words out)"
    if (suggestion.start, suggestion.end) != (finding.start, finding.end):
        return " ".join(suggestion.text.split())
    return suggestion.text


def _entry_lines(entry: Entry) -> list[Content]:
    parts = []
    lenses = [_said(f" {lens.capitalize()}", entry.lenses[lens]) for lens in LENSES if lens in entry.lenses]
    if lenses:
        parts.append(Content("\n").join([Content.styled("What it looks like:", _BOLD), *lenses]))
    if entry.keep:
        parts.append(_said("Why it may have to stay", entry.keep))
    if entry.agreed and entry.agreed.by:
        on = f", {entry.agreed.on}" if entry.agreed.on else ""
        parts.append(_said("Agreed by", f"{entry.agreed.by}{on}"))
    elif entry.sources:
        parts.append(_said("Listed by", ", ".join(entry.sources)))
    return parts


def _gist(finding: Finding) -> tuple[object, ...]:
    """What tells one finding from another while the draft moves."""
    return finding.entry, finding.text, finding.sentence, tuple((one.kind, one.text) for one in finding.suggestions)
