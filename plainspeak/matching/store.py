"""Store: the compiled glossary, kept in the user's cache folder so that the next start is quick.

A kept copy is known by the content of everything it was made from. One that is missing, foreign or damaged is made again in
silence, and a folder that cannot be written to only costs time.

The copy is lines of JSON under a checksum: the fingerprint and the form tables, then one line for each entry, which is
read when somebody asks for that entry.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from plainspeak.glossary.entry import Agreement, Conditions, Entry, Example, Glossary, Origin, Wording
from plainspeak.matching.lexicon import FormTable, Lexicon, compile_lexicon

if TYPE_CHECKING:
    from plainspeak.settings import Settings

_KEEP = 4
"""How many compiled glossaries stay in the cache folder: one for each project somebody works on."""


def load_compiled(settings: Settings | None = None) -> tuple[Glossary, Lexicon]:
    """The glossary in force and its lexicon, from the cache when that is fresh.

    Raises GlossaryError when a glossary file cannot be used.
    """
    from plainspeak.glossary.layers import fingerprint, load_glossary
    from plainspeak.settings import cache_folder, load_settings

    chosen = load_settings() if settings is None else settings
    mark = _mark(fingerprint(chosen))
    path = cache_folder() / f"glossary-{mark}.json"
    kept = _read(path, mark)
    if kept is not None:
        return kept
    glossary = load_glossary(chosen)
    lexicon = compile_lexicon(glossary.entries)
    _write(path, pack(glossary, lexicon), mark)
    return glossary, lexicon


def _mark(glossary_mark: str) -> str:
    """What a kept copy is known by: the glossary's content and the state of the program that compiled it."""
    package = Path(__file__).parents[1]
    folders = (package / "text", package / "text" / "data", package / "glossary", package / "matching")
    stamps = [
        (file.name, file.stat().st_size, file.stat().st_mtime_ns)
        for folder in folders
        for file in os.scandir(folder)
        if file.is_file()
    ]
    return blake2b(f"{glossary_mark} {sorted(stamps)}".encode(), digest_size=16).hexdigest()


def _read(path: Path, mark: str) -> tuple[Glossary, Lexicon] | None:
    try:
        checksum, _, content = path.read_bytes().partition(b"\n")
        return unpack(content) if checksum == _checksum(content, mark) else None
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, content: bytes, mark: str) -> None:
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_checksum(content, mark) + b"\n" + content)
        beside.replace(path)
        _forget_old(path.parent)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _forget_old(folder: Path) -> None:
    kept = sorted(folder.glob("glossary-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_KEEP:]:
        path.unlink(missing_ok=True)


def _checksum(content: bytes, mark: str) -> bytes:
    return blake2b(content, digest_size=16, key=mark.encode()[:64]).hexdigest().encode()


def pack(glossary: Glossary, lexicon: Lexicon) -> bytes:
    """A compiled glossary as bytes."""
    head = {
        "fingerprint": glossary.fingerprint,
        "tables": ["\n".join(column) for table in lexicon for column in table],
    }
    lines = [head, *(entry._replace(lenses=dict(entry.lenses)) for entry in glossary.entries)]
    return "\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines).encode()


def unpack(content: bytes) -> tuple[Glossary, Lexicon]:
    """The compiled glossary that `pack` made. Raises ValueError or TypeError when it is not one."""
    head, *entries = content.split(b"\n")
    data = json.loads(head)
    forms, senses, cased_forms, cased_senses = (_column(text) for text in data["tables"])
    lexicon = Lexicon(FormTable(forms, senses), FormTable(cased_forms, cased_senses))
    return Glossary(StoredEntries(entries), data["fingerprint"]), lexicon


def _column(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


class StoredEntries(Sequence[Entry]):
    """The entries of a kept copy, each read when it is first asked for."""

    def __init__(self, lines: list[bytes]) -> None:
        self._lines = lines
        self._read: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if index not in self._read:
            self._read[index] = _entry(json.loads(self._lines[index]))
        return self._read[index]

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
