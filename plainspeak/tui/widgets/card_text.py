"""Card text: what the card of one finding says. No word of a draft or of the glossary is taken for markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from plainspeak.checking.finding import Finding, Suggestion
from plainspeak.glossary.entry import LENSES, Entry
from plainspeak.tui.held_text import drawn, held
from plainspeak.tui.preview import Sentence, after, before

_BOLD = Style(bold=True)
_MARKED = Style(reverse=True)
_CHANGED = Style(bold=True, underline=True)
_DIM = Style(dim=True)
_SHOWN_CHOICES = 9
_INDENT = 4
_WIDE = 70  # cells


class Room(NamedTuple):
    """The room there is: cells in a line, lines, and whether every line counts."""

    width: int
    height: int
    short: bool = False


def choices_of(finding: Finding) -> tuple[Suggestion, ...]:
    """The suggestions that are numbered: other words, or no words."""
    return tuple(one for one in finding.suggestions if one.kind in ("swap", "delete"))[:_SHOWN_CHOICES]


def explanation_of(finding: Finding) -> Suggestion | None:
    """The suggestion which keeps the word and adds its meaning."""
    return next((one for one in finding.suggestions if one.kind == "explain"), None)


def offers_of(finding: Finding) -> tuple[Suggestion, ...]:
    """All that can be put in, in the order of the card: the numbered wordings, then the explanation."""
    explanation = explanation_of(finding)
    return (*choices_of(finding), *([explanation] if explanation else []))


def card_text(finding: Finding, entry: Entry | None, marked: int, sentence: Sentence | None, room: Room) -> Content:
    """The card as text. A short one has the choices first and no empty lines.

    Where not all answers would be in sight, the sentence before the change is left out, because it stands in the draft as well,
    and then the empty lines.
    """
    jargon = "The word" if finding.check == "spelling" else "The jargon"
    title = _said(jargon, f"{finding.text}  ({finding.level} change)")
    told = [_said("What we mean", finding.what_we_mean)] if finding.what_we_mean else []
    if finding.question:
        told.append(_said("Ask yourself", finding.question))
    rest = [_said("Why", finding.why)] if finding.why else []
    rest += _entry_lines(entry) if entry else ()
    card = gap = Content()
    for labels, spaced in ((("Now", "Then"), True), (("Then",), True), (("Then",), False)):
        gap = Content("\n\n" if spaced and not room.short else "\n")
        answers = Content("\n").join(
            [*_offers(finding, marked, sentence, labels, room), *_other_answers(finding, room)]
        )
        card = gap.join([title, answers, *told] if room.short else [title, *told, answers])
        if len(card.wrap(max(10, room.width))) <= room.height:
            break
    return gap.join([card, *rest])


def _said(label: str, text: str) -> Content:
    return Content.assemble((f"{label}: ", _BOLD), Content(drawn(held(text))))


def _offers(
    finding: Finding, marked: int, sentence: Sentence | None, labels: Sequence[str], room: Room
) -> Iterable[Content]:
    """The wordings, each with its key; below the marked one stands the sentence before and after."""
    choices = choices_of(finding)
    if choices:
        yield Content.styled("Perhaps:" if finding.check == "spelling" else "Say instead:", _BOLD)
    for index, offer in enumerate(offers_of(finding)):
        numbered = index < len(choices)
        key, click = (str(index + 1), f"choose({index + 1})") if numbered else ("E", "explain")
        words = _wording(finding, offer) if numbered else "explain it in brackets"
        yield _answer(key, words, click, room.width, is_marked=index == marked)
        if index == marked and sentence:
            yield from _preview(finding, offer, sentence, labels, room)


def _preview(
    finding: Finding, offer: Suggestion, sentence: Sentence, labels: Sequence[str], room: Room
) -> Iterable[Content]:
    """The sentence as it is, and as it would be with an offer, each set in."""
    for label in labels:
        words = before(sentence, finding) if label == "Now" else after(sentence, offer)
        line = Content.assemble((f"{label}: ", _BOLD), Content(drawn(held(words.text))).stylize(_CHANGED, *words.span))
        for part in line.wrap(max(10, room.width - _INDENT)):
            yield Content.assemble(" " * _INDENT, part.rstrip())


def _other_answers(finding: Finding, room: Room) -> Iterable[Content]:
    """The other answers, in as few lines as the room asks for; where there is a question, that it has been answered."""
    if finding.question:
        yield _answer("D", "I have answered the question", "deal_with")
    yield _answer("O", "put in my own words", "own_words")
    here, in_draft = _answer("L", "leave it here", "leave_here"), _answer("W", "in all the draft", "leave_everywhere")
    always = _answer("M", "leave it always, for me", "leave_always")
    if room.width >= _WIDE:
        yield Content.assemble(here, in_draft, always)
    else:
        yield Content.assemble(here, in_draft)
        yield always


def _answer(key: str, words: str, action: str, width: int = _WIDE, *, is_marked: bool = False) -> Content:
    """A key and what it does; where that takes several lines, they stand below one another."""
    click = Style.from_meta({"@click": f"screen.{action}"})
    look = click + _MARKED if is_marked else click
    rows = [row.rstrip() for row in Content(drawn(held(words))).wrap(max(10, width - _INDENT - 1))]
    labels = [(f" {key} ", _BOLD + click), *[(" " * (_INDENT - 1), click)] * (len(rows) - 1)]
    return Content("\n").join(
        Content.assemble(label, Content(f" {row.plain} ").stylize(look))
        for label, row in zip(labels, rows, strict=True)
    )


def _wording(finding: Finding, suggestion: Suggestion) -> str:
    if suggestion.kind == "delete" or not suggestion.text.strip():
        return "(take the words out)"
    if (suggestion.start, suggestion.end) != (finding.start, finding.end):
        return " ".join(suggestion.text.split())
    return suggestion.text


def _entry_lines(entry: Entry) -> Iterable[Content]:
    lenses = [_said(f" {lens.capitalize()}", entry.lenses[lens]) for lens in LENSES if lens in entry.lenses]
    if lenses:
        yield Content("\n").join([Content.styled("What it looks like:", _BOLD), *lenses])
    if entry.keep:
        yield _said("Why it may have to stay", entry.keep)
    if entry.agreed and entry.agreed.by:
        on = f", {entry.agreed.on}" if entry.agreed.on else ""
        yield _said("Agreed by", f"{entry.agreed.by}{on}")
    elif entry.sources:
        yield _said("Listed by", ", ".join(entry.sources)).stylize(_DIM)
