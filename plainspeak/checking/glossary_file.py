"""Glossary file: the file that an entry goes to, where a change is tried out before it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from plainspeak.checking.trial import Trial
from plainspeak.errors import GlossaryError, Problem
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.locked_file import change_file
from plainspeak.settings import user_folder

OWN_FILE = "my-words.yaml"


def own_file() -> Path:
    """The file that a person's own entries go to."""
    return user_folder() / "glossary" / OWN_FILE


class GlossaryFile(NamedTuple):
    """A file of the glossary among the entries in force.

    `layer` is whose it is, "" when it is not in force; `others` are the entries in force; `name` is what the person calls it.
    """

    path: Path
    layer: str
    others: Sequence[Entry]
    name: str

    def text(self) -> str:
        """What the file holds now; "" when it is not there yet. Raises GlossaryError when it cannot be read."""
        try:
            return self.path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise GlossaryError(f"{self.name} cannot be read: {error}.", "It must be a text file in UTF-8.") from None

    def not_in_force(self) -> str:
        """A sentence that says how to put the file in force, when it is not."""
        if self.layer:
            return ""
        folder = self.path.parent.as_posix()
        return f' It is not in force yet: write folders = ["{folder}"] below [glossary] in plainspeak.toml.'

    def refusal(self, trial: Trial, problems: Sequence[Problem]) -> GlossaryError:
        """The error for a change that was tried and has problems, each on a line of its own."""
        lines = "".join(f"\n  {trial.told(problem)}" for problem in problems)
        return GlossaryError(f"Nothing was saved in {self.name}:{lines}")

    def trial(self, before: str, after: str) -> Trial:
        """A trial of a new text for the file."""
        return Trial(self.path, self.layer, self.others, before, after)

    def save(self, change: Callable[[str], str], before: str, write: Callable[[Path, bytes], None]) -> None:
        """Change the file, unless it has come to differ from `before` so that the change no longer does.

        `write` puts bytes in the place of a file, wholly or not at all. Raises GlossaryError when the change is refused.
        """

        def change_now(text: str) -> str:
            after = change(text)
            if text != before and (problems := (trial := self.trial(text, after)).problems()):
                raise self.refusal(trial, problems)
            return after

        change_file(self.path, change_now, write)
