"""Nodes held against the table of fields: the right names, the right shapes, or a problem that says what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plainspeak.glossary.fields import Field
from plainspeak.glossary.patterns import pattern_fault
from plainspeak.glossary.problems import ProblemLog, did_you_mean, quoted
from plainspeak.glossary.yaml_nodes import Mapping, Node, Scalar, Sequence

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = frozenset({"true", "True", "TRUE", "false", "False", "FALSE"})


class Words(NamedTuple):
    """Words from a file and their place."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one record that could be read. A field that is missing or wrong reads as empty."""

    line: int
    column: int
    names: dict[str, Scalar]
    words_by_name: dict[str, Words]
    lists_by_name: dict[str, tuple[Words, ...]]
    records_by_name: dict[str, tuple[Record, ...]]

    def __contains__(self, name: str) -> bool:
        """Whether the field was written, even wrongly."""
        return name in self.names

    def text(self, name: str) -> str:
        """The words of a field."""
        words = self.words_by_name.get(name)
        return words.text if words else ""

    def words(self, name: str) -> Words | None:
        """The words of a field with their place."""
        return self.words_by_name.get(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """The strings of a list."""
        return tuple([words.text for words in self.lists_by_name.get(name, ())])

    def items(self, name: str) -> tuple[Words, ...]:
        """The strings of a list with their places."""
        return self.lists_by_name.get(name, ())

    def records(self, name: str) -> tuple[Record, ...]:
        """The records of a list of records; a single record is a list of one."""
        return self.records_by_name.get(name, ())


def read_record(node: Node, fields: tuple[Field, ...], one: str, log: ProblemLog) -> Record | None:
    """`node` read as a record of these fields; `one` is what such a record is called ('entry')."""
    if not isinstance(node, Mapping):
        names = ", ".join(field.name for field in fields[:3])
        log.add(node, f"This {one} has no fields.", f"Write each of them ({names} …) as name: words.")
        return None
    record = Record(node.line, node.column, node.names, {}, {}, {})
    known = {field.name: field for field in fields}
    for name, value in node.fields.items():
        if field := known.get(name):
            _read_field(record, field, value, log)
        else:
            _refuse_name(node.names[name], known, one, log)
    for field in fields:
        if field.must and field.name not in node.names:
            log.add(node, f'This {one} has no "{field.name}".', f"Add it: {_what_goes_in(field)}.")
    return record


def _what_goes_in(field: Field) -> str:
    """What to write in a field, to go on after a colon."""
    if field.choices:
        return f"{', '.join(field.choices[:-1])} or {field.choices[-1]}"
    return field.about[0].lower() + field.about[1:].rstrip(".")


def _refuse_name(name: Scalar, known: dict[str, Field], one: str, log: ProblemLog) -> None:
    if not name.text:
        return
    to_do = did_you_mean(name.text, known) or f"The fields are {', '.join(known)}."
    article = "an" if one[0] in "aeiou" else "a"
    log.add(name, f"{quoted(name.text)} is not a field of {article} {one}.", to_do)


def _read_field(record: Record, field: Field, node: Node, log: ProblemLog) -> None:
    match field.shape:
        case "words":
            if (words := _read_words(node, field, log)) is not None:
                record.words_by_name[field.name] = words
        case "list":
            record.lists_by_name[field.name] = tuple(_read_list(node, field, log))
        case "record":
            read = read_record(node, field.fields, field.one, log)
            record.records_by_name[field.name] = (read,) if read else ()
        case "records":
            record.records_by_name[field.name] = tuple(_read_records(node, field, log))


def _read_words(node: Node, field: Field, log: ProblemLog) -> Words | None:
    """One string, with every run of white space as one space."""
    if not isinstance(node, Scalar):
        kind = "a list" if isinstance(node, Sequence) else "fields"
        to_do = "Write them in one line. If they hold a colon or brackets, put quotation marks round them."
        log.add(node, f'"{field.name}" should be words, not {kind}.', to_do)
        return None
    if node.refused:
        return None
    text = " ".join(node.text.split())
    if node.plain and text in _TRUTHS:
        log.add(
            node,
            f'"{field.name}" should be words, and {text} alone means yes or no.',
            f'Write "{text}", with the quotation marks.',
        )
        return None
    if (node.plain and text in _NULLS) or not (text or field.may_be_blank):
        log.add(node, f'"{field.name}" is empty.', "Write the words after it, or take the field out.")
        return None
    if fault := _form_fault(text, field):
        log.add(node, *fault)
        return None
    return Words(text, node.line, node.column)


def _form_fault(text: str, field: Field) -> tuple[str, str] | None:
    """What is wrong with the words of a choice, a date or a pattern."""
    if field.choices and text not in field.choices:
        choices = ", ".join(field.choices)
        return f'{quoted(text)} is not a "{field.name}".', did_you_mean(
            text, field.choices
        ) or f"Choose from: {choices}."
    if field.form == "date" and not _is_date(text):
        return f"{quoted(text)} is not a date.", "Write year, month and day, such as 2026-03-31."
    return pattern_fault(text) if field.form == "pattern" else None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _read_list(node: Node, field: Field, log: ProblemLog) -> list[Words]:
    if isinstance(node, Sequence):
        read = [_read_words(item, field, log) for item in node.items]
        return [words for words in read if words]
    words = _read_words(node, field, log)
    if words and isinstance(node, Scalar) and node.plain and ", " in node.text:
        log.add(node, f'"{field.name}" should be a list.', "Put square brackets round it: [one, two].")
        return []
    return [words] if words else []


def _read_records(node: Node, field: Field, log: ProblemLog) -> list[Record]:
    if isinstance(node, Mapping):
        log.add(node, f'"{field.name}" should be a list.', "Put a dash and a space before each item.")
        return []
    if field.may_be_blank and isinstance(node, Scalar) and node.plain and node.text in _NULLS:
        return []
    if isinstance(node, Scalar) and not field.short:
        words = _read_words(node, Field(field.name, "words", ""), log)
        if words:
            log.add(node, f'"{field.name}" should be a list of fields.', "Put a dash and a space before each item.")
        return []
    items = node.items if isinstance(node, Sequence) else [node]
    read = [_read_item(item, field, log) for item in items]
    return [record for record in read if record]


def _read_item(node: Node, field: Field, log: ProblemLog) -> Record | None:
    """One record of a list, or a bare string that stands for its main field."""
    if not (field.short and isinstance(node, Scalar)):
        return read_record(node, field.fields, field.one, log)
    short = next(inner for inner in field.fields if inner.name == field.short)
    words = _read_words(node, Field(field.name, "words", short.about, may_be_blank=short.may_be_blank), log)
    return Record(node.line, node.column, {}, {field.short: words}, {}, {}) if words else None
