"""YAML text read into nodes that know their place.

Only what a glossary needs: mappings, sequences and words. Nothing is turned into a date, a number or a yes or no, so
`NO` and `111` stay as they were written. Deep nesting, anchors, aliases, tags and repeated fields are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from plainspeak.glossary.problems import ProblemLog, quoted
from plainspeak.glossary.yaml_faults import explain_fault

MAX_DEPTH = 40
"""How many lists and fields may stand inside each other; libyaml's own limit is the size of the C stack."""

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


@dataclass(slots=True)
class Scalar:
    """Words. `start` and `end` are code points in the file's text; `plain` means written without quotation marks."""

    text: str
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0
    plain: bool = False


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
    import yaml  # here: a run with a compiled glossary never needs it

    builder = _Builder(log)
    try:
        for event in _events(text):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        fault = explain_fault(
            text,
            mark.line if mark else 0,
            mark.column if mark else 0,
            f"{error.context or ''} {error.problem or ''}",
            error.context_mark.line if error.context_mark else None,
        )
        if not builder.has_explained(fault.line):
            log.add(fault, fault.what, fault.to_do)
        return None
    return builder.document


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


def _events(text: str) -> Iterator[Any]:
    """YAML events: from libyaml when PyYAML was built with it, else from PyYAML itself."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.parse(text, Loader=loader)


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

    def take(self, event: Any) -> bool:
        """Take in the next event; False when reading must stop."""
        match type(event).__name__:
            case "ScalarEvent":
                self._refuse_marks(event)
                self._put(_scalar(event))
            case "SequenceStartEvent":
                return self._enter(event, Sequence)
            case "MappingStartEvent":
                return self._enter(event, Mapping)
            case "SequenceEndEvent" | "MappingEndEvent":
                self._open.pop().end = event.end_mark.index
                self._names.pop()
            case "AliasEvent":
                self._refuse_alias(event)
            case "DocumentStartEvent":
                return self._start_document(event)
        return True

    def _start_document(self, event: Any) -> bool:
        if self.document is None:
            return True
        self._log.add(_place(event), "A second document starts here.", "Take out the line that holds only ---.")
        return False

    def _enter(self, event: Any, kind: type[Sequence | Mapping]) -> bool:
        self._refuse_marks(event)
        mark = event.start_mark
        node = kind(line=mark.line + 1, column=mark.column + 1, start=mark.index)
        if len(self._open) >= MAX_DEPTH:
            self._log.add(
                node,
                f"Lists stand inside lists more than {MAX_DEPTH} deep.",
                "Look for brackets that are never closed.",
            )
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
            self._names[-1] = self._name(node)
        else:
            if name.text not in parent.fields:
                parent.fields[name.text] = node
                parent.names[name.text] = name
            self._names[-1] = None

    def _name(self, node: Node) -> Scalar:
        """A node as the name of a field, which must be new in its mapping."""
        if not isinstance(node, Scalar):
            self._explained.add(node.line)
            self._log.add(
                node,
                "A list or brackets stand where the name of a field should be.",
                "Put quotation marks round words that hold brackets.",
            )
            return Scalar("", node.line, node.column)
        parent = self._open[-1]
        if isinstance(parent, Mapping) and node.text in parent.names:
            first = parent.names[node.text].line
            self._log.add(
                node,
                f"The field {quoted(node.text)} is given twice; the first is on line {first}.",
                "Keep one of them.",
            )
        return node

    def _refuse_marks(self, event: Any) -> None:
        """Refuse `&anchor` and `!tag` before a value."""
        for sign, name, given in (("&", "an anchor", event.anchor), ("!", "a tag", event.tag)):
            if given is not None:
                self._explained.add(event.start_mark.line + 1)
                self._log.add(
                    _place(event),
                    f"{sign} at the start makes {name}, which a glossary does not use.",
                    "Put quotation marks round the words.",
                )

    def _refuse_alias(self, event: Any) -> None:
        self._explained.add(event.start_mark.line + 1)
        self._log.add(
            _place(event),
            "Words that start with * need quotation marks.",
            f'Write "*{event.anchor} …", with the marks round all the words.',
        )
        self._put(_place(event, f"*{event.anchor}"))


def _scalar(event: Any) -> Scalar:
    start = event.start_mark
    return Scalar(
        event.value, start.line + 1, start.column + 1, start.index, event.end_mark.index, plain=event.implicit[0]
    )


def _place(event: Any, text: str = "") -> Scalar:
    """Where an event stands."""
    return Scalar(text, event.start_mark.line + 1, event.start_mark.column + 1)
