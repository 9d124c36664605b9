"""Entry: one glossary record, as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

Kind = Literal["noun", "verb", "adjective", "adverb", "phrase", "name", "initials"]
Level = Literal["must", "should", "could"]
Lens = Literal["inclusion", "connection", "action"]

KINDS: tuple[Kind, ...] = ("noun", "verb", "adjective", "adverb", "phrase", "name", "initials")
LEVELS: tuple[Level, ...] = ("must", "should", "could")
LENSES: tuple[Lens, ...] = ("inclusion", "connection", "action")
_REMEMBERED = 16_384
FAMILIES: tuple[str, ...] = (
    "co-production",
    "people",
    "care",
    "health",
    "mental health",
    "ageing",
    "children",
    "housing",
    "law and money",
    "office",
    "formal",
    "initials",
)


class Wording(NamedTuple):
    """One thing to say instead, and when it fits.

    `say` is the wording in its dictionary form; "" means that the words can simply go. A ``*`` before a word
    marks it as the one that is inflected when the rule would choose wrongly. `when` holds patterns as in
    `Conditions.unless` and `near` words as in `Conditions.unless_near`: the wording is offered, first, only where one
    of them holds. `kind` is given when it is not the entry's own, and the wording is then used as it stands.
    """

    say: str
    when: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    kind: Kind | None = None


class Conditions(NamedTuple):
    """Where a term is jargon and where it is an ordinary word. Empty tuples mean: everywhere jargon.

    `unless` and `only` hold patterns around the term (``financial {}``), `..._near` words of the same sentence,
    `..._about` words of the same paragraph, `unless_topic` what it is about. `unless` wins over `only`.
    """

    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    only_near: tuple[str, ...] = ()
    unless_about: tuple[str, ...] = ()
    only_about: tuple[str, ...] = ()
    unless_topic: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(self)


class Example(NamedTuple):
    """An entry's own test: a sentence that is flagged (and what it becomes), or one that must pass."""

    text: str
    flag: bool
    becomes: str | None = None
    line: int = 0


class Agreement(NamedTuple):
    """Who agreed an entry, when, and when it should be looked at again. Dates are ISO 8601 (2026-11-22)."""

    by: str = ""
    on: str = ""
    review_by: str = ""
    notes: str = ""


class Origin(NamedTuple):
    """Where an entry comes from: its layer (``shipped``, ``user`` or ``project``), file and 1-based line."""

    layer: str = ""
    path: str = ""
    line: int = 0


class Entry(NamedTuple):
    """One glossary record. `terms` are all the wordings that it covers, `jargon` the one it is known by."""

    id: str
    jargon: str
    kind: Kind
    level: Level
    family: str
    what_we_mean: str
    also: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    plural: str = ""
    say_instead: tuple[Wording, ...] = ()
    ask: str = ""
    in_brackets: str = ""
    keep: str = ""
    why: str = ""
    spoken: str = ""
    conditions: Conditions = Conditions()
    examples: tuple[Example, ...] = ()
    sources: tuple[str, ...] = ()
    lenses: Mapping[Lens, str] = MappingProxyType({})
    agreed: Agreement | None = None
    see_also: tuple[str, ...] = ()
    origin: Origin = Origin()
    look_up: str = ""

    @property
    def only_looked_up(self) -> bool:
        """Whether texts are not searched for its terms: an everyday word that some readers ask about."""
        return self.look_up == "only"

    @property
    def terms(self) -> tuple[str, ...]:
        """Every wording that the entry covers, the main one first."""
        return (self.jargon, *self.also)

    @property
    def gloss(self) -> str:
        """The short meaning that is added in brackets at first use, without a capital or full stop."""
        return self.in_brackets or as_gloss(self.what_we_mean)


@lru_cache(_REMEMBERED)
def as_gloss(sentence: str) -> str:
    """A meaning made ready for brackets: no full stop, no capital unless the first word needs it."""
    sentence = sentence.strip().removesuffix(".")
    first = sentence.split(" ", 1)[0]
    keeps_capital = first == "I" or first.startswith("I'") or (len(first) > 1 and first[1:] != first[1:].lower())
    return sentence if keeps_capital else sentence[:1].lower() + sentence[1:]


class Glossary:
    """All entries in force, in file order, and a fingerprint of everything they were made from."""

    def __init__(self, entries: Sequence[Entry], fingerprint: str = "") -> None:
        self.entries = entries
        self.fingerprint = fingerprint

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, entry_id: str) -> Entry | None:
        """The entry with this id, or None."""
        return self._by_id.get(entry_id)

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}
