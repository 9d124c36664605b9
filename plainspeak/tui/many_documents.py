"""Many documents: how the app checks them, and saves a report on them, just as the command line does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plainspeak.reports.report import DocumentReport

if TYPE_CHECKING:
    from plainspeak.batch.batch import Batch
    from plainspeak.settings import Settings


def batch_for(folder: Path, settings: Settings) -> Batch:
    """The documents of a folder, checked in such detail that every kind of report can be made of them.

    Raises GlossaryError when the glossary cannot be used.
    """
    from plainspeak.batch.batch import Batch
    from plainspeak.batch.plan import Plan

    return Batch([str(folder)], Plan(settings, measures=True, detailed=True))


def save_report(name: str, documents: Sequence[DocumentReport], path: Path, *, cut_short: bool) -> None:
    """Save a report on `documents` in the format called `name`; `cut_short` says that there would have been more.

    Raises DocumentError when the file cannot be saved.
    """
    from plainspeak.documents.saving import save_parts
    from plainspeak.matching.store import load_compiled
    from plainspeak.reports.printers import PRINTERS, print_report
    from plainspeak.reports.report import Report
    from plainspeak.version import __version__

    glossary, _ = load_compiled()
    report = Report(documents, __version__, len(glossary), glossary.fingerprint, is_cut_short=lambda: cut_short)

    def parts() -> Iterator[bytes]:
        yield PRINTERS[name].file_mark.encode()
        for part in print_report(name, report):
            yield part.encode("utf-8", "backslashreplace") if isinstance(part, str) else part

    save_parts(path, parts())
