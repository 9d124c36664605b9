"""Saving entries in a glossary file so that every other byte, comment and order of it stays.

The file is read into nodes that know their places; only the stretches that change are written anew. The result is read
again and held against what was wanted, so that no file comes out otherwise than asked for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from plainspeak.errors import GlossaryError, UsageError
from plainspeak.glossary.naming import term_key
from plainspeak.glossary.problems import ProblemLog, quoted
from plainspeak.glossary.written_fields import FIELD_ORDER, Fields, Value, fields_of_node
from plainspeak.glossary.yaml_nodes import Mapping, Node, Scalar, Sequence, read_nodes
from plainspeak.glossary.yaml_writing import LONGEST_LINE, entry_lines, field_lines, item_lines
from plainspeak.text.edits import Edit, apply_edits

NEW_FILE = """\
title: Our own words
about: Words that we have agreed the meaning of.
entries:
"""
_BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_BY_HAND = "Change it by hand."


class _File(NamedTuple):
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
            if _key(fields_of_node(item)) == term_key(jargon, kind):
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


def with_entries(text: str, new: list[Fields], path: str) -> str:
    """The text of a glossary file with entries added at its end; a new file when `text` is empty.

    Raises GlossaryError when the file cannot be read, or is written in a way that cannot be added to.
    """
    if not new:
        return text
    if not text.strip(_BOM + " \t\r\n"):
        return NEW_FILE + "\n\n".join("\n".join(entry_lines(fields)) for fields in new) + "\n"
    file = _read(text, path)
    return _verified(apply_edits(file.text, [_addition(file, new)]), [*_written(file), *new], text, path)


def with_entry(text: str, fields: Fields, path: str) -> str:
    """The text of a glossary file with one entry added at its end; see `with_entries`."""
    return with_entries(text, [fields], path)


def with_changes(text: str, jargon: str, kind: str, fields: Fields, path: str) -> str:
    """The text with the entry `jargon` of a `kind` holding just `fields`; what is the same in it stays as it was written.

    Raises GlossaryError as `with_entry` does, and UsageError when there is no such entry.
    """
    file = _read(text, path)
    node = file.at(jargon, kind)
    wanted = [fields if item is node else fields_of_node(item) for item in file.items()]
    if _is_flow(file, node):
        return _verified(apply_edits(file.text, [_rewriting(file, node, fields)]), wanted, text, path)
    kept = apply_edits(file.text, _changes(file, node, fields))
    file = _read(kept, path)
    new = apply_edits(file.text, _additions(file, file.at(*_key(fields)), fields))
    return _verified(new, wanted, text, path)


def without_entry(text: str, jargon: str, kind: str, path: str) -> str:
    """The text without the entry `jargon` of a `kind`. Comments around it stay. Raises as `with_changes` does."""
    file = _read(text, path)
    node = file.at(jargon, kind)
    wanted = [fields_of_node(item) for item in file.items() if item is not node]
    return _verified(apply_edits(file.text, _removal(file, node)), wanted, text, path)


def entries_of(text: str, path: str) -> list[Fields]:
    """What is written in each entry of a file. Raises GlossaryError when it cannot be read."""
    return _written(_read(text, path)) if text.strip(_BOM + " \t\r\n") else []


def _key(fields: Fields) -> tuple[str, str]:
    return term_key(str(fields.get("jargon", "")), str(fields.get("kind", "")))


def _written(file: _File) -> list[Fields]:
    return [fields_of_node(item) for item in file.items()]


def _read(text: str, path: str) -> _File:
    text = text.removeprefix(_BOM)
    log = ProblemLog(path)
    node = read_nodes(text, log)
    if log:
        raise GlossaryError.of(log.in_order())
    entries = node.fields.get("entries") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not (isinstance(entries, Sequence) or _is_nothing(entries)):
        raise GlossaryError(f"There is no list of entries in {path}.", "Add a line that says entries: and try again.")
    after_name = text.index(":", node.names["entries"].end) + 1
    if not isinstance(entries, Sequence):
        entries = Sequence(start=after_name, end=after_name)
    return _File(path, text, entries, after_name, found[0] if (found := _LINE_END.search(text)) else "\n")


def _is_nothing(node: Node | None) -> bool:
    """Whether nothing is written after the name of a field."""
    return isinstance(node, Scalar) and node.plain and not node.text.strip("~")


def _is_flow(file: _File, node: Node) -> bool:
    """Whether a list or a mapping is written in brackets."""
    return file.text[node.start : node.start + 1] in ("[", "{")


def _end(file: _File, node: Node) -> int:
    """Where what is written in a node ends, without the blank lines and comments after it."""
    if isinstance(node, Scalar) or _is_flow(file, node):
        return len(file.text[: node.end].rstrip())
    inner = node.items if isinstance(node, Sequence) else [*node.fields.values(), *node.names.values()]
    return max(_end(file, part) for part in inner)


def _dash(file: _File, item: Node) -> int:
    """Where the dash before an item of a list stands."""
    return file.text.rindex("-", 0, item.start)


def _addition(file: _File, new: list[Fields]) -> Edit:
    if not file.entries.items:
        lines = [line for fields in new for line in ("", *entry_lines(fields))]
        return Edit(file.after_name, file.entries.end, file.joined(["", *lines[1:]]))
    if _is_flow(file, file.entries):
        raise GlossaryError(f"The entries of {file.path} stand in square brackets.", _BY_HAND)
    last = file.entries.items[-1]
    dash = _dash(file, last)
    place = file.line_end(_end(file, last))
    indent = dash - file.line_start(dash)
    return Edit(
        place, place, file.joined(["", *(line for fields in new for line in ("", *entry_lines(fields, indent)))])
    )


def _removal(file: _File, node: Mapping) -> Iterator[Edit]:
    if _is_flow(file, file.entries):
        raise GlossaryError(f"The entries of {file.path} stand in square brackets.", _BY_HAND)
    if len(file.entries.items) == 1:
        yield Edit(file.after_name, file.after_name, " []")
    yield _without_lines(file, _dash(file, node), _end(file, node), blank=True)


def _without_lines(file: _File, start: int, end: int, *, blank: bool = False) -> Edit:
    """Take out the lines from that of `start` to that of `end`, and one blank line after them when asked to."""
    start, end = file.line_start(start), file.line_end(end)
    following = re.compile(r"(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))?" if blank else r"\r\n|\r|\n").match(file.text, end)
    if following:
        return Edit(start, following.end(), "")
    return Edit(len(file.text[:start].rstrip()), end, "")


def _rewriting(file: _File, node: Mapping, fields: Fields) -> Edit:
    """An entry in curly brackets, written anew with one field to a line."""
    if _is_flow(file, file.entries):
        raise GlossaryError(f"The entries of {file.path} stand in square brackets.", _BY_HAND)
    dash = _dash(file, node)
    lines = entry_lines(fields, dash - file.line_start(dash))
    return Edit(dash, _end(file, node), file.joined(lines).lstrip())


def _changes(file: _File, node: Mapping, fields: Fields) -> list[Edit]:
    """The edits for the fields that an entry has already and that `fields` leaves out or gives otherwise."""
    old = fields_of_node(node)
    edits: list[Edit] = []
    for name in node.names:
        if name not in fields:
            edits.append(_field_removal(file, node, name))
        elif old[name] != fields[name]:
            edits += _field_change(file, node, name, fields[name])
    return edits


def _additions(file: _File, node: Mapping, fields: Fields) -> list[Edit]:
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


def _field_removal(file: _File, node: Mapping, name: str) -> Edit:
    start, end = node.names[name].start, max(_end(file, node.fields[name]), node.names[name].end)
    following = iter([*node.names.values()][1:])
    if start == node.start and (after := next(following, None)):
        return Edit(start, after.start, "")
    return _without_lines(file, start, end)


def _field_change(file: _File, node: Mapping, name: str, value: Value) -> Iterator[Edit]:
    old = node.fields[name]
    if isinstance(old, Sequence) and isinstance(value, list) and old.items and not _is_flow(file, old):
        yield from _item_changes(file, old, value)
        return
    start = node.names[name].start
    longest = sys.maxsize if _is_flow(file, old) else LONGEST_LINE
    lines = field_lines(name, value, node.column - 1, longest)
    yield Edit(start, max(_end(file, old), file.text.index(":", node.names[name].end) + 1), file.joined(lines).lstrip())


def _item_changes(file: _File, old: Sequence, new: list[Value]) -> Iterator[Edit]:
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


def _same_fields(file: _File, old: list[Node], new: list[Value]) -> bool:
    """Whether records are to be replaced by as many records with the same fields."""
    return len(old) == len(new) and all(
        isinstance(item, Mapping)
        and isinstance(value, dict)
        and item.names.keys() == value.keys()
        and not _is_flow(file, item)
        for item, value in zip(old, new, strict=True)
    )


def _inner_changes(file: _File, old: list[Node], new: list[Value]) -> Iterator[Edit]:
    """The edits of the fields inside records that keep their fields."""
    for item, value in zip(old, new, strict=True):
        if isinstance(item, Mapping) and isinstance(value, dict):
            before = fields_of_node(item)
            for name in item.names:
                if before[name] != value[name]:
                    yield from _field_change(file, item, name, value[name])


def _plain_items(old: Sequence) -> list[Node | str]:
    return [" ".join(item.text.split()) if isinstance(item, Scalar) else item for item in old.items]


def _verified(new: str, wanted: list[Fields], old: str, path: str) -> str:
    """The new text, with the byte order mark of the old one, if it holds just what is wanted.

    Raises GlossaryError when it does not, so that a file written in some unusual way is never spoilt.
    """
    log = ProblemLog(path)
    node = read_nodes(new, log)
    entries = node.fields.get("entries") if isinstance(node, Mapping) else None
    found = [fields_of_node(item) for item in getattr(entries, "items", ()) if isinstance(item, Mapping)]
    if log or found != wanted:
        what = f"{path} is written in a way that cannot be changed from here without touching the rest of it."
        raise GlossaryError(what, _BY_HAND)
    return (_BOM if old.startswith(_BOM) else "") + new
