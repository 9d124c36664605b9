"""Plan: how a batch is to be checked, so that every process that takes part can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from plainspeak.batch.run import Run
from plainspeak.documents.reader import read
from plainspeak.glossary.entry import Level
from plainspeak.settings import Settings

if TYPE_CHECKING:
    from plainspeak.checking.checker import Checker
    from plainspeak.text.readability import Readability

_SECONDS = 90.0
_SECONDS_PER_MEGABYTE = 30.0


class Plan(NamedTuple):
    """How documents are checked.

    `settings` say which glossary and level, what is excluded, whether results are kept and how many processes work.
    `measures` asks how hard each text is to read, `detailed` for the detail of each document too. `brief`: nobody looks at
    more than the first few wordings of a term in its document, nor whether they are safe. `seconds` is the time that one
    document may take; 0: 90 seconds, and half a minute more for each megabyte. `outputs` are the files that the run itself
    writes; they are not looked for in folders.
    """

    settings: Settings = Settings()
    measures: bool = False
    detailed: bool = False
    brief: bool = False
    seconds: float = 0.0
    outputs: tuple[str, ...] = ()

    @property
    def level(self) -> Level:
        """The lowest level that is reported."""
        return cast("Level", self.settings.level)

    def run_with(self, checker: Checker) -> Run:
        """The run that checks one document after the other by this plan."""
        return Run(checker, read, self.level, _measure if self.measures else None, detailed=self.detailed)

    def limit(self, weight: int) -> float:
        """How many seconds a document of this weight in bytes may take."""
        return self.seconds or _SECONDS + _SECONDS_PER_MEGABYTE * weight / 1_000_000

    def portable(self) -> Plan:
        """The same, fit to be sent to a process that is started afresh."""
        settings = self.settings._replace(keys={}, sources=dict(self.settings.sources))
        return self._replace(settings=settings)


def _measure(text: str) -> Readability:
    from plainspeak.text.readability import readability

    return readability(text)
