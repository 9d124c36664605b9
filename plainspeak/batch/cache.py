"""Cache: what checks found, kept in the user's cache folder, so that a document that has not changed is not checked again.

A result is found by a digest of all that it depends on: what the document and the file of instructions beside it hold,
the glossary, the program and the options. It is written in cipher, with a second digest of the same as its key: whoever
finds it can read it only when they have the document itself, to the letter. A checksum inside tells a result that is
damaged, which is then made again.
"""

from __future__ import annotations

import os
import random
import time
import zlib
from contextlib import suppress
from hashlib import blake2b, shake_256
from pathlib import Path
from typing import NamedTuple

_SHARDS = 64
_MOST_BYTES = 256 << 20
"""How large the cache may grow; what was not asked for the longest goes first."""
_MOST_DAYS = 30
_DAY = 86_400
_CHECK = 16  # bytes of checksum


class Key(NamedTuple):
    """Where the result for one document is kept, and what it is ciphered with."""

    name: str
    secret: bytes


class Cache:
    """Results kept in `folder`, all of which depend on `made_with`: the program, the glossary and the options."""

    def __init__(self, folder: Path, made_with: str) -> None:
        self._folder = folder
        self._made_with = made_with.encode("utf-8", "surrogatepass")
        self._usable: bool | None = None

    def key(self, suffix: str, *contents: bytes) -> Key:
        """The key for a document with these contents, the name of which has this ending."""
        digest = blake2b(self._made_with)
        for part in (suffix.encode("utf-8", "surrogateescape"), *contents):
            digest.update(b"%d:" % len(part))
            digest.update(part)
        whole = digest.digest()
        return Key(whole[:20].hex(), whole[20:])

    def get(self, key: Key) -> bytes | None:
        """What was kept under `key`, or None when there is nothing, or nothing whole."""
        if not self._is_usable():
            return None
        path = self._path(key)
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - asked for each of 100,000 files
                data = file.read()
                age = time.time() - os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        whole = _ciphered(data, key)
        body = whole[_CHECK:]
        if whole[:_CHECK] != _checksum(body):
            _forget(Path(path))
            return None
        if age > _DAY:
            with suppress(OSError):
                os.utime(path)
        try:
            return zlib.decompress(body)
        except zlib.error:
            return None

    def put(self, key: Key, result: bytes) -> bool:
        """Keep `result` under `key`; False when it cannot be kept, which costs nothing but time."""
        if not self._is_usable():
            return False
        path = Path(self._path(key))
        body = zlib.compress(result, 1)
        beside = path.with_name(f".{os.getpid()}-{random.getrandbits(32):08x}")
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(_ciphered(_checksum(body) + body, key))
            beside.replace(path)
        except OSError:
            _forget(beside)
            return False
        return True

    def prune(self, added: int) -> None:
        """Keep the cache within its bounds after `added` results were put in it."""
        if not added or not self._is_usable():
            return
        shards = range(_SHARDS) if added >= _SHARDS else random.sample(range(_SHARDS), added)
        for shard in shards:
            _prune(self._folder / f"{shard:02x}", _MOST_BYTES // _SHARDS)

    def _path(self, key: Key) -> str:
        return f"{self._folder}{os.sep}{int(key.name[:2], 16) % _SHARDS:02x}{os.sep}{key.name}"

    def _is_usable(self) -> bool:
        if self._usable is None:
            self._usable = _made_private(self._folder)
        return self._usable


def open_cache(made_with: str) -> Cache:
    """The cache in the user's cache folder. `made_with` says what results depend on besides the document."""
    return Cache(_folder(), f"{made_with} {_program()}")


def clear_cache() -> int:
    """Forget every result that is kept. Returns how many there were."""
    count = 0
    for path in list(_folder().glob("*/*")):
        count += not path.name.startswith(".")
        _forget(path)
    return count


def _folder() -> Path:
    from plainspeak.settings import cache_folder

    return cache_folder() / "results"


def _made_private(folder: Path) -> bool:
    """Make the folder, for its owner only; False when it is somebody else's."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "nt":  # a user's folders are private there
            return True
        found = folder.lstat()
        if folder.is_symlink() or found.st_uid != os.getuid():
            return False
        if found.st_mode & 0o077:
            folder.chmod(0o700)
    except OSError:
        return False
    return True


def _ciphered(data: bytes, key: Key) -> bytes:
    """`data` with the stream that the key makes laid over it; doing it twice gives `data` back."""
    stream = shake_256(key.secret).digest(len(data))
    laid = int.from_bytes(data, "little") ^ int.from_bytes(stream, "little")
    return laid.to_bytes(len(data), "little")


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECK).digest()


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _prune(shard: Path, most: int) -> None:
    """Forget what is too old, and the oldest of what is too much."""
    rows = []
    with suppress(OSError), os.scandir(shard) as entries:
        for entry in entries:
            with suppress(OSError):
                found = entry.stat(follow_symlinks=False)
                rows.append((found.st_mtime, found.st_size, entry.path))
    oldest = time.time() - _MOST_DAYS * _DAY
    size = 0
    for used, length, path in sorted(rows, reverse=True):
        size += length
        if used < oldest or size > most:
            _forget(Path(path))


def _program() -> str:
    """The state of the program: every file of it, by size and time."""
    from zlib import crc32

    package = Path(__file__).parents[1]
    stamps = []
    for folder, folders, names in os.walk(package):
        folders[:] = [name for name in folders if name not in ("__pycache__", "tui", "cli", "shipped")]
        for name in names:
            found = Path(folder, name).stat()
            stamps.append((folder, name, found.st_size, found.st_mtime_ns))
    return f"{crc32(repr(sorted(stamps)).encode()):08x}"
