"""Decision memory: what was decided about each document, kept in the user's data folder.

A document is known again by what it holds, or else by where it stands: both as hashes, in the name of its file. The
file holds no word of the draft, only hashes, and wording of the person's own that has still to be put in.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, get_args

from plainspeak.deciding.decisions import Decision, Decisions, Kind
from plainspeak.deciding.mark import Mark
from plainspeak.documents.saving import save_bytes
from plainspeak.errors import DocumentError

_SCHEMA = 1
_MOST_DOCUMENTS = 500
_MOST_DECISIONS = 20_000
_LONGEST_SALT = 64
_NO_PATH = "0" * 16


def data_folder() -> Path:
    """Where decisions are kept: in PLAINSPEAK_HOME if that is set, else in the user's own folder for such things."""
    if home := os.environ.get("PLAINSPEAK_HOME"):
        return Path(home) / "decisions"
    from platformdirs import user_data_path

    return user_data_path("plainspeak", appauthor=False) / "decisions"


class DecisionMemory:
    """Remembers decisions from one day to the next.

    Trouble in writing never stops the work: it is told in `fault`, "" when all is well. At most 500 documents are
    remembered; the one not decided about for longest is forgotten first.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or data_folder()
        self.fault = ""

    def remember(self, text: str, path: Path | None, decisions: Decisions) -> None:
        """Keep what was decided about `text`, the document at `path`; nothing decided: forget what was."""
        file = self.folder / f"{_hash(text)}.{_path_hash(path)}.json"
        try:
            if decisions:
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                save_bytes(file, _packed(decisions))
                file.chmod(0o600)
            self._forget_others(file, path, keep=bool(decisions))
            self.fault = ""
        except DocumentError as error:
            self.fault = str(error)
        except OSError as error:
            self.fault = error.strerror or str(error)

    def recall(self, text: str, path: Path | None) -> Decisions:
        """What was decided about `text`, or else about an earlier state of the document at `path`; nothing when unknown."""
        same_text = sorted(self.folder.glob(f"{_hash(text)}.*.json"), key=_age)
        here = [file for file in same_text if file.name.endswith(f".{_path_hash(path)}.json")]
        same_path = sorted(self.folder.glob(f"*.{_path_hash(path)}.json"), key=_age) if path else []
        for file in (*here, *same_text, *same_path):
            if (known := _unpacked(file)) is not None:
                return known
        return Decisions()

    def _forget_others(self, file: Path, path: Path | None, *, keep: bool) -> None:
        """Forget earlier states of the same document, and the oldest when there are too many."""
        if path:
            for other in self.folder.glob(f"*.{_path_hash(path)}.json"):
                if other != file or not keep:
                    other.unlink(missing_ok=True)
        elif not keep:
            file.unlink(missing_ok=True)
        files = list(self.folder.glob("*.json"))
        if len(files) > _MOST_DOCUMENTS:
            for old in sorted(files, key=_age)[_MOST_DOCUMENTS:]:
                old.unlink(missing_ok=True)


def _age(file: Path) -> float:
    """What sorts the newest first."""
    with suppress(OSError):
        return -file.stat().st_mtime
    return 0


def _hash(text: str) -> str:
    r"""The same for a text whose lines end in another way: the app holds them all as ``\n``."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _path_hash(path: Path | None) -> str:
    if path is None:
        return _NO_PATH
    return blake2b(os.fsencode(os.path.realpath(path)), digest_size=8).hexdigest()


def _packed(decisions: Decisions) -> bytes:
    content = {
        "schema": _SCHEMA,
        "salt": decisions.salt,
        "terms": sorted(decisions.terms),
        "made": [[one.kind, *one.mark, one.wording] for one in decisions.made[-_MOST_DECISIONS:]],
    }
    return json.dumps(content, separators=(",", ":")).encode("ascii")


def _unpacked(file: Path) -> Decisions | None:
    """What the file holds; None when it is damaged, or of another version."""
    try:
        content: Any = json.loads(file.read_bytes())
        salt = str(content["salt"])
        if content["schema"] != _SCHEMA or not salt.isascii() or len(salt) > _LONGEST_SALT:
            return None
        made = tuple(_decision(*row) for row in content["made"])
        return Decisions(made, frozenset(map(str, content["terms"])), salt)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _decision(kind: Kind, words: str, before: list[str], after: list[str], nth: int, wording: str) -> Decision:
    if kind not in get_args(Kind):
        raise ValueError(kind)
    return Decision(kind, Mark(str(words), tuple(map(str, before)), tuple(map(str, after)), int(nth)), str(wording))
