"""Store: the compiled glossary, kept in the user's cache folder so that the next start is quick.

A kept copy names what it was made from. One that is missing, foreign or damaged is made again in silence, and a folder
that cannot be written to only costs time.

The copy is lines: as JSON, what it was made from, the fingerprint and how long each entry is; the four columns of the form
tables, parted by tabs; each entry as JSON, read when somebody asks for it; and a checksum of all that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload
from zlib import crc32

from plainspeak.glossary.entry import Agreement, Conditions, Entry, Example, Glossary, Origin, Wording
from plainspeak.matching.lexicon import FormTable, Lexicon, compile_lexicon

if TYPE_CHECKING:
    from plainspeak.settings import Settings

_CHECKSUM = len("\nffffffff")
_KEEP = 4
"""How many compiled glossaries stay in the cache folder: one for each project somebody works on."""


def load_compiled(settings: Settings | None = None) -> tuple[Glossary, Lexicon]:
    """The glossary in force and its lexicon, from the cache when that is fresh.

    Raises GlossaryError when a glossary file cannot be used.
    """
    from plainspeak.glossary.layers import load_glossary, stamp
    from plainspeak.settings import cache_folder, load_settings

    chosen = load_settings() if settings is None else settings
    made_from = f"{stamp(chosen)} {_program()}"
    path = cache_folder() / f"glossary-{crc32(made_from.encode()):08x}.kept"
    kept = _read(path, made_from)
    if kept is not None:
        return kept
    glossary = load_glossary(chosen)
    lexicon = compile_lexicon(glossary.entries)
    _write(path, pack(glossary, lexicon, made_from))
    return glossary, lexicon


def _program() -> str:
    """The state of the program that compiles a glossary."""
    package = Path(__file__).parents[1]
    folders = (package / "text", package / "text" / "data", package / "glossary", package / "matching")
    found = (file for folder in folders for file in os.scandir(folder) if file.is_file())
    stamps = ((file.name, status.st_size, status.st_mtime_ns) for file in found if (status := file.stat()))
    return f"{crc32(repr(sorted(stamps)).encode()):08x}"


def _read(path: Path, made_from: str) -> tuple[Glossary, Lexicon] | None:
    try:
        data = path.read_bytes()
        whole = data[-_CHECKSUM:] == _checksum(memoryview(data)[:-_CHECKSUM])
        return unpack(data, made_from) if whole else None
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, content: bytes) -> None:
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content + _checksum(content))
        beside.replace(path)
        _forget_old(path.parent)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _forget_old(folder: Path) -> None:
    kept = sorted(folder.glob("glossary-*.kept"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_KEEP:]:
        path.unlink(missing_ok=True)


def _checksum(content: bytes | memoryview) -> bytes:
    return b"\n%08x" % crc32(content)


def pack(glossary: Glossary, lexicon: Lexicon, made_from: str = "") -> bytes:
    """A compiled glossary as bytes. A form must not hold a tab or a line end."""
    entries = [_json(entry._replace(lenses=dict(entry.lenses))) for entry in glossary.entries]
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
            found = self._read[index] = _entry(json.loads(self._content[self._places[place] : self._places[place + 1]]))
        return found

    def __iter__(self) -> Iterator[Entry]:
        return (self[index] for index in range(len(self)))


def _entry(row: list[Any]) -> Entry:
    entry = Entry._make(tuple(value) if isinstance(value, list) else value for value in row)
    agreed: Any = entry.agreed
    return entry._replace(
        say_instead=tuple(Wording(say, tuple(when), tuple(near), kind) for say, when, near, kind in entry.say_instead),
        conditions=Conditions(*map(tuple, entry.conditions)),
        examples=tuple(Example(*example) for example in entry.examples),
        origin=Origin(*entry.origin),
        agreed=agreed and Agreement(*agreed),
    )
