"""Card: an entry in plain lines, in the layout *The jargon: … What we mean: …*."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.glossary.entry import Entry, Wording

LEAVE_OUT = "nothing: the words can go"
"""What is said of the wording ""."""


def short_card(entry: Entry) -> Iterator[str]:
    """What a reader wants to know: the meaning, and what to say instead."""
    yield f"The jargon: {heading(entry)}"
    if entry.also:
        yield f"Also: {'; '.join(entry.also)}"
    yield f"What we mean: {entry.what_we_mean}"
    if entry.say_instead:
        yield f"Say instead: {'; '.join(map(spoken_wording, entry.say_instead))}"
    elif not entry.ask and not entry.only_looked_up:
        yield f"Say what it means where you first use it: {entry.jargon} ({entry.gloss})"
    if entry.ask:
        yield f"Ask yourself: {entry.ask}"
    if entry.why:
        yield f"Why: {entry.why}"
    if entry.keep:
        yield f"Why it may have to stay: {entry.keep}"
    for lens, practice in entry.lenses.items():
        yield f"{lens.capitalize()}: {practice}"
    if entry.agreed and entry.agreed.by:
        yield f"Agreed by: {entry.agreed.by}" + (f", {entry.agreed.on}" if entry.agreed.on else "")
    if entry.see_also:
        yield f"See also: {'; '.join(entry.see_also)}"


def whole_card(entry: Entry) -> Iterator[str]:
    """Everything that the entry holds, for those who keep it."""
    yield from short_card(entry)
    yield f"Kind: {entry.kind}. Level: {entry.level}. Family: {entry.family}."
    if entry.only_looked_up:
        yield "Look-up only: drafts are not searched for it."
    yield f"In brackets: {entry.gloss}"
    for wording in entry.say_instead:
        if wording.when or wording.near or wording.kind:
            yield f'"{spoken_wording(wording)}" is for: {_condition(wording)}'
    for name, value in entry.conditions._asdict().items():
        if value:
            yield f"{name.replace('_', ' ').capitalize()}: {'; '.join(value)}"
    if entry.forms or entry.plural:
        yield f"Forms given: {'; '.join(filter(None, (entry.plural, *entry.forms)))}"
    if entry.spoken:
        yield f"Said as: {entry.spoken}"
    for example in entry.examples:
        becomes = f" Becomes: {example.becomes}" if example.becomes else ""
        yield f"{'Must be found' if example.flag else 'Must pass'}: {example.text}{becomes}"
    yield from _agreement(entry)
    if entry.sources:
        yield f"Sources: {'; '.join(entry.sources)}"


def heading(entry: Entry) -> str:
    """The term, with its kind where another entry may hold the same words in another kind."""
    return f"{entry.jargon} ({entry.kind})" if entry.kind in {"noun", "verb", "adjective"} else entry.jargon


def spoken_wording(wording: Wording) -> str:
    """A wording as a person says it."""
    return wording.say.replace("*", "") or LEAVE_OUT


def _condition(wording: Wording) -> str:
    parts = ["; ".join(wording.when)] if wording.when else []
    parts += [f"near {'; '.join(wording.near)}"] if wording.near else []
    parts += [f"used as it stands ({wording.kind})"] if wording.kind else []
    return ", or ".join(parts)


def _agreement(entry: Entry) -> Iterator[str]:
    agreed = entry.agreed
    if not (agreed and agreed.by):
        yield "Agreed by: nobody yet"
    if agreed and agreed.review_by:
        yield f"To be looked at again by: {agreed.review_by}"
    if agreed and agreed.notes:
        yield f"Notes: {agreed.notes}"
