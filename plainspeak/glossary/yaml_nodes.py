"""YAML text read into nodes that know their place.

Only what a glossary needs: mappings, sequences and words. Nothing is turned into a date, a number or a yes or no, so
`NO` and `111` stay as they were written. Deep nesting, anchors, aliases, tags and repeated fields are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from plainspeak.glossary.problems import ProblemLog, quoted
from plainspeak.glossary.yaml_faults import QUOTE_IT, explain_fault

MAX_DEPTH = 40
"""How many lists and fields may stand inside each other; libyaml's own limit is the size of the C stack."""

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


@dataclass(slots=True)
class Scalar:
    """Words. `start` and `end` are code points in the file's text.

    `plain` means written without quotation marks; `refused` that a problem has been noted and the words do not count.
    """

    text: str
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0
    plain: bool = False
    refused: bool = False


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node] = field(default_factory=list)
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Mapping:
    """Fields and what stands in them, in file order."""

    fields: dict[str, Node] = field(default_factory=dict)
    names: dict[str, Scalar] = field(default_factory=dict)
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0


Node: TypeAlias = Scalar | Sequence | Mapping


def read_nodes(text: str, log: ProblemLog) -> Node | None:
    """The one document in `text`, or None when it is empty or cannot be read; every problem goes to `log`."""
    text = text.removeprefix("\ufeff")
    if _find_unreadable(text, log):
        return None
    builder = _Builder(log)
    try:
        for event in _events(text):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        line, column = _mark_of(error)
        began = error.context_mark.line if error.context_mark else line
        fault = explain_fault(text, line, column, f"{error.context or ''} {error.problem or ''}", began)
        if not builder.has_explained(fault.line):
            log.add(fault, fault.what, fault.to_do)
        return None
    return builder.document


def _mark_of(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """The 0-based line and column at which a parser stopped."""
    mark = error.problem_mark or error.context_mark
    return (mark.line, mark.column) if mark else (0, 0)


def node_of(value: object, line: int) -> Node:
    """A value read from TOML as a node; all of it stands on one line, since TOML readers tell no places."""
    if isinstance(value, MappingType):
        fields = {str(name): node_of(item, line) for name, item in value.items()}
        return Mapping(fields, {name: Scalar(name, line) for name in fields}, line)
    if isinstance(value, list):
        return Sequence([node_of(item, line) for item in value], line)
    if isinstance(value, bool):
        return Scalar(str(value).lower(), line, plain=True)
    return Scalar(str(value), line)


def _find_unreadable(text: str, log: ProblemLog) -> bool:
    """Note the first character that cannot stand in a glossary; True if there is one."""
    for pattern, what in ((_UNREADABLE, "a control character"), (_INVISIBLE, "an invisible character")):
        if found := pattern.search(text):
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            log.add(
                Scalar("", line, column),
                f"There is {what} here (U+{ord(found.group()):04X}).",
                "Delete it, or type the line again.",
            )
            return True
    return False


def _events(text: str) -> Iterator[yaml.Event]:
    """YAML events: from libyaml when PyYAML was built with it, else from PyYAML itself."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


class _Builder:
    """Makes nodes of YAML events, one event at a time, so that no depth of nesting can exhaust the stack."""

    def __init__(self, log: ProblemLog) -> None:
        self.document: Node | None = None
        self._log = log
        self._open: list[Sequence | Mapping] = []
        self._names: list[Scalar | None] = []
        self._explained: set[int] = set()

    def has_explained(self, line: int) -> bool:
        """Whether a problem already noted on this line is the likely cause of one found by the parser."""
        return line in self._explained

    def take(self, event: yaml.Event) -> bool:
        """Take in the next event; False when reading must stop."""
        if type(event) is yaml.ScalarEvent:  # nearly every event
            words = _scalar(event)
            if event.anchor is not None or event.tag is not None:
                words.refused = self._refuse_marks(words, event.anchor, event.tag)
            self._put(words)
            return True
        match event:
            case yaml.SequenceStartEvent():
                return self._enter(Sequence(), event)
            case yaml.MappingStartEvent():
                return self._enter(Mapping(), event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._open.pop().end = event.end_mark.index if event.end_mark else 0
                self._names.pop()
            case yaml.AliasEvent():
                self._refuse_alias(_place(event), event.anchor)
            case yaml.DocumentStartEvent() if self.document is not None:
                self._log.add(_place(event), "A second document starts here.", "Take out the line that holds only ---.")
                return False
        return True

    def _enter(self, node: Sequence | Mapping, event: yaml.CollectionStartEvent) -> bool:
        """Open a list or a mapping; False when it lies too deep."""
        node.line, node.column, node.start = _start(event)
        self._refuse_marks(node, event.anchor, event.tag)
        if len(self._open) >= MAX_DEPTH:
            what = f"Lists stand inside lists more than {MAX_DEPTH} deep."
            self._log.add(node, what, "Look for brackets that are never closed.")
            return False
        self._put(node)
        self._open.append(node)
        self._names.append(None)
        return True

    def _put(self, node: Node) -> None:
        """Put a finished scalar, or a list or mapping just opened, where it belongs."""
        if not self._open:
            self.document = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (name := self._names[-1]) is None:
            self._names[-1] = self._name(node, parent)
        else:
            if name.text not in parent.fields:
                parent.fields[name.text] = node
                parent.names[name.text] = name
            self._names[-1] = None

    def _name(self, node: Node, parent: Mapping) -> Scalar:
        """A node as the name of a field, which must be new in its mapping."""
        if not isinstance(node, Scalar):
            if node.line not in self._explained:
                what = "A list or brackets stand where the name of a field should be."
                self._log.add(node, what, "Put quotation marks round words that hold brackets.")
            self._explained.add(node.line)
            return Scalar("", node.line, node.column)
        if first := parent.names.get(node.text):
            what = f"The field {quoted(node.text)} is given twice; the first is on line {first.line}."
            self._log.add(node, what, "Keep one of them.")
        return node

    def _refuse_marks(self, node: Node, anchor: str | None, tag: str | None) -> bool:
        """Refuse `&anchor` and `!tag` before a value; whether there was one."""
        for sign, given in (("&", anchor), ("!", tag)):
            if given is not None:
                self._explained.add(node.line)
                self._log.add(node, f"Words that start with {sign} need quotation marks.", QUOTE_IT)
        return (anchor, tag) != (None, None)

    def _refuse_alias(self, node: Scalar, anchor: str | None) -> None:
        self._explained.add(node.line)
        node.refused = True
        to_do = f'Write "*{anchor} …", with the marks round all the words.'
        self._log.add(node, "Words that start with * need quotation marks.", to_do)
        self._put(node)


def _start(event: yaml.Event) -> tuple[int, int, int]:
    """The 1-based line and column and the code point at which an event starts."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1, mark.index) if mark else (1, 1, 0)


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    start, end = event.start_mark, event.end_mark
    if not (start and end):
        return Scalar(event.value, plain=event.implicit[0])
    return Scalar(event.value, start.line + 1, start.column + 1, start.index, end.index, event.implicit[0])


def _place(event: yaml.Event) -> Scalar:
    """Where an event stands."""
    line, column, start = _start(event)
    return Scalar("", line, column, start, start)
