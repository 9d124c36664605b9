"""Edits of a glossary file: the stretches that an entry, or a field of one, takes up, and what to put in their place."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from plainspeak.errors import UsageError
from plainspeak.glossary.bracket_edits import addition_in_brackets, removal_in_brackets, rewriting_in_brackets
from plainspeak.glossary.naming import term_key
from plainspeak.glossary.problems import quoted
from plainspeak.glossary.written_fields import FIELD_ORDER, Fields, Value, fields_of_node
from plainspeak.glossary.yaml_nodes import Mapping, Node, Scalar, Sequence
from plainspeak.glossary.yaml_writing import LONGEST_LINE, entry_lines, field_lines, item_lines
from plainspeak.text.edits import Edit

BY_HAND = "Change it by hand."
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)")


class GlossaryText(NamedTuple):
    """The text of a glossary file and the nodes of its entries.

    `after_name` is the code point after ``entries:``; `newline` the file's kind of line end.
    """

    path: str
    text: str
    entries: Sequence
    after_name: int
    newline: str

    def items(self) -> list[Mapping]:
        """The entries, in file order."""
        return [item for item in self.entries.items if isinstance(item, Mapping)]

    def at(self, jargon: str, kind: str) -> Mapping:
        """The entry with this term and kind. Raises UsageError when there is none."""
        for item in self.items():
            if entry_key(fields_of_node(item)) == term_key(jargon, kind):
                return item
        raise UsageError(
            f"There is no entry {quoted(jargon)} ({kind}) in {self.path}.", "Somebody may have taken it out."
        )

    def line_end(self, place: int) -> int:
        """Where the line of `place` ends, before its line end."""
        found = _LINE_END.search(self.text, place)
        return found.start() if found else len(self.text)

    def line_start(self, place: int) -> int:
        """Where the line of `place` starts."""
        return max(self.text.rfind("\n", 0, place), self.text.rfind("\r", 0, place)) + 1

    def joined(self, lines: list[str]) -> str:
        """Lines with the line ends of this file between them."""
        return self.newline.join(lines)


def entry_key(fields: Fields) -> tuple[str, str]:
    """What two entries of one file must not have in common."""
    return term_key(str(fields.get("jargon", "")), str(fields.get("kind", "")))


def line_end_of(text: str) -> str:
    """The kind of line end that a text has."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def is_flow(file: GlossaryText, node: Node) -> bool:
    """Whether a list or a mapping is written in brackets."""
    return file.text[node.start : node.start + 1] in ("[", "{")


def _end(file: GlossaryText, node: Node) -> int:
    """Where what is written in a node ends, without the blank lines and comments after it."""
    if isinstance(node, Scalar) or is_flow(file, node):
        return len(file.text[: node.end].rstrip())
    inner = node.items if isinstance(node, Sequence) else [*node.fields.values(), *node.names.values()]
    return max(_end(file, part) for part in inner)


def _dash(file: GlossaryText, item: Node) -> int:
    """Where the dash before an item of a list stands."""
    return file.text.rindex("-", 0, item.start)


def addition(file: GlossaryText, new: list[Fields]) -> Iterator[Edit]:
    """The edits that put new entries below the last one."""
    if not file.entries.items:
        lines = [line for fields in new for line in ("", *entry_lines(fields))]
        yield Edit(file.after_name, file.entries.end, "")
        place = file.line_end(file.entries.end)
        yield Edit(place, place, file.joined(["", *lines[1:]]))
        return
    if is_flow(file, file.entries):
        yield addition_in_brackets(file.text, file.items(), new, file.newline)
        return
    last = file.entries.items[-1]
    dash = _dash(file, last)
    place = file.line_end(_end(file, last))
    indent = dash - file.line_start(dash)
    yield Edit(
        place, place, file.joined(["", *(line for fields in new for line in ("", *entry_lines(fields, indent)))])
    )


def removal(file: GlossaryText, node: Mapping) -> Iterator[Edit]:
    """The edits that take an entry out, with one blank line."""
    if is_flow(file, file.entries):
        yield removal_in_brackets(file.text, file.items(), node)
        return
    if len(file.entries.items) == 1:
        yield Edit(file.after_name, file.after_name, " []")
    yield _without_lines(file, _dash(file, node), _end(file, node), blank=True)


def _without_lines(file: GlossaryText, start: int, end: int, *, blank: bool = False) -> Edit:
    """Take out the lines from that of `start` to that of `end`, and one blank line after them when asked to."""
    start, end = file.line_start(start), file.line_end(end)
    following = _LINE_END.match(file.text, end)
    if not following:
        return Edit(len(file.text[:start].rstrip()), end, "")
    if blank and (empty := _BLANK_LINE.match(file.text, following.end())):
        return Edit(start, empty.end(), "")
    if blank:
        start = _without_blank_line(file.text, start)
    return Edit(start, following.end(), "")


def _without_blank_line(text: str, start: int) -> int:
    """The start of the blank line before `start`, which starts a line; `start` itself when there is none."""
    lines = text[:start].splitlines(keepends=True)
    return start - len(lines[-1]) if lines and not lines[-1].strip() else start


def rewriting(file: GlossaryText, node: Mapping, fields: Fields) -> Edit:
    """An entry in curly brackets, written anew with one field to a line."""
    if is_flow(file, file.entries):
        return rewriting_in_brackets(node, fields)
    dash = _dash(file, node)
    lines = entry_lines(fields, dash - file.line_start(dash))
    return Edit(dash, _end(file, node), file.joined(lines).lstrip())


