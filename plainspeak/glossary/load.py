"""Reading glossary files: text in, entries and every problem out.

``python -m plainspeak.glossary.load FILE...`` prints the problems of these files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from plainspeak.glossary.clashes import find_clashes
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.entry_reading import check_entry, entry_of
from plainspeak.glossary.fields import ENTRY_FIELDS, FILE_FIELDS
from plainspeak.glossary.house_rules import check_wording
from plainspeak.glossary.layers import Load
from plainspeak.glossary.naming import with_ids
from plainspeak.glossary.problems import Problem, ProblemLog, in_file_order
from plainspeak.glossary.records import Record, read_record
from plainspeak.glossary.written_fields import Fields, fields_of
from plainspeak.glossary.yaml_nodes import Scalar, node_of, read_nodes
from plainspeak.settings import EntryTable

LARGEST_FILE = 5_000_000
"""Bytes; the whole shipped glossary is less than a third of it."""

_NEEDED = [field.name for field in ENTRY_FIELDS if field.must]


def load_file(path: Path, layer: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of one file and everything that is wrong with it, in file order."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        problem = f"The file cannot be read: {error.strerror or error}."
        return [], [Problem(str(path), 1, 1, problem, "Check the name, and that you may open it.")]
    if size > LARGEST_FILE:
        limit = LARGEST_FILE // 1_000_000
        return [], [Problem(str(path), 1, 1, f"The file is larger than {limit} MB.", "Split it by subject.")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [_not_utf8(path, data, error.start)]
    return read_text(text, str(path), layer)


def as_written(entry: Entry) -> Fields:
    """What its file says of an entry; an entry in force may have lost terms to another layer."""
    entries, _ = load_file(Path(entry.origin.path), entry.origin.layer)
    return fields_of(next((other for other in entries if other.origin.line == entry.origin.line), entry))


def _not_utf8(path: Path, data: bytes, at: int) -> Problem:
    line = data.count(b"\n", 0, at) + 1
    before = data[data.rfind(b"\n", 0, at) + 1 : at]
    what = (
        "The file is saved as UTF-16." if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "The file is not saved as UTF-8."
    )
    column = len(before.decode("utf-8", "replace")) + 1
    return Problem(str(path), line, column, what, "Save it again with the encoding UTF-8.")


def read_text(text: str, path: str, layer: str) -> tuple[list[Entry], list[Problem]]:
    """The entries in the text of one file and everything that is wrong with it, in file order."""
    log = ProblemLog(path)
    node = read_nodes(text, log)
    if node is None:
        if not log:
            log.add(Scalar(""), "The file is empty.", "Write entries: and the first entry below it.")
        return [], log.in_order()
    file = read_record(node, FILE_FIELDS, "file", log)
    entries = with_ids(_read_entries(file.records("entries") if file else (), path, layer, log))
    return entries, in_file_order([*log.in_order(), *find_clashes(entries)])


def _read_entries(records: Iterable[Record], path: str, layer: str, log: ProblemLog) -> list[Entry]:
    entries = []
    for record in records:
        entry = entry_of(record, layer, path)
        check_entry(record, entry, log)
        if all(record.text(name) for name in _NEEDED):
            entries.append(entry)
    return entries


def load_files(paths: Iterable[Path], layer: str, load: Load = load_file) -> tuple[list[Entry], list[Problem]]:
    """The entries of several files of one layer and everything that is wrong with them, file by file."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in paths:
        more, faults = load(path, layer)
        entries += more
        problems += faults
    seen = set(problems)
    problems += [clash for clash in find_clashes(entries) if clash not in seen]
    return with_ids(entries), in_file_order(problems)


def read_tables(tables: Iterable[EntryTable], layer: str, others: Iterable[Entry]) -> tuple[list[Entry], list[Problem]]:
    """The entries written in a settings file and what is wrong with them; `others` are the layer's other entries."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for table, source in tables:
        log = ProblemLog(str(source.path))
        record = read_record(node_of(table, source.line), ENTRY_FIELDS, "entry", log)
        entries += _read_entries([record] if record else [], log.path, layer, log)
        problems += log.in_order()
    paths = {problem.path for problem in problems} | {entry.origin.path for entry in entries}
    clashes = [clash for clash in find_clashes([*others, *entries]) if clash.path in paths]
    return entries, in_file_order([*problems, *clashes])


def main(names: list[str]) -> int:
    """Print the problems of the files named; 2 when there is one."""
    entries, problems = load_files(map(Path, names), "shipped")
    problems += check_wording(entries)
    for problem in problems:
        print(problem)  # noqa: T201 - this is the edge
    print(f"{len(names)} files, {len(entries)} entries, {len(problems)} problems")  # noqa: T201 - this is the edge
    return 2 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
