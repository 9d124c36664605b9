"""Draft file: where a draft was read from, where it is saved to, and whether somebody else has changed it since."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plainspeak.documents.file_stamp import Stamp, stamp_of
from plainspeak.tui.held_text import held, stored

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plainspeak.documents.plain_text import TextFile
    from plainspeak.text.protected import Mask


@dataclass(slots=True)
class DraftFile:
    """The file behind a draft.

    `path` is None until a new draft is saved; `saved` is the text as last read or saved, as the editor holds it.
    `suggested` is a name to save under, or "" where there is none to suggest.
    """

    path: Path | None = None
    saved: str = ""
    read: TextFile | None = None
    stamp: Stamp | None = None
    suggested: str = ""

    @classmethod
    def open(cls, path: Path) -> DraftFile:
        """Read a file; of one that holds more than text, such as a Word file, the words become a new draft.

        Raises DocumentError when it cannot be read.
        """
        from plainspeak.documents.plain_text import TextFile
        from plainspeak.documents.reader import read

        stamp = stamp_of(path)
        document = read(str(path))
        if document.file is None:
            words_only = f"These are the words of {path.name} without their layout. The file itself is not changed."
            words = TextFile(document.text, notices=(words_only, *document.notices))
            return cls(None, held(document.text), words, suggested=str(path.with_suffix(".txt")))
        return cls(path, held(document.file.text), document.file, stamp)

    @property
    def name(self) -> str:
        """What to call the draft."""
        return self.path.name if self.path else "New draft"

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know about the file that was read."""
        if self.read is None:
            return ()
        from plainspeak.documents.plain_text import with_newlines

        if with_newlines(self.read.text, self.read.newline) == self.read.text:
            return self.read.notices
        return (*self.read.notices, "Its lines end in different ways. Saving makes them all the same.")

    def masks_of(self) -> Callable[[str], Sequence[Mask]] | None:
        """What finds the stretches of a draft that are not prose, or None where all of it is."""
        from plainspeak.documents.reader import MARKDOWN_SUFFIXES, masks_of

        is_markdown = self.path is not None and self.path.suffix.lower() in MARKDOWN_SUFFIXES
        return masks_of(str(self.path)) if is_markdown else None

    def changed_on_disk(self) -> bool:
        """Whether the file is no longer the one that was read or saved here."""
        return self.path is not None and stamp_of(self.path) not in (self.stamp, None)

    def save(self, text: str, path: Path) -> tuple[str, ...]:
        """Write the held `text` to `path`, which becomes the file of this draft; returns what there is to say about it.

        Raises DocumentError when it cannot be written; the file on the disk is then as it was.
        """
        from plainspeak.documents.plain_text import TextFile, save_text, with_newlines

        like = self.read or TextFile("")
        notices = save_text(path, with_newlines(stored(text), like.newline), like)
        if notices:  # it had to be saved as UTF-8, and so it will be from now on
            like = like._replace(encoding="utf-8", bom=b"")
        self.path, self.saved, self.read, self.stamp = path, text, like, stamp_of(path)
        return notices
