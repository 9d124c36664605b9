"""Store: the compiled glossary, kept in the user's cache folder so that the next start is quick.

A kept copy is known by the content of everything it was made from. One that is missing, foreign or damaged is made again in
silence, and a folder that cannot be written to only costs time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainspeak.glossary.entry import Agreement, Conditions, Entry, Example, Glossary, Origin, Wording
from plainspeak.matching.lexicon import Lexicon, Sense, compile_lexicon

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
    path = cache_folder() / f"glossary-{mark[:32]}.json"
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
    stamps = [(file.name, (stat := file.stat()).st_size, stat.st_mtime_ns) for folder in folders for file in os.scandir(folder)]
    return blake2b(f"{glossary_mark} {sorted(stamps)}".encode(), digest_size=16).hexdigest()


def _read(path: Path, mark: str) -> tuple[Glossary, Lexicon] | None:
    try:
        checksum, _, content = path.read_bytes().partition(b"\n")
        if checksum != _checksum(content, mark):
            return None
        return unpack(content)
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None


def _write(path: Path, content: bytes, mark: str) -> None:
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_checksum(content, mark) + b"\n" + content)
        beside.replace(path)
        _forget_old(path.parent)
    except OSError:
        beside.unlink(missing_ok=True)


def _forget_old(folder: Path) -> None:
    kept = sorted(folder.glob("glossary-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_KEEP:]:
        path.unlink(missing_ok=True)


def _checksum(content: bytes, mark: str) -> bytes:
    return blake2b(content, digest_size=16, key=mark.encode()[:64]).hexdigest().encode()


def pack(glossary: Glossary, lexicon: Lexicon) -> bytes:
    """A compiled glossary as bytes."""
    return json.dumps(
        {
            "fingerprint": glossary.fingerprint,
            "entries": [_pack_entry(entry) for entry in glossary.entries],
            "folded": _pack_forms(lexicon.folded),
            "cased": _pack_forms(lexicon.cased),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


def unpack(content: bytes) -> tuple[Glossary, Lexicon]:
    """The compiled glossary that `pack` made. Raises ValueError, TypeError or KeyError when it is not one."""
    data = json.loads(content)
    entries = tuple(_unpack_entry(row) for row in data["entries"])
    return (
        Glossary(entries, data["fingerprint"]),
        Lexicon(_unpack_forms(data["folded"]), _unpack_forms(data["cased"])),
    )


def _pack_entry(entry: Entry) -> list[Any]:
    return [getattr(entry, name) if name not in _PARTS else _pack_part(getattr(entry, name)) for name in _FIELDS]


def _pack_part(part: Any) -> Any:  # noqa: ANN401 - any of the small records inside an entry
    if part is None or isinstance(part, str | int | bool):
        return part
    if isinstance(part, tuple):
        return [_pack_part(item) for item in part]
    return [_pack_part(getattr(part, name)) for name in part.__dataclass_fields__]


def _unpack_entry(row: Iterable[Any]) -> Entry:
    fields = {
        name: tuple(value) if isinstance(value, list) and name not in _PARTS else value
        for name, value in zip(_FIELDS, row, strict=True)
    }
    fields["say_instead"] = tuple(Wording(say, tuple(when), tuple(near), kind) for say, when, near, kind in fields["say_instead"])
    fields["conditions"] = Conditions(*map(tuple, fields["conditions"]))
    fields["examples"] = tuple(Example(*example) for example in fields["examples"])
    fields["origin"] = Origin(*fields["origin"])
    fields["agreed"] = None if fields["agreed"] is None else Agreement(*fields["agreed"])
    return Entry(**fields)


_FIELDS = tuple(Entry.__dataclass_fields__)
_PARTS = frozenset({"say_instead", "conditions", "examples", "origin", "agreed"})


def _pack_forms(forms: dict[str, tuple[Sense, ...]]) -> list[list[Any]]:
    return [[form, *([sense.entry, " ".join(sense.features)] for sense in senses)] for form, senses in forms.items()]


def _unpack_forms(rows: Iterable[list[Any]]) -> dict[str, tuple[Sense, ...]]:
    features: dict[str, Any] = {}
    table: dict[str, tuple[Sense, ...]] = {}
    for form, *senses in rows:
        for _, names in senses:
            if names not in features:
                features[names] = tuple(names.split(" "))
        table[form] = tuple([Sense(entry, features[names]) for entry, names in senses])
    return table
