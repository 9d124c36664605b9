"""Draft: the file that is gone through, what was found in it, and what was decided about it the last time."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from shlex import quote

from plainspeak.checking.checker import Checker
from plainspeak.checking.finding import Checked, Finding, LeftAlone
from plainspeak.deciding.decisions import Decisions
from plainspeak.deciding.memory import DecisionMemory
from plainspeak.deciding.recovery import LostDraft, forget, lost_draft_of, open_elsewhere
from plainspeak.deciding.review import Review
from plainspeak.documents.document import Document
from plainspeak.documents.file_stamp import stamp_of
from plainspeak.documents.plain_text import TextFile, read_bytes, save_text, with_newlines
from plainspeak.documents.reader import masks_of, read_bytes_as_document
from plainspeak.documents.saving import copy_beside
from plainspeak.errors import DocumentError, UsageError
from plainspeak.settings import LEVELS, Settings, load_settings


@dataclass(slots=True)
class Draft:
    """One document. `on_disk` are the bytes of every file that was read or saved here: what is safe to write over.

    `saved_text` is the text of the file itself. `lost` is the unsaved draft of the app that is gone through in its place.
    """

    path: Path
    document: Document
    checker: Checker
    levels: tuple[str, ...]
    memory: DecisionMemory = field(default_factory=DecisionMemory)
    known: Decisions = field(default_factory=Decisions)
    left_alone: tuple[LeftAlone, ...] = ()
    on_disk: dict[Path, bytes] = field(default_factory=dict)
    saved_text: str = ""
    lost: LostDraft | None = None

    @classmethod
    def open(cls, name: str, level: str, *, unsaved: bool = False) -> Draft:
        """Read the file, or what the app has kept of it `unsaved`, and what is remembered of it.

        Raises DocumentError, GlossaryError or SettingsError, and UsageError when the app has kept nothing.
        """
        path = Path(name)
        data = read_bytes(path)
        document = read_bytes_as_document(data, name)
        checker = Checker.load(_with_spelling(load_settings()))
        draft = cls(path, document, checker, LEVELS[: LEVELS.index(level) + 1], saved_text=document.text)
        draft.on_disk[path] = data
        if unsaved:
            draft._take_up_lost()
        draft.known = draft.memory.recall(draft.document.text, path)
        return draft

    def _take_up_lost(self) -> None:
        """Go through the draft that the app has kept instead of the file. Raises UsageError when there is none."""
        self.lost = lost_draft_of(self.path)
        if self.lost is None or self.document.file is None:
            raise UsageError(f"The app has kept no unsaved draft of {self.path}.", "Leave out --unsaved.")
        if self.lost.stamp != stamp_of(self.path):
            del self.on_disk[self.path]  # whoever has changed the file since is not saved over
        self._use(with_newlines(self.lost.text, self.document.file.newline))

    @property
    def notices(self) -> tuple[str, ...]:
        """What was unusual about the file."""
        return self.document.notices

    @property
    def command(self) -> str:
        """What to type to go on with this another time."""
        return f"plainspeak review {'--unsaved ' if self.lost else ''}{quote(str(self.path))}"

    @property
    def kept_by_app(self) -> str:
        """What to know of changes to the file that were made in the app and not saved; "" when there are none."""
        if self.lost:
            return f"These are the changes to {self.path} that were not saved in the app, of {self.lost.when}."
        if lost := lost_draft_of(self.path):
            return (
                f"The app has kept changes to {self.path} that were not saved, of {lost.when}. "
                f"To go through those: plainspeak review --unsaved {quote(str(self.path))}"
            )
        if open_elsewhere(self.path):
            return f"{self.path} is being changed in the app too. What is not saved there is not asked about here."
        return ""

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
            notices = self.save_as(review, self.path)
        except DocumentError:
            if backup:
                backup.unlink(missing_ok=True)
            raise
        if self.lost:
            forget(self.lost)
            self.lost = None
        return backup, notices

    def save_as(self, review: Review, path: Path) -> tuple[str, ...]:
        """Save the new text as another file; returns notices. Raises DocumentError."""
        notices = save_text(path, review.new_text(), self.document.file or TextFile(""))
        self.on_disk[path] = read_bytes(path)
        return notices

    def begin_again(self, review: Review) -> Review:
        """The new text has been saved in the file: a review of that, with what was left before left again."""
        self.saved_text = review.new_text()
        self._use(self.saved_text)
        carried = review.carried_to(self._findings())
        self.known = carried.decisions(self.known)
        self.memory.remember(self.saved_text, self.path, self.known)
        return carried

    def _use(self, text: str) -> None:
        """Go through this text, as if it stood in the file."""
        masks = masks_of(str(self.path))(text)
        file = self.document.file._replace(text=text) if self.document.file else None
        self.document = self.document._replace(text=text, masks=tuple(masks), file=file)

    def _findings(self) -> tuple[Finding, ...]:
        """What is found in the document at the levels asked for; what is left alone is kept beside."""
        checked: Checked = self.checker.check(self.document.text, self.document.masks, self.document.leave)
        self.left_alone = checked.left_alone
        return self.document.placed(one for one in checked.findings if one.level in self.levels)


def _with_spelling(settings: Settings) -> Settings:
    """Spelling is asked about unless the settings say no, as in the app."""
    return settings._replace(spelling=settings.spelling is not False)
