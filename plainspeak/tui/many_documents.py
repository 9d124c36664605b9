"""Many documents: how the app checks them, and saves a report on them, just as the command line does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import cast

from plainspeak.batch.run import Run
from plainspeak.batch.walk import Found
from plainspeak.glossary.entry import Level
from plainspeak.reports.report import DocumentReport


def check_many(found: Iterable[Found]) -> Iterator[DocumentReport]:
    """The report of each document as soon as it is checked, in detail, so that every kind of report can be made of it.

    Raises SettingsError or GlossaryError when those cannot be used.
    """
    from plainspeak.checking.checker import Checker
    from plainspeak.documents.reader import read
    from plainspeak.settings import load_settings
    from plainspeak.text.readability import readability

    settings = load_settings()
    run = Run(Checker.load(settings), read, cast("Level", settings.level), readability, detailed=True)
    return run.over(found)


def save_report(name: str, documents: Sequence[DocumentReport], path: Path) -> None:
    """Save a report on `documents` in the format called `name`. Raises DocumentError when the file cannot be saved."""
    from plainspeak.documents.saving import save_parts
    from plainspeak.matching.store import load_compiled
    from plainspeak.reports.printers import PRINTERS, print_report
    from plainspeak.reports.report import Report
    from plainspeak.version import __version__

    glossary, _ = load_compiled()
    report = Report(documents, __version__, len(glossary), glossary.fingerprint)

    def parts() -> Iterator[bytes]:
        yield PRINTERS[name].file_mark.encode()
        for part in print_report(name, report):
            yield part.encode("utf-8", "backslashreplace") if isinstance(part, str) else part

    save_parts(path, parts())
