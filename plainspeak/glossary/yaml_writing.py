"""YAML written the way a person would write a glossary file."""

from __future__ import annotations

import re

from plainspeak.glossary.written_fields import Fields, Value, in_usual_order

LONGEST_LINE = 130
"""A list that would make its line longer than this is written one item below the other."""

_PLAIN = re.compile(r"[^\W_](?:[\w ,.;!?()/&+’‘“”–—…£€%*'=~-]*[\w.!?)’”…%*'-])?")
_OTHER_READING = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|[\d.,+-][\d.,:eE+_-]*|0[xob][\da-f]+|\.inf|\.nan)", re.IGNORECASE
)
_NEEDS_BACKSLASH = re.compile(r'["\\]')


def entry_lines(fields: Fields, indent: int = 2) -> list[str]:
    """An entry as an item of a list whose dashes stand `indent` spaces in, its fields in the usual order."""
    return item_lines({**in_usual_order(fields)}, indent)


def item_lines(item: Value, indent: int) -> list[str]:
    """One item of a list, with its dash `indent` spaces in."""
    if not isinstance(item, dict):
        return [f"{' ' * indent}- {words(str(item))}"]
    lines = [line for name, value in item.items() for line in field_lines(name, value, indent + 2)]
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]


def field_lines(name: str, value: Value, indent: int, longest: int = LONGEST_LINE) -> list[str]:
    """A field and what stands in it, set in by `indent` spaces. A list that fits in `longest` characters is one line."""
    start = f"{' ' * indent}{name}:"
    if isinstance(value, dict):
        return [start, *(line for part, text in value.items() for line in field_lines(part, text, indent + 2))]
    if not isinstance(value, list):
        return [f"{start} {words(str(value))}"]
    if all(isinstance(item, str) for item in value) and name != "examples":
        line = f"{start} [{', '.join(words(str(item), in_list=True) for item in value)}]"
        if len(line) <= longest:
            return [line]
    return [start, *(line for item in value for line in item_lines(item, indent + 2))]


def in_brackets(value: Value) -> str:
    """A value on one line: a record in curly brackets, a list in square ones."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {in_brackets(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_brackets, value)) + "]"
    return words(str(value), in_list=True)


def words(text: str, *, in_list: bool = False) -> str:
    """Words as YAML: as they are where that is safe, else in double quotation marks."""
    parted = in_list and "," in text
    if _PLAIN.fullmatch(text) and not _OTHER_READING.fullmatch(text) and not parted:
        return text
    return '"' + _NEEDS_BACKSLASH.sub(lambda found: "\\" + found[0], text) + '"'
