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
from plainspeak.glossary.fields import FILE_FIELDS
from plainspeak.glossary.house_rules import check_wording
from plainspeak.glossary.naming import with_ids
from plainspeak.glossary.problems import Problem, ProblemLog
from plainspeak.glossary.records import Record, read_record
from plainspeak.glossary.yaml_nodes import Node, read_nodes

LARGEST_FILE = 5_000_000
"""Bytes; the whole shipped glossary is less than a third of it."""


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
            return [], [Problem(path, 1, 1, "The file is empty.", "Write entries: and the first entry below it.")]
        return [], log.in_order()
    entries, clashes = read_entries(node, path, layer, log)
    return entries, sorted([*log.in_order(), *clashes], key=lambda problem: (problem.line, problem.column))


def read_entries(node: Node, path: str, layer: str, log: ProblemLog) -> tuple[list[Entry], list[Problem]]:
    """The entries of a file's node; the second list holds terms that two entries of the file cover."""
    file = read_record(node, FILE_FIELDS, "a glossary file", log)
    entries: list[Entry] = []
    for record in file.records("entries") if file else ():
        entry = entry_of(record, layer, path)
        check_entry(record, entry, log)
        if _is_whole(record):
            entries.append(entry)
    entries = with_ids(entries)
    return entries, find_clashes(entries)


def _is_whole(record: Record) -> bool:
    return all(record.text(name) for name in ("jargon", "kind", "level", "family", "what_we_mean"))


def load_files(paths: Iterable[Path], layer: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of several files of one layer and everything that is wrong with them, file by file."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in paths:
        more, faults = load_file(path, layer)
        clashes = find_clashes([*entries, *more])
        known = set(faults)
        entries += more
        problems += [*faults, *(clash for clash in clashes if clash.path == str(path) and clash not in known)]
    return with_ids(entries), problems


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
