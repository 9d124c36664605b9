"""The fields of a glossary file: the one table from which both the reader and the JSON Schema are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plainspeak.glossary.entry import FAMILIES, KINDS, LEVELS
from plainspeak.text.topics import TOPICS

Shape = Literal["words", "list", "record", "records"]
"""`words`: one string. `list`: strings, or one string. `record`: fields. `records`: a list of records."""

Form = Literal["", "pattern", "date"]
"""What words must look like beyond being words."""

PATTERN_CLASSES = ("number", "name", "noun", "verb", "adjective", "the", "clause", "start", "end")
"""What may stand in angle brackets in a pattern."""

LONGEST_MEANING = 25
"""How many words a meaning may have."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what it holds and what it is for.

    `choices` are the only words allowed. `may_be_blank` allows empty words (``""``), or nothing where records
    may stand. `short` names the field of a
    record that a bare string stands for, and `one` is what one record is called. A file in which a `must` field is
    missing cannot be used.
    """

    name: str
    shape: Shape
    about: str
    must: bool = False
    choices: tuple[str, ...] = ()
    form: Form = ""
    may_be_blank: bool = False
    short: str = ""
    one: str = ""
    fields: tuple[Field, ...] = ()


WORDING_FIELDS = (
    Field("say", "words", "What to say instead, in its dictionary form.", must=True, may_be_blank=True),
    Field("when", "list", "Patterns: offer this wording only where one of them holds.", form="pattern"),
    Field("near", "list", "Offer this wording only where one of these words stands in the same sentence."),
    Field("kind", "words", "The kind of this wording, when it is not the kind of the entry.", choices=KINDS),
)

EXAMPLE_FIELDS = (
    Field("flag", "words", "A sentence in which the term must be found."),
    Field("becomes", "words", "The whole sentence with the first wording swapped in."),
    Field("pass", "words", "A sentence in which the word has its ordinary sense and must not be found."),
)

LENS_FIELDS = (
    Field("inclusion", "words", "What it looks like when everyone can take part."),
    Field("connection", "words", "What it looks like when people build good relationships."),
    Field("action", "words", "What it looks like when something changes because of it."),
)

AGREED_FIELDS = (
    Field("by", "words", "Who agreed the entry."),
    Field("on", "words", "When it was agreed.", form="date"),
    Field("review_by", "words", "When it should be looked at again.", form="date"),
    Field("notes", "words", "What was said when it was agreed."),
)

ENTRY_FIELDS = (
    Field("jargon", "words", "The term in its dictionary form.", must=True),
    Field("also", "list", "Other wordings for the same thing, in the same kind."),
    Field("kind", "words", "What kind of word it is.", must=True, choices=KINDS),
    Field("level", "words", "How much it matters: must, should or could change.", must=True, choices=LEVELS),
    Field("family", "words", "The subject it belongs to.", must=True, choices=FAMILIES),
    Field(
        "look_up",
        "words",
        "For an everyday word: texts are not searched for it, but whoever asks gets the meaning.",
        choices=("only",),
    ),
    Field(
        "what_we_mean", "words", f"One sentence of at most {LONGEST_MEANING} plain words, with a full stop.", must=True
    ),
    Field(
        "say_instead",
        "records",
        'Wordings, best first, in their dictionary form. "" means that the words can simply go.',
        short="say",
        one="wording",
        fields=WORDING_FIELDS,
    ),
    Field("ask", "words", "A question to the writer, where no other words will do."),
    Field("in_brackets", "words", "A short meaning to add in brackets at first use: no capital, no full stop."),
    Field("keep", "words", "Why the word must stay and be explained: which Act uses it."),
    Field("why", "words", "Why a reader may stumble, or be hurt."),
    Field("unless", "list", "Patterns: where the term is an ordinary word.", form="pattern"),
    Field("only", "list", "Patterns: the term is jargon just there.", form="pattern"),
    Field("unless_near", "list", "Words of the same sentence that show the ordinary sense."),
    Field("only_near", "list", "Words one of which must stand in the same sentence."),
    Field("unless_about", "list", "Words of the same paragraph that show the ordinary sense."),
    Field("only_about", "list", "Words one of which must stand in the same paragraph."),
    Field("unless_topic", "list", "What paragraphs are about in which the term is an ordinary word.", choices=TOPICS),
    Field("forms", "list", "Forms of the term that the rules of English would not give."),
    Field("plural", "words", "The plural, when the rules of English would not give it."),
    Field("spoken", "words", "How initials are said, when they are said as a word."),
    Field("lenses", "record", "What it looks like in practice.", one="set of lenses", fields=LENS_FIELDS),
    Field("agreed", "record", "Who agreed the entry, and when.", one="agreement", fields=AGREED_FIELDS),
    Field("see_also", "list", "Other entries."),
    Field("examples", "records", "The entry's own tests: flag, becomes, pass.", one="example", fields=EXAMPLE_FIELDS),
    Field("sources", "list", "Where the word is listed."),
)

NEEDS_ONE_OF = ("say_instead", "ask", "in_brackets")
"""An entry that is found in texts has at least one of these fields, so that there is something to offer for its term."""

FILE_FIELDS = (
    Field("title", "words", "The subject of this file."),
    Field("about", "words", "What the entries have in common."),
    Field("entries", "records", "The entries.", must=True, may_be_blank=True, one="entry", fields=ENTRY_FIELDS),
)
