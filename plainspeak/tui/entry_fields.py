"""Entry fields: the lines of the form for a glossary entry, and the way from an entry to them and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plainspeak.glossary.entry import FAMILIES, KINDS, LEVELS
from plainspeak.glossary.exchange.rows import is_list, lines_of, value_of_lines
from plainspeak.glossary.fields import AGREED_FIELDS, ENTRY_FIELDS, EXAMPLE_FIELDS, LENS_FIELDS
from plainspeak.glossary.written_fields import FIELD_ORDER, Fields, Value

Texts = Mapping[str, str]
"""What stands in each line of the form, by its name."""


class FormField(NamedTuple):
    """A line of the form.

    `name` is that of the field in the file, with its part after a dot (``agreed.by``). `more` is for lines that few entries
    need, which are shown when somebody asks for them.
    """

    name: str
    label: str
    choices: tuple[str, ...] = ()
    more: bool = False

    @property
    def help(self) -> str:
        """What the line is for."""
        each = " One on each line." if self.is_list else ""
        known = _LIST_CHOICES.get(self.name, ())
        choose = f" Choose from: {', '.join(known)}." if known else ""
        return f"{_ABOUT[self.name]}{each}{choose}{_MORE_HELP.get(self.name, '')}"

    @property
    def is_list(self) -> bool:
        """Whether it holds several things, one on each line."""
        return self.name in _SENTENCES or is_list(self.name)


_SENTENCES = ("flag", "pass")
_MORE_HELP = {
    "unless": " For example: financial {}, where {} stands for the term.",
    "only": " For example: {} (meeting|group), where {} stands for the term.",
    "say_instead": " When the words can simply go, write two quotation marks.",
    "agreed.on": " Year, month and day, such as 2026-11-22.",
    "agreed.review_by": " Year, month and day, such as 2027-11-22.",
}
_LIST_CHOICES = {field.name: field.choices for field in ENTRY_FIELDS if field.shape == "list"}
_ABOUT = {
    **{field.name: field.about for field in (*ENTRY_FIELDS, *EXAMPLE_FIELDS)},
    **{f"lenses.{field.name}": field.about for field in LENS_FIELDS},
    **{f"agreed.{field.name}": field.about for field in AGREED_FIELDS},
}

FORM = (
    FormField("jargon", "The jargon"),
    FormField("also", "Also"),
    FormField("kind", "Kind of word", KINDS),
    FormField("level", "Level", LEVELS),
    FormField("family", "Family", FAMILIES),
    FormField("what_we_mean", "What we mean"),
    FormField("say_instead", "Say instead"),
    FormField("ask", "A question"),
    FormField("in_brackets", "In brackets"),
    FormField("keep", "Why it stays"),
    FormField("why", "Why"),
    FormField("flag", "Must be found"),
    FormField("pass", "Must pass"),
    FormField("unless", "Unless"),
    FormField("agreed.by", "Agreed by"),
    FormField("agreed.on", "Agreed on"),
    FormField("agreed.review_by", "Look again by", more=True),
    FormField("agreed.notes", "Notes", more=True),
    FormField("only", "Only", more=True),
    FormField("unless_near", "Unless near", more=True),
    FormField("only_near", "Only near", more=True),
    FormField("unless_about", "Unless about", more=True),
    FormField("unless_topic", "Unless topic", more=True),
    FormField("only_about", "Only about", more=True),
    FormField("forms", "Other forms", more=True),
    FormField("plural", "Plural", more=True),
    FormField("spoken", "Said as", more=True),
    FormField("look_up", "Look-up only", more=True),
    FormField("lenses.inclusion", "Inclusion", more=True),
    FormField("lenses.connection", "Connection", more=True),
    FormField("lenses.action", "Action", more=True),
    FormField("see_also", "See also", more=True),
    FormField("sources", "Sources", more=True),
)

_LABELS = {field.name.rpartition(".")[2]: field.label for field in FORM}
_IN_FORM = {
    "Add say_instead, ask or in_brackets.": "Write something to say instead, a question, or words for brackets.",
    "has no example. Add examples: a flag sentence, and what it becomes.": (
        "has no sentence yet. Write one in which it must be found."
    ),
    "Use the term, or add its form to forms.": "Use the term in it, or add its form to \u201cOther forms\u201d.",
}
_NAME = re.compile(rf'"({"|".join(_LABELS)})"|\b({"|".join(name for name in _LABELS if "_" in name)})\b')


def first_fields(words: str) -> Fields:
    """What a new entry begins with, when it is started with some words."""
    words = " ".join(words.split())
    letters = words.replace(" ", "")
    initials = len(letters) > 1 and letters == letters.upper() and letters.isalpha()
    several = " " in words
    kind, family = ("initials", "initials") if initials else ("phrase" if several else "noun", "office")
    return {"jargon": words, "kind": kind, "level": "should", "family": family}


def texts_of(fields: Fields) -> dict[str, str]:
    """What the form shows for the written fields of an entry."""
    return {field.name: _text(fields, field) for field in FORM}


def _text(fields: Fields, field: FormField) -> str:
    whole, _, part = field.name.partition(".")
    if whole in _SENTENCES:
        return "\n".join(str(example[whole]) for example in _examples(fields) if whole in example)
    value = fields.get(whole, "")
    if part:
        return str(value.get(part, "")) if isinstance(value, dict) else ""
    return "\n".join(lines_of(whole, value)) if value and field.is_list else str(value)


def fields_of_texts(texts: Texts, before: Fields) -> Fields:
    """The written fields that the form makes.

    What `before` says of a sentence that is still there stays, and so does a field that the form has no line for.
    """
    covered = {field.name.partition(".")[0] for field in FORM} | {"examples"}
    fields: Fields = {name: value for name, value in before.items() if name not in covered}
    for field in FORM:
        text = texts[field.name]
        whole, _, part = field.name.partition(".")
        if whole in _SENTENCES or not text.strip():
            continue
        if part:
            record = fields.setdefault(whole, {})
            if isinstance(record, dict):
                record[part] = " ".join(text.split())
        elif field.is_list:
            fields[whole] = [*value_of_lines(whole, text.splitlines())]
        else:
            fields[whole] = " ".join(text.split())
    if examples := _merged(texts, before):
        fields["examples"] = examples
    return {**{name: fields[name] for name in FIELD_ORDER if name in fields}, **fields}


def _merged(texts: Texts, before: Fields) -> list[Value]:
    """The examples: those that were there in their old order, then the new ones."""
    wanted = [
        (kind, " ".join(line.split())) for kind in _SENTENCES for line in texts[kind].splitlines() if line.strip()
    ]
    kept = [example for example in _examples(before) if _key(example) in wanted]
    known = [_key(example) for example in kept]
    new: list[Fields] = [{kind: sentence} for kind, sentence in wanted if (kind, sentence) not in known]
    return [*kept, *new]


def _key(example: Fields) -> tuple[str, str]:
    kind = "flag" if "flag" in example else "pass"
    return kind, str(example.get(kind, ""))


def _examples(fields: Fields) -> Iterator[Fields]:
    value = fields.get("examples", [])
    return (example for example in value if isinstance(example, dict))


def in_form_words(message: str) -> str:
    """A message about the fields of a file in the words of the form."""
    for in_file, in_form in _IN_FORM.items():
        message = message.replace(in_file, in_form)
    return _NAME.sub(lambda found: f"\u201c{_LABELS[found[1] or found[2]]}\u201d", message)
