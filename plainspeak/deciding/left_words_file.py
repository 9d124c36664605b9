"""Left words file: the words that a person always leaves, one word or phrase a line, in a file that they can edit.

`plainspeak.settings` reads it; here it is written. What a person has put in it, notes and order, stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plainspeak.documents.plain_text import read_text
from plainspeak.documents.saving import save_bytes
from plainspeak.settings import LEFT_WORDS_FILE, left_words_in, user_folder

_HEADING = """\
# Words and phrases that plainspeak leaves alone for you, one on each line.
# Take a line out, and plainspeak will ask about it again.
"""


class LeftWordsFile:
    """`left-words.txt` in the folder of the person's own settings."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_folder() / LEFT_WORDS_FILE

    def add(self, words: str) -> None:
        """Write a word or phrase down, unless it is there. Raises DocumentError when that cannot be done."""
        words = " ".join(words.split())
        text = self._text()
        if words and words not in (left for _, left in left_words_in(text)):
            text = text or _HEADING
            self._save(f"{text}{'' if text.endswith(chr(10)) else chr(10)}{words}\n")

    def remove(self, words: str) -> None:
        """Take a word or phrase out, if it is there. Raises DocumentError when that cannot be done."""
        words = " ".join(words.split())
        text = self._text()
        lines = text.splitlines(keepends=True)
        gone = {number for number, left in left_words_in(text) if left == words}
        if gone:
            self._save("".join(line for number, line in enumerate(lines, 1) if number not in gone))

    def follow(self, before: Iterable[str], now: Iterable[str]) -> None:
        """Add what is left now and was not before, and take out what is no longer. Raises DocumentError."""
        before, now = list(before), list(now)
        for words in now:
            if words not in before:
                self.add(words)
        for words in before:
            if words not in now:
                self.remove(words)

    def _text(self) -> str:
        return read_text(self.path).text if self.path.exists() else ""

    def _save(self, text: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        save_bytes(self.path, text.encode("utf-8"))
