"""Written fields: an entry as the fields that a person writes, in the order of the table of fields.

The same shape whether it comes from a YAML file, a spreadsheet or somebody's answers, and goes to any of these.
"""

from __future__ import annotations

from typing import TypeAlias

from plainspeak.glossary.entry import Entry, Example, Wording
from plainspeak.glossary.entry_reading import check_entry, entry_of
from plainspeak.glossary.fields import ENTRY_FIELDS
from plainspeak.glossary.problems import Problem, ProblemLog
from plainspeak.glossary.records import read_record
from plainspeak.glossary.yaml_nodes import Mapping, Node, Scalar, node_of

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Fields: TypeAlias = dict[str, Value]

FIELD_ORDER = tuple(field.name for field in ENTRY_FIELDS)
_SHAPES = {field.name: field.shape for field in ENTRY_FIELDS}
_MAIN = {field.name: field.short for field in ENTRY_FIELDS}


def in_usual_order(fields: Fields) -> Fields:
    """The fields in the order of the table of fields."""
    return {name: fields[name] for name in sorted(fields, key=FIELD_ORDER.index)}


def fields_of(entry: Entry) -> Fields:
    """What is written in an entry; empty fields are left out."""
    values: Fields = {
        **{name: _as_value(value) for name, value in entry.conditions._asdict().items()},
        **{name: _as_value(value) for name, value in entry._asdict().items() if name in _SHAPES},
        "say_instead": [_wording(wording) for wording in entry.say_instead],
        "examples": [_example(example) for example in entry.examples],
        "lenses": {str(name): text for name, text in entry.lenses.items()},
        "agreed": {name: text for name, text in entry.agreed._asdict().items() if text} if entry.agreed else {},
    }
    return {name: values[name] for name in FIELD_ORDER if values[name]}


def _as_value(value: object) -> Value:
    return list(value) if isinstance(value, tuple) else str(value or "")


def _wording(wording: Wording) -> Value:
    more: Fields = {"when": list(wording.when), "near": list(wording.near), "kind": wording.kind or ""}
    more = {name: value for name, value in more.items() if value}
    return {"say": wording.say, **more} if more else wording.say


def _example(example: Example) -> Value:
    sentence: Fields = {"flag" if example.flag else "pass": example.text}
    return {**sentence, "becomes": example.becomes} if example.becomes else sentence


def fields_of_node(node: Mapping) -> Fields:
    """What is written in an entry of a YAML file, with one string for a list made a list."""
    return {name: _in_shape(name, _plain(value)) for name, value in node.fields.items()}


def _plain(node: Node) -> Value:
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    if isinstance(node, Mapping):
        return {name: _in_shape(name, _plain(value)) for name, value in node.fields.items()}
    return [_plain(item) for item in node.items]


def _in_shape(name: str, value: Value) -> Value:
    """A list where the field holds one; a bare wording for a record that has nothing else."""
    shape = _SHAPES.get(name, "list" if name in {"when", "near"} else "words")
    if shape in {"list", "records"} and isinstance(value, str):
        value = [value]
    if isinstance(value, list) and (main := _MAIN.get(name)):
        return [item[main] if isinstance(item, dict) and item.keys() == {main} else item for item in value]
    return value


def read_fields(fields: Fields, layer: str, path: str, line: int) -> tuple[Entry | None, list[Problem]]:
    """The entry that written fields make, and everything wrong with them; None when something that must be there is not."""
    log = ProblemLog(path)
    record = read_record(node_of(fields, line), ENTRY_FIELDS, "entry", log)
    if record is None:
        return None, log.in_order()
    entry = entry_of(record, layer, path)
    check_entry(record, entry, log)
    complete = all(record.text(field.name) for field in ENTRY_FIELDS if field.must)
    return (entry if complete else None), log.in_order()
