"""Saving entries in a glossary file so that every other byte, comment and order of it stays.

The file is read into nodes that know their places; only the stretches that change are written anew. The result is read
again and held against what was wanted, so that no file comes out otherwise than asked for.
"""

from __future__ import annotations

from plainspeak.errors import GlossaryError
from plainspeak.glossary.file_edits import (
    BY_HAND,
    GlossaryText,
    addition,
    changed_fields,
    entry_key,
    is_flow,
    line_end_of,
    new_fields,
    removal,
    rewriting,
)
from plainspeak.glossary.problems import ProblemLog, quoted
from plainspeak.glossary.written_fields import Fields, fields_of_node
from plainspeak.glossary.yaml_nodes import Mapping, Node, Scalar, Sequence, read_nodes
from plainspeak.glossary.yaml_writing import entry_lines
from plainspeak.text.edits import apply_edits

NEW_FILE = """\
title: Our own words
about: Words that we have agreed the meaning of.
entries:
"""
_BOM = "\ufeff"


def with_entries(text: str, new: list[Fields], path: str) -> str:
    """The text of a glossary file with entries added at its end; a new file when `text` is empty.

    Raises GlossaryError when the file cannot be read, or is written in a way that cannot be added to.
    """
    if not new:
        return text
    if not text.strip(_BOM + " \t\r\n"):
        return NEW_FILE + "\n\n".join("\n".join(entry_lines(fields)) for fields in new) + "\n"
    file = _read(text, path)
    return _verified(apply_edits(file.text, addition(file, new)), [*_written(file), *new], text, path)


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
    if is_flow(file, node):
        return _verified(apply_edits(file.text, [rewriting(file, node, fields)]), wanted, text, path)
    kept = apply_edits(file.text, changed_fields(file, node, fields))
    file = _read(kept, path)
    new = apply_edits(file.text, new_fields(file, file.at(*entry_key(fields)), fields))
    return _verified(new, wanted, text, path)


def with_differences(text: str, old: Fields, new: Fields, path: str) -> str:
    """The text with an entry changed from `old` to `new`; what somebody else has changed in it meanwhile stays.

    Raises GlossaryError when they have changed the same field, and else as `with_changes` does.
    """
    jargon, kind = str(old.get("jargon", "")), str(old.get("kind", ""))
    now = fields_of_node(_read(text, path).at(jargon, kind))
    changed = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    if any(now.get(name, "") != old.get(name, "") for name in changed):
        raise GlossaryError(
            f"Somebody else has changed {quoted(jargon)} in {path} just now.",
            "Nothing was saved. Look at it again first.",
        )
    kept = {name: value for name, value in now.items() if name not in changed}
    return with_changes(text, jargon, kind, {**kept, **{name: new[name] for name in changed if name in new}}, path)


def without_entry(text: str, jargon: str, kind: str, path: str) -> str:
    """The text without the entry `jargon` of a `kind`. Comments around it stay. Raises as `with_changes` does."""
    file = _read(text, path)
    node = file.at(jargon, kind)
    wanted = [fields_of_node(item) for item in file.items() if item is not node]
    return _verified(apply_edits(file.text, removal(file, node)), wanted, text, path)


def entries_of(text: str, path: str) -> list[Fields]:
    """What is written in each entry of a file. Raises GlossaryError when it cannot be read."""
    return _written(_read(text, path)) if text.strip(_BOM + " \t\r\n") else []


def _written(file: GlossaryText) -> list[Fields]:
    return [fields_of_node(item) for item in file.items()]


def _read(text: str, path: str) -> GlossaryText:
    text = text.removeprefix(_BOM)
    log = ProblemLog(path)
    node = read_nodes(text, log)
    if log:
        raise GlossaryError.of(log.in_order())
    entries = node.fields.get("entries") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not (found := _as_list(entries)):
        raise GlossaryError(f"There is no list of entries in {path}.", "Add a line that says entries: and try again.")
    after_name = text.index(":", node.names["entries"].end) + 1
    if found is not entries:
        found.start, found.end = after_name, max(found.end, after_name)
    return GlossaryText(path, text, found, after_name, line_end_of(text))


def _as_list(node: Node | None) -> Sequence | None:
    """The list of entries; an empty one where nothing is written, and None where something else is."""
    if isinstance(node, Sequence):
        return node
    if isinstance(node, Scalar) and node.plain and not node.text.strip("~"):
        return Sequence(end=node.end if node.text else 0)
    return None


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
        raise GlossaryError(what, BY_HAND)
    return (_BOM if old.startswith(_BOM) else "") + new
