"""Rows: an entry as one row of a spreadsheet, and back, with nothing lost.

A list stands in one cell with ``; `` between its items, or one item on each line. A wording that fits only some sentences
carries its conditions in square brackets. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plainspeak.glossary.entry import LENSES, Entry
from plainspeak.glossary.fields import AGREED_FIELDS, ENTRY_FIELDS
from plainspeak.glossary.written_fields import Fields, Value, fields_of

_AGREED = {"by": "agreed_by", "on": "agreed_on", "review_by": "review_by", "notes": "agreed_notes"}
_PARTS = {"lenses": {str(lens): str(lens) for lens in LENSES}, "agreed": _AGREED}
"""The fields that are spread over columns of their own."""

HEADER = tuple(column for field in ENTRY_FIELDS for column in _PARTS.get(field.name, {field.name: field.name}).values())
"""The columns, in order."""

DATE_COLUMNS = ("agreed_on", "review_by")

_LISTS = {field.name for field in ENTRY_FIELDS if field.shape == "list"}
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_BLANK = '""'
_CONDITION = re.compile(r"\s*\[(when|near|kind): ([^\]]*)\]")
_BETWEEN = re.compile(r";(?![^\[]*\])")  # not inside square brackets
_EXAMPLE = re.compile(r"(flag|becomes|pass):\s*(.*)", re.IGNORECASE | re.DOTALL)
_BRITISH_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")

assert set(_AGREED) == {field.name for field in AGREED_FIELDS}  # noqa: S101 - a new field needs a column


def row_of(entry: Entry) -> tuple[str, ...]:
    """The cells of an entry, in the order of `HEADER`."""
    fields = fields_of(entry)
    cells: dict[str, str] = {}
    for name, value in fields.items():
        if name in _PARTS:
            cells.update({_PARTS[name][part]: str(text) for part, text in _record(value).items()})
        else:
            cells[name] = _cell(name, value)
    return tuple(guarded(cells.get(column, "")) for column in HEADER)


def fields_of_row(cells: Mapping[str, str]) -> Fields:
    """What is written in a row, given by the names of its columns. Blank cells are left out; unknown columns too."""
    fields: Fields = {}
    plain = {name: unguarded(text).strip() for name, text in cells.items()}
    for field in ENTRY_FIELDS:
        if field.name in _PARTS:
            parts = {part: plain.get(column, "") for part, column in _PARTS[field.name].items()}
            value: Value = {
                part: iso_date(text) if part in {"on", "review_by"} else text for part, text in parts.items() if text
            }
        else:
            value = _value(field.name, plain.get(field.name, ""))
        if value:
            fields[field.name] = value
    return fields


def columns_of(field: str) -> tuple[str, ...]:
    """The columns over which a field is spread."""
    return tuple(_PARTS.get(field, {field: field}).values())


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """A cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _cell(name: str, value: Value) -> str:
    if name == "examples":
        return "\n".join(f"{part}: {text}" for example in _items(value) for part, text in _record(example).items())
    return _joined(lines_of(name, value)) if is_list(name) else str(value)


def is_list(name: str) -> bool:
    """Whether a field holds several things, each of which can be written on a line."""
    return name in _LISTS or name == "say_instead"


def lines_of(name: str, value: Value) -> list[str]:
    """What a list holds, each on a line as `value_of_lines` reads it."""
    return [_written_wording(item) if name == "say_instead" else str(item) for item in _items(value)]


def value_of_lines(name: str, lines: Sequence[str]) -> list[Value]:
    """A list that is written one thing to a line; blank lines do not count."""
    items = [" ".join(line.split()) for line in lines if line.strip()]
    return [wording_value(item) for item in items] if name == "say_instead" else [*items]


def _value(name: str, cell: str) -> Value:
    if name == "examples":
        return _examples(cell)
    return value_of_lines(name, _parted(cell)) if is_list(name) else " ".join(cell.split())


def _joined(items: Sequence[str]) -> str:
    """The items of a list in one cell: on one line, unless an item holds what would part it."""
    if any(";" in item for item in items):
        return "\n".join(items) + ("\n" if len(items) == 1 else "")
    return "; ".join(items)


def _parted(cell: str) -> list[str]:
    return cell.splitlines() if "\n" in cell else _BETWEEN.split(cell)


def _written_wording(item: Value) -> str:
    if isinstance(item, str):
        return item or _BLANK
    record = _record(item)
    say = str(record["say"]) or _BLANK
    conditions = ((name, each) for name, value in record.items() if name != "say" for each in _items(value))
    return " ".join([say, *(f"[{name}: {each}]" for name, each in conditions)])


def wording_value(text: str) -> Value:
    """A wording as it is written in a cell: ``bring [when: {} (better|good)] [near: results]``."""
    say = _CONDITION.sub("", text).strip()
    say = "" if say == _BLANK else say
    conditions = _CONDITION.findall(text)
    more: Fields = {name: [each for other, each in conditions if other == name] for name in ("when", "near")}
    more["kind"] = next((each for name, each in conditions if name == "kind"), "")
    more = {name: value for name, value in more.items() if value}
    return {"say": say, **more} if more else say


def _examples(cell: str) -> list[Value]:
    """The examples of a cell: every line begins with flag, becomes or pass; one without is a sentence to flag."""
    examples: list[Value] = []
    for line in filter(None, map(str.strip, cell.splitlines())):
        found = _EXAMPLE.fullmatch(line)
        name, text = (found[1].lower(), found[2]) if found else ("flag", line)
        if name == "becomes" and examples:
            _record(examples[-1])["becomes"] = text
        else:
            examples.append({name: text})
    return examples


def iso_date(text: str) -> str:
    """A date as year, month and day; a British one (22/11/2026) is turned round."""
    found = _BRITISH_DATE.fullmatch(text)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text


def _items(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]


def _record(value: Value) -> Fields:
    return value if isinstance(value, dict) else {}
