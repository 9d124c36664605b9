"""Reading lines: how hard a draft is to read, before and now, told in words, numbers and a small chart."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rich.text import Text

from plainspeak.tui.held_text import drawn, held
from plainspeak.tui.reading import BINS, Reading, years_from

_BOLD = "bold"
_WAS, _IS = "\u2591", "\u2588"
_CHART = 40  # cells of the longest bar
_LITTLE = 0.05  # years; less is not worth a word
_NOTE = (
    "The reading age is a rough measure. It counts how long sentences and words are, and does not know what they "
    "mean: try the draft out on a reader."
)


def reading_lines(before: Reading, now: Reading, text: str, width: int) -> Iterator[Text]:
    """The lines for so many cells; `text` is the draft as it is now."""
    room = max(20, width - 2)
    for part in (_numbers(before, now), _reasons(before, now), _chart(before, now, room), _longest(now, text)):
        for line in part:
            yield Text.assemble(" ", line)
        yield Text()
    for words in textwrap.wrap(_NOTE, room):
        yield Text(f" {words}")


def _numbers(before: Reading, now: Reading) -> Iterator[Text]:
    yield Text(f"{'':22}{'Before':>8}{'Now':>8}", _BOLD)
    rows = [
        ("Words", f"{before.words:,}", f"{now.words:,}"),
        ("Sentences", f"{len(before.sentences):,}", f"{len(now.sentences):,}"),
        ("Words in a sentence", f"{before.words_a_sentence:.1f}", f"{now.words_a_sentence:.1f}"),
        ("Syllables in a word", f"{before.syllables_a_word:.2f}", f"{now.syllables_a_word:.2f}"),
        ("Reading age", str(before.age), str(now.age)),
    ]
    for name, old, new in rows:
        yield Text(f"{name:22}{old:>8}{new:>8}")


def _reasons(before: Reading, now: Reading) -> Iterator[Text]:
    """What made the difference."""
    yield Text("What made the difference", _BOLD)
    by_sentences, by_words = years_from(before, now)
    told = [
        _reason(by_sentences, "Sentences are shorter", "Sentences are longer"),
        _reason(by_words, "Words are shorter", "Words are longer"),
    ]
    for line in [one for one in told if one] or ["Nothing yet: the draft reads as it did before."]:
        yield Text(line)


def _reason(years: float, shorter: str, longer: str) -> str:
    if abs(years) < _LITTLE:
        return ""
    what, way = (shorter, "off") if years < 0 else (longer, "on")
    size = f"{abs(years):.1f}"
    return f"{what}: this {'takes' if way == 'off' else 'puts'} {size} {'year' if size == '1.0' else 'years'} {way}."


def _chart(before: Reading, now: Reading, room: int) -> Iterator[Text]:
    """How many sentences there are of each length, as bars with their numbers."""
    yield Text("How long the sentences are", _BOLD)
    old, new = before.lengths(), now.lengths()
    most = max([1, *old, *new])
    widest = max(1, min(_CHART, room - 32))
    for (low, high), was, is_now in zip(BINS, old, new, strict=True):
        name = f"{low} to {high} words" if high < BINS[-1][1] else f"{low} words or more"
        if was != is_now:
            yield Text(f"{name:18} before {_bar(_WAS, was, most, widest)} {was:,}")
            name = ""
        yield Text(f"{name:18} now    {_bar(_IS, is_now, most, widest)} {is_now:,}")


def _bar(block: str, count: int, most: int, widest: int) -> str:
    return block * max(round(widest * count / most), 1 if count else 0) or "\u00b7"


def _longest(now: Reading, text: str) -> Iterator[Text]:
    yield Text("The longest sentences", _BOLD)
    for number, sentence in enumerate(now.longest(), 1):
        line = text.count("\n", 0, sentence.span.start) + 1
        words = " ".join(sentence.span.of(text).split())
        yield Text.assemble((f" {number} ", _BOLD), f" {sentence.words} words, line {line:,}: {drawn(held(words))}")
    if not now.longest():
        yield Text("None is longer than 20 words.")