def changed_fields(file: GlossaryText, node: Mapping, fields: Fields) -> list[Edit]:
    """The edits for the fields that an entry has already and that `fields` leaves out or gives otherwise."""
    old = fields_of_node(node)
    edits: list[Edit] = []
    gone_first = list(takewhile(lambda name: name not in fields, node.names))
    if gone_first:  # the next field goes where the first stood, behind the dash
        following = next(name for name in node.names if name in fields)
        edits.append(Edit(node.start, node.names[following].start, ""))
    for name in list(node.names)[len(gone_first) :]:
        if name not in fields:
            edits.append(_field_removal(file, node, name))
        elif old[name] != fields[name]:
            edits += _field_change(file, node, name, fields[name])
    return list(_joined(edits))


def _joined(edits: list[Edit]) -> Iterator[Edit]:
    """The edits with stretches taken out that overlap made one: of the last lines of a file each takes the line end before it."""
    last: Edit | None = None
    for edit in sorted(edits):
        if last and edit.start < last.end and not (edit.replacement or last.replacement):
            last = Edit(last.start, max(last.end, edit.end), "")
        else:
            if last:
                yield last
            last = edit
    if last:
        yield last


def new_fields(file: GlossaryText, node: Mapping, fields: Fields) -> list[Edit]:
    """The edits that put in the fields that an entry does not have yet, each in its place."""
    added: dict[str, list[str]] = {}
    for name in _in_order(fields):
        if name not in node.names:
            added.setdefault(_before(node, name), []).append(name)
    edits = []
    for before, names in added.items():
        end = max(_end(file, node.fields[before]), node.names[before].end)
        lines = [line for name in names for line in field_lines(name, fields[name], node.column - 1)]
        edits.append(Edit(file.line_end(end), file.line_end(end), file.joined(["", *lines])))
    return edits


def _in_order(fields: Fields) -> list[str]:
    return sorted(fields, key=FIELD_ORDER.index)


def _before(node: Mapping, name: str) -> str:
    """The field of an entry after which a new one goes: the nearest before it in the table of fields."""
    at = FIELD_ORDER.index(name)
    earlier = [other for other in FIELD_ORDER[:at] if other in node.names]
    return earlier[-1] if earlier else next(iter(node.names))


def _field_removal(file: GlossaryText, node: Mapping, name: str) -> Edit:
    end = max(_end(file, node.fields[name]), node.names[name].end)
    return _without_lines(file, node.names[name].start, end)


def _field_change(file: GlossaryText, node: Mapping, name: str, value: Value) -> Iterator[Edit]:
    old = node.fields[name]
    if isinstance(old, Sequence) and isinstance(value, list) and old.items and not is_flow(file, old):
        yield from _item_changes(file, old, value)
        return
    start = node.names[name].start
    longest = sys.maxsize if is_flow(file, old) else LONGEST_LINE
    lines = field_lines(name, value, node.column - 1, longest)
    yield Edit(start, max(_end(file, old), file.text.index(":", node.names[name].end) + 1), file.joined(lines).lstrip())


def _item_changes(file: GlossaryText, old: Sequence, new: list[Value]) -> Iterator[Edit]:
    """The edits of a list with an item to a line; items that stay are not touched."""
    dash = _dash(file, old.items[0])
    indent = dash - file.line_start(dash)
    before = [repr(fields_of_node(item) if isinstance(item, Mapping) else item) for item in _plain_items(old)]
    after = [repr(item) for item in new]
    for what, first, last, new_first, new_last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        lines = [line for item in new[new_first:new_last] for line in item_lines(item, indent)]
        if what == "delete":
            yield _without_lines(file, _dash(file, old.items[first]), _end(file, old.items[last - 1]))
        elif what == "replace" and _same_fields(file, old.items[first:last], new[new_first:new_last]):
            yield from _inner_changes(file, old.items[first:last], new[new_first:new_last])
        elif what == "replace":
            start = _dash(file, old.items[first])
            yield Edit(start, _end(file, old.items[last - 1]), file.joined(lines).lstrip())
        elif what == "insert" and first == 0:
            yield Edit(dash, dash, file.joined([*lines, " " * indent]).lstrip())
        elif what == "insert":
            place = file.line_end(_end(file, old.items[first - 1]))
            yield Edit(place, place, file.joined(["", *lines]))


def _same_fields(file: GlossaryText, old: list[Node], new: list[Value]) -> bool:
    """Whether records are to be replaced by as many records with the same fields."""
    return len(old) == len(new) and all(
        isinstance(item, Mapping)
        and isinstance(value, dict)
        and item.names.keys() == value.keys()
        and not is_flow(file, item)
        for item, value in zip(old, new, strict=True)
    )


def _inner_changes(file: GlossaryText, old: list[Node], new: list[Value]) -> Iterator[Edit]:
    """The edits of the fields inside records that keep their fields."""
    for item, value in zip(old, new, strict=True):
        if isinstance(item, Mapping) and isinstance(value, dict):
            before = fields_of_node(item)
            for name in item.names:
                if before[name] != value[name]:
                    yield from _field_change(file, item, name, value[name])


def _plain_items(old: Sequence) -> list[Node | str]:
    return [" ".join(item.text.split()) if isinstance(item, Scalar) else item for item in old.items]
