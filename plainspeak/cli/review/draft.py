"""Draft: the file that is gone through, what was found in it, and what was decided about it the last time."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from plainspeak.checking.checker import Checker
from plainspeak.checking.finding import Checked, Finding, LeftAlone
from plainspeak.deciding.decisions import Decisions
from plainspeak.deciding.memory import DecisionMemory
from plainspeak.deciding.review import Review
from plainspeak.documents.document import Document
from plainspeak.documents.plain_text import TextFile, read_bytes, save_text
from plainspeak.documents.reader import masks_of, read_bytes_as_document
from plainspeak.documents.saving import copy_beside
from plainspeak.errors import DocumentError
from plainspeak.settings import LEVELS, Settings, load_settings


@dataclass(slots=True)
class Draft:
    """One document. `on_disk` are the bytes of every file that was read or saved here: what is safe to write over."""

    path: Path
    document: Document
    checker: Checker
    levels: tuple[str, ...]
    memory: DecisionMemory = field(default_factory=DecisionMemory)
    known: Decisions = field(default_factory=Decisions)
    left_alone: tuple[LeftAlone, ...] = ()
    on_disk: dict[Path, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, name: str, level: str) -> Draft:
        """Read the file and what is remembered of it. Raises DocumentError, GlossaryError or SettingsError."""
        path = Path(name)
        data = read_bytes(path)
        document = read_bytes_as_document(data, name)
        checker = Checker.load(_with_spelling(load_settings()))
        draft = cls(path, document, checker, LEVELS[: LEVELS.index(level) + 1])
        draft.known = draft.memory.recall(document.text, path)
        draft.on_disk[path] = data
        return draft

    @property
    def notices(self) -> tuple[str, ...]:
        """What was unusual about the file."""
        return self.document.notices

    @property
    def is_plain(self) -> bool:
        """Whether the file holds text and nothing else, so that the new text can be saved in it."""
        return self.document.file is not None

    def review(self) -> Review:
        """The review, with what is remembered decided already."""
        return Review.of(self.document.text, self._findings(), self.known)

    def remember(self, review: Review) -> None:
        """Keep what was decided; trouble is told in `memory.fault`."""
        self.known = review.decisions(self.known)
        self.memory.remember(review.text, self.path, self.known)

    # -- saving --------------------------------------------------------------------------------------------------------

    def changed_on_disk(self, path: Path) -> bool:
        """Whether a file is there that is not the one that was read or saved here."""
        try:
            return path.read_bytes() != self.on_disk.get(path)
        except FileNotFoundError:
            return False
        except OSError:
            return path not in self.on_disk

    def save_itself(self, review: Review) -> tuple[Path | None, tuple[str, ...]]:
        """Save the new text in the file, and the text as it was in a copy beside it; returns the copy, and notices.

        Where the file has gone in the meantime there is nothing to copy.

        Raises DocumentError; the file is then as it was.
        """
        if self.changed_on_disk(self.path):
            raise DocumentError(f"{self.path} has been changed since it was read.", "Give another name.")
        backup = copy_beside(self.path) if self.path.exists() else None
        try:
            return backup, self.save_as(review, self.path)
        except DocumentError:
            if backup:
                backup.unlink(missing_ok=True)
            raise

    def save_as(self, review: Review, path: Path) -> tuple[str, ...]:
        """Save the new text as another file; returns notices. Raises DocumentError."""
        notices = save_text(path, review.new_text(), self.document.file or TextFile(""))
        self.on_disk[path] = read_bytes(path)
        return notices

    def begin_again(self, review: Review) -> Review:
        """The new text has been saved in the file: a review of that, with what was left before left again."""
        text = review.new_text()
        masks = masks_of(str(self.path))(text)
        file = self.document.file._replace(text=text) if self.document.file else None
        self.document = self.document._replace(text=text, masks=tuple(masks), file=file)
        carried = review.carried_to(self._findings())
        self.known = carried.decisions(self.known)
        self.memory.remember(text, self.path, self.known)
        return carried

    def _findings(self) -> tuple[Finding, ...]:
        """What is found in the document at the levels asked for; what is left alone is kept beside."""
        checked: Checked = self.checker.check(self.document.text, self.document.masks, self.document.leave)
        self.left_alone = checked.left_alone
        return self.document.placed(one for one in checked.findings if one.level in self.levels)


def _with_spelling(settings: Settings) -> Settings:
    """Spelling is asked about unless the settings say no, as in the app."""
    return settings._replace(spelling=settings.spelling is not False)
