"""Recovery: a copy of the unsaved draft, kept until the app ends as it should, and offered where it did not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plainspeak.deciding.safety_copy import SafetyCopy, copies, forget_copy, recovery_folder, when_kept
from plainspeak.documents.file_stamp import Stamp

__all__ = ["LostDraft", "RecoveryCopy", "forget", "lost_drafts", "open_elsewhere", "recovery_folder"]
_KIND = "draft"


@dataclass(frozen=True, slots=True)
class LostDraft:
    """A draft left behind: its text, the file it belongs to (if any), and when the copy was made (seconds).

    `stamp` tells the state of the file that the draft began from; None when there was none.
    """

    text: str
    path: Path | None
    saved_at: float
    copy: Path
    stamp: Stamp | None = None

    @property
    def when(self) -> str:
        """When the copy was made, in words."""
        return when_kept(self.saved_at)


class RecoveryCopy(SafetyCopy):
    """The copy of the draft of one running app."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(_KIND, folder)

    def write(self, text: str, path: Path | None, stamp: Stamp | None = None) -> None:
        """Keep `text`, the unsaved state of `path`, which began from the state of that file that `stamp` tells."""
        self.keep({"path": str(path.absolute()) if path else None, "stamp": stamp, "text": text})


def lost_drafts(folder: Path | None = None) -> list[LostDraft]:
    """The copies that no running app holds, newest first; those that cannot be read are passed over."""
    found = [_draft(file, content) for file, content, is_held in copies(_KIND, folder) if not is_held]
    return sorted((draft for draft in found if draft), key=lambda draft: draft.saved_at, reverse=True)


def lost_draft_of(path: Path) -> LostDraft | None:
    """The newest copy of the file at `path` that no running app holds."""
    return next((draft for draft in lost_drafts() if draft.path == path.absolute()), None)


def open_elsewhere(path: Path, folder: Path | None = None, *, apart_from: Path | None = None) -> bool:
    """Whether another running app has changes of the file at `path` that are not saved; its own copy is `apart_from`."""
    held = [_draft(file, content) for file, content, is_held in copies(_KIND, folder) if is_held and file != apart_from]
    return any(draft.path == path.absolute() for draft in held if draft)


def forget(draft: LostDraft) -> None:
    """Delete the copy of a lost draft."""
    forget_copy(draft.copy)


def _draft(copy: Path, content: Any) -> LostDraft | None:  # noqa: ANN401 - whatever the file holds
    """What a copy holds; None when that is not a draft."""
    try:
        mtime, size, inode = content.get("stamp") or (0, 0, 0)
        stamp = (mtime, size, inode) if content.get("stamp") else None
        path = Path(content["path"]) if content["path"] else None
        return LostDraft(content["text"], path, float(content["saved_at"]), copy, stamp)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
