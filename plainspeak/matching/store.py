"""Store: the compiled glossary, kept in the user's cache folder so that the next start is quick.

A kept copy names what it was made from. One that is missing, foreign or damaged is made again in silence, and a folder
that cannot be written to only costs time.

The copy is lines: as JSON, what it was made from, the fingerprint and how long each entry is; the four columns of the form
tables, parted by tabs; each entry as JSON, read when somebody asks for it; and a checksum of all that.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING, Any, overload
from zlib import crc32

from plainspeak.glossary.entry import Agreement, Conditions, Entry, Example, Glossary, Origin, Wording
from plainspeak.matching.forms import recall_when_needed
from plainspeak.matching.kept_copy import keep_copy, program_state, read_copy
from plainspeak.matching.lexicon import FormTable, Lexicon, compile_lexicon

if TYPE_CHECKING:
    from plainspeak.settings import Settings

_NO_CONDITIONS = Conditions()
_KEEP = 4
"""How many compiled glossaries stay in the cache folder: one for each project somebody works on."""


def load_compiled(settings: Settings | None = None) -> tuple[Glossary, Lexicon]:
    """The glossary in force and its lexicon, from the cache when that is fresh.

    Raises GlossaryError when a glossary file cannot be used.
    """
    from plainspeak.glossary.layers import stamp
    from plainspeak.settings import cache_folder, load_settings

    chosen = load_settings() if settings is None else settings
    program = program_state()
    made_from = f"{stamp(chosen)} {program}"
    path = cache_folder() / f"glossary-{crc32(made_from.encode()):08x}.kept"
    kept = _unpacked(read_copy(path), made_from)
    if kept is not None:
        recall_when_needed(lambda: _recall(chosen, program))
        return kept
    with without_collection():
        glossary, lexicon = _compiled(chosen, program)
        keep_copy(path, pack(glossary, lexicon, made_from), _KEEP)
    return glossary, lexicon


def _recall(settings: Settings, program: str) -> None:
    """What is kept of each glossary file, for when one of them changes."""
    from plainspeak.matching.kept_files import KeptFiles

    with without_collection():
        KeptFiles(program).recall(settings)


def _compiled(settings: Settings, program: str) -> tuple[Glossary, Lexicon]:
    from plainspeak.glossary.layers import load_glossary
    from plainspeak.matching.kept_files import KeptFiles

    glossary = load_glossary(settings, KeptFiles(program).load)
    return glossary, compile_lexicon(glossary.entries)


@contextmanager
def without_collection() -> Iterator[None]:
    """Make many objects that stay without Python looking through all of them for cycles, which takes a third of the time."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _unpacked(data: bytes | None, made_from: str) -> tuple[Glossary, Lexicon] | None:
    try:
        return unpack(data, made_from) if data else None
    except (ValueError, TypeError):
        return None


def pack(glossary: Glossary, lexicon: Lexicon, made_from: str = "") -> bytes:
    """A compiled glossary as bytes. A form must not hold a tab or a line end."""
    entries = [_json(row_of(entry)) for entry in glossary.entries]
    lengths = [len(entry) + 1 for entry in entries]
    head = _json({"made_from": made_from, "fingerprint": glossary.fingerprint, "lengths": lengths})
    columns = ["\t".join(column).encode() for table in lexicon for column in table]
    return b"\n".join([head, *columns, *entries])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(content: bytes, made_from: str = "") -> tuple[Glossary, Lexicon] | None:
    """The compiled glossary that `pack` made, or None when it was made from something else.

    Raises ValueError or TypeError when it is no such thing.
    """
    lines = _Lines(content)
    data = json.loads(next(lines))
    if data["made_from"] != made_from:
        return None
    forms, senses, cased_forms, cased_senses = (_column(next(lines)) for _ in range(4))
    lexicon = Lexicon(FormTable(forms, senses), FormTable(cased_forms, cased_senses))
    places = list(accumulate(data["lengths"], initial=lines.place))
    return Glossary(StoredEntries(content, places), data["fingerprint"]), lexicon


class _Lines(Iterator[bytes]):
    """The lines of a kept copy one by one; what follows `place` is left where it is and not copied."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.place = 0

    def __next__(self) -> bytes:
        start, end = self.place, self._content.find(b"\n", self.place)
        end = len(self._content) if end < 0 else end
        self.place = end + 1
        return self._content[start:end]


def _column(line: bytes) -> tuple[str, ...]:
    return tuple(line.decode().split("\t")) if line else ()


class StoredEntries(Sequence[Entry]):
    """The entries of a kept copy, each read when it is first asked for."""

    def __init__(self, content: bytes, places: list[int]) -> None:
        self._content = content
        self._places = places
        self._read: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._places) - 1

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        found = self._read.get(index)
        if found is None:
            place = index if index >= 0 else index + len(self)
            found = self._read[index] = entry_of_row(
                json.loads(self._content[self._places[place] : self._places[place + 1]])
            )
        return found

    def __iter__(self) -> Iterator[Entry]:
        return (self[index] for index in range(len(self)))


def row_of(entry: Entry) -> Entry:
    """An entry that can be written as JSON."""
    return entry if type(entry.lenses) is dict else entry._replace(lenses=dict(entry.lenses))


def entry_of_row(row: list[Any]) -> Entry:
    """The entry that was written as JSON. Raises ValueError or TypeError when it is none."""
    entry = Entry._make([tuple(value) if type(value) is list else value for value in row])
    changed: dict[str, Any] = {"origin": Origin(*entry.origin)}
    if entry.say_instead:
        changed["say_instead"] = tuple(
            [Wording(say, tuple(when), tuple(near), kind) for say, when, near, kind in entry.say_instead]
        )
    if entry.examples:
        changed["examples"] = tuple([Example(*example) for example in entry.examples])
    if entry.agreed:
        changed["agreed"] = Agreement(*entry.agreed)
    changed["conditions"] = Conditions._make(map(tuple, entry.conditions)) if any(entry.conditions) else _NO_CONDITIONS
    return entry._replace(**changed)
