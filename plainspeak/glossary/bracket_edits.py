"""Edits of a glossary file whose entries stand in square brackets, each in curly ones."""

from __future__ import annotations

import re
from collections.abc import Sequence as SequenceType

from plainspeak.glossary.written_fields import Fields, in_usual_order
from plainspeak.glossary.yaml_nodes import Node
from plainspeak.glossary.yaml_writing import in_brackets
from plainspeak.text.edits import Edit

_COMMA = re.compile(r"\s*,")


def addition_in_brackets(text: str, items: SequenceType[Node], new: SequenceType[Fields], newline: str) -> Edit:
    """The edit that puts entries behind the last one: on lines of their own where the others stand on such lines."""
    last = items[-1]
    line_start = max(text.rfind("\n", 0, last.start), text.rfind("\r", 0, last.start)) + 1
    indent = text[line_start : last.start]
    between = f",{newline}{indent}" if not indent.strip() else ", "
    return Edit(last.end, last.end, "".join(between + in_brackets(in_usual_order(fields)) for fields in new))


def removal_in_brackets(text: str, items: SequenceType[Node], node: Node) -> Edit:
    """The edit that takes an entry out with the comma that parted it from the next, or from the one before."""
    at = next(number for number, item in enumerate(items) if item is node)
    if at + 1 < len(items):
        return Edit(node.start, items[at + 1].start, "")
    if at:
        return Edit(items[at - 1].end, node.end, "")
    comma = _COMMA.match(text, node.end)
    return Edit(node.start, comma.end() if comma else node.end, "")


def rewriting_in_brackets(node: Node, fields: Fields) -> Edit:
    """The edit that writes an entry anew."""
    return Edit(node.start, node.end, in_brackets(in_usual_order(fields)))
