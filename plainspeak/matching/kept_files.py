"""Kept files: the files of a glossary, each as it was read, with the forms of its entries.

A change to one file then costs neither the reading of the others nor the making of their forms. What this process has read is
kept in memory, and in the user's cache folder for others; a file with a fault that stops it from being used is never kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from plainspeak.glossary.entry import Entry
from plainspeak.glossary.layers import files_with_layers
from plainspeak.glossary.load import load_file
from plainspeak.glossary.problems import Problem
from plainspeak.matching.forms import Form, forms_of, remember_forms
from plainspeak.matching.kept_copy import keep_copy, read_copy
from plainspeak.matching.store import entry_of_row, row_of
from plainspeak.settings import Settings, cache_folder

_KEEP = 64
"""How many files are remembered."""

_FEWEST = 20_000
"""Bytes; a smaller file is read as quickly as its copy."""


class _Read(NamedTuple):
    """What a file gave, and the state that it was read in."""

    made_from: str
    entries: list[Entry]
    problems: list[Problem]


class _State(NamedTuple):
    """What tells one state of a file from another, and how many bytes it has."""

    made_from: str
    size: int


_in_memory: dict[tuple[str, str], _Read] = {}


class KeptFiles:
    """Reads glossary files, each only once in a state. `program` tells one state of the program from another."""

    def __init__(self, program: str) -> None:
        self._program = program

    def load(self, path: Path, layer: str) -> tuple[list[Entry], list[Problem]]:
        """As `load_file` does: the entries of a file, and everything that is wrong with it."""
        state = self._state(path, layer)
        if state is None:
            return load_file(path, layer)
        read = self._known(path, layer, state)
        if read is None:
            read = _Read(state.made_from, *load_file(path, layer))
            if state.size >= _FEWEST and not any(problem.blocks for problem in read.problems):
                keep_copy(_copy(path, layer), _packed(read), _KEEP)
            _remember(path, layer, read)
        return list(read.entries), list(read.problems)

    def recall(self, settings: Settings) -> None:
        """Remember what is kept of the files in force; those of which nothing is kept are not read."""
        for path, layer in files_with_layers(settings):
            if state := self._state(path, layer):
                self._known(path, layer, state)

    def _state(self, path: Path, layer: str) -> _State | None:
        try:
            data = path.read_bytes()
        except OSError:
            return None
        return _State(f"{path} {layer} {len(data)} {crc32(data):08x} {self._program}", len(data))

    def _known(self, path: Path, layer: str, state: _State) -> _Read | None:
        """What was read of a file in this state, by this process or by another."""
        read = _in_memory.get((str(path), layer))
        if read and read.made_from == state.made_from:
            return read
        kept = _unpacked(read_copy(_copy(path, layer)), state.made_from) if state.size >= _FEWEST else None
        if kept:
            _remember(path, layer, kept)
        return kept


def _copy(path: Path, layer: str) -> Path:
    return cache_folder() / f"file-{crc32(f'{path} {layer}'.encode()):08x}.kept"


def _remember(path: Path, layer: str, read: _Read) -> None:
    if len(_in_memory) >= _KEEP:
        _in_memory.clear()
    _in_memory[str(path), layer] = read


def _packed(read: _Read) -> bytes:
    forms = [[[form.text, *form.features] for form in forms_of(entry)] for entry in _searched(read.entries)]
    content = (read.made_from, [row_of(entry) for entry in read.entries], read.problems, forms)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _unpacked(data: bytes | None, made_from: str) -> _Read | None:
    """What `_packed` made, its forms remembered; None when it was made from something else."""
    if not (data and data.startswith(json.dumps([made_from], ensure_ascii=False)[:-1].encode())):
        return None
    try:
        _, rows, faults, forms = json.loads(data)
        entries = [entry_of_row(row) for row in rows]
        for entry, found in zip(_searched(entries), forms, strict=True):
            remember_forms(entry, [Form(text, tuple(features)) for text, *features in found])
        return _Read(made_from, entries, [Problem(*fault) for fault in faults])
    except (ValueError, TypeError):
        return None


def _searched(entries: list[Entry]) -> list[Entry]:
    """The entries whose forms are needed at once; those of the others only matter when somebody looks a word up."""
    return [entry for entry in entries if not entry.only_looked_up]
