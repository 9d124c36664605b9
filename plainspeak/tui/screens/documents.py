"""The documents screen: a folder checked as a whole, those with most to do first."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from plainspeak.errors import PlainspeakError
from plainspeak.reports.report import DocumentReport
from plainspeak.settings import LEVELS, load_settings
from plainspeak.tui.action import Where
from plainspeak.tui.document_card import WELCOME, document_card, nothing_in
from plainspeak.tui.folder_check import FolderCheck, counts_of, progress_line
from plainspeak.tui.folder_note import FolderNote, FolderNotes
from plainspeak.tui.held_text import drawn, held
from plainspeak.tui.jobs import start
from plainspeak.tui.many_documents import batch_for, save_report
from plainspeak.tui.screens.app_screen import AppScreen
from plainspeak.tui.terminal import processes_may_start
from plainspeak.tui.widgets.bindings import bindings_for
from plainspeak.tui.widgets.row_list import RowList, columns

_EVERY = 0.2  # seconds between two drawings of the list while it grows
_TICK = 0.5  # seconds between two drawings of the progress
_COUNT = 11  # cells
_FOR_PEOPLE = ("html", "xlsx", "csv", "text", "markdown")  # the reports that are offered before those for programs


class DocumentList(RowList):
    """The documents that have been checked, one in each row."""

    BINDINGS: ClassVar[list[Any]] = bindings_for("list", "documents")


class DocumentsScreen(AppScreen):
    """How far the check is, the documents, and the card of the one that is marked."""

    NAME = "documents"
    BINDINGS: ClassVar[list[Any]] = bindings_for("anywhere", "documents")

    def __init__(self) -> None:
        super().__init__()
        self.progress = Static(id="progress")
        self.list = DocumentList(self._row, id="documents")
        self.text = Static(Content(WELCOME))
        self.card = VerticalScroll(self.text, id="document", can_focus=False)
        self.job: FolderCheck | None = None
        self.notes = FolderNotes()
        self.unfinished: FolderNote | None = None  # a check that the end of the app has cut short
        self.shown: list[DocumentReport] = []
        self.is_checking = False
        self._levels = len(LEVELS)  # how many of them are asked for
        self._ticking: Timer
        self._drawn_at = 0.0

    def compose(self) -> ComposeResult:
        """The progress over the list and the card."""
        yield self.screen_bar
        yield self.progress
        with Container(classes="panes"):
            yield self.list
            yield self.card
        yield self.key_bar

    def on_mount(self) -> None:
        """There is nothing to show yet."""
        self.list.border_title = Content("Documents")
        self.set_focus(self.list)
        self._ticking = self.set_interval(_TICK, self._draw_progress, pause=True)
        self.unfinished = self.notes.read()
        self._draw_progress()
        self.show_keys()

    def on_resize(self) -> None:
        """The bar is as long as there is room."""
        self._draw_progress()

    def where(self) -> Where:
        """Nothing is typed here, so single keys always do things."""
        return "list"

    def can(self, action: str) -> bool:
        """Whether this would do something just now."""
        done = bool(self.job and self.job.reports)
        stopped = bool(self.job and self.job.is_stopped)
        match action:
            case "stop":
                return self.is_checking and not stopped
            case "go_on":
                return (self.is_checking and stopped) or (self.job is None and self.unfinished is not None)
            case "check_again":
                return bool(self.job) and (stopped or not self.is_checking)
            case "save_report":
                return done and (stopped or not self.is_checking)
            case "open_document":
                return self.marked is not None
        return True

    # -- checking ------------------------------------------------------------------------------------------------------

    def action_choose_folder(self) -> None:
        """Ask for a folder and check it."""
        self._choose()

    @work(group="choose", exclusive=True)
    async def _choose(self) -> None:
        from plainspeak.tui.dialogs.path_box import PathBox

        start = f"{self.job.folder}/" if self.job else "./"
        folder = await self.app.push_screen_wait(PathBox("Choose a folder", start, must_exist=True, folders=True))
        if folder:
            await self.check_folder(folder)

    async def check_folder(self, folder: Path) -> None:
        """Check all the documents of a folder; what was checked before goes."""
        self._end()
        try:
            settings = load_settings()
            batch = await asyncio.to_thread(batch_for, folder, settings)
        except PlainspeakError as error:
            self.say(str(error))
            return
        self._levels = LEVELS.index(settings.level) + 1
        self.job = FolderCheck(folder, batch)
        self.is_checking = True
        self._ticking.resume()
        self.card.border_title = None
        self.text.update(Content("Checking \u2026"))
        self._draw()
        self._run(self.job)

    def action_check_again(self) -> None:
        """Check the folder again."""
        if self.can("check_again") and self.job:
            start(self, partial(self.check_folder, self.job.folder), "choose", exclusive=True)
        else:
            self.say("Press S to stop this check first." if self.job else "Press O to choose a folder first.")

    def action_stop(self) -> None:
        """Begin no more documents."""
        if self.can("stop") and self.job:
            self.job.stop()
            self._draw()
        else:
            self.say("Nothing is being checked.")

    def action_go_on(self) -> None:
        """Go on with what has not been checked yet."""
        if self.can("go_on") and self.job:
            self.job.go_on()
            self._draw()
        elif self.can("go_on") and self.unfinished:
            start(self, partial(self.check_folder, self.unfinished.folder), "choose", exclusive=True)
        else:
            self.say("No check has been stopped. Press O to choose a folder.")

    def on_unmount(self) -> None:
        """Nothing goes on once the app has ended."""
        self._end()

    def _end(self) -> None:
        if self.job:
            self.job.end()

    @work(thread=True, group="check", exit_on_error=False)
    def _run(self, job: FolderCheck) -> None:
        worker = get_current_worker()
        fault = ""
        try:
            with processes_may_start():
                self.notes.write(job.note(), soon=False)
                for _ in job.run():
                    self.notes.write(job.note(), soon=len(job.reports) > 1)
                    if worker.is_cancelled or job is not self.job:
                        return
                    if time.monotonic() - self._drawn_at > _EVERY:
                        self._drawn_at = time.monotonic()
                        self.app.call_from_thread(self._draw)
        except PlainspeakError as error:
            fault = str(error)
        except Exception as error:  # a fault of ours must not cost the reports that are there
            fault = f"The check has ended. Please report this fault: {type(error).__name__}: {error}"
        if not worker.is_cancelled:
            self.app.call_from_thread(self._ended, job, fault)

    def _ended(self, job: FolderCheck, fault: str) -> None:
        if job is self.job:
            self.is_checking = False
            self._ticking.pause()
            if job.is_done:
                self.notes.forget()
            if not job.reports and not fault:
                self.text.update(Content(nothing_in(job.folder)))
            self._draw()
            if fault:
                self.say(fault)

    # -- what is shown -------------------------------------------------------------------------------------------------

    @property
    def marked(self) -> DocumentReport | None:
        """The document that is marked in the list."""
        row = self.list.marked
        return self.shown[row] if row is not None and row < len(self.shown) else None

    def _draw(self) -> None:
        """Show what has been checked by now; the mark stays on its document, or else on the first."""
        before = self.marked if self.list.marked else None
        self.shown = self.job.in_order() if self.job else []
        at = next((row for row, report in enumerate(self.shown) if before and report.path == before.path), 0)
        self.list.show(len(self.shown), at)
        self._draw_progress()
        self.show_keys()

    def _draw_progress(self) -> None:
        line = self.unfinished.told if self.unfinished and not self.job else ""
        self.progress.update(Content(line or progress_line(self.job, self.size.width - 2)))

    def _row(self, row: int, width: int) -> Text:
        report = self.shown[row]
        name = drawn(held(self.job.name(report) if self.job else report.path)).replace("\n", " ")
        if report.error:
            return columns([(name, 0, ""), ("not read", 8, "italic")], width)
        counts = zip(LEVELS, counts_of(report), strict=True)
        told = [(f"{count:,} {level}".rjust(_COUNT), _COUNT, "") for level, count in counts]
        return columns([*told[: self._levels], (name, 0, "")], width)

    @on(RowList.Marked)
    def _show_card(self) -> None:
        report = self.marked
        if report and self.job:
            self.card.border_title = Content(drawn(held(self.job.name(report))))
            self.text.update(document_card(report))
            self.card.scroll_home(animate=False)
        self.show_keys()

    def action_read_on(self, pages: int) -> None:
        """Move in the card."""
        self.card.scroll_relative(y=pages * max(1, self.card.size.height - 2), animate=False)

    # -- what is done with it ------------------------------------------------------------------------------------------

    @on(RowList.Chosen)
    def action_open_document(self) -> None:
        """Open the marked document as a draft."""
        if self.marked:
            self.home.open_file(Path(self.marked.path))
        else:
            self.say("There is no document to open yet.")

    def action_save_report(self) -> None:
        """Ask for a format and a file, and save a report there."""
        if self.can("save_report"):
            self._save_report()
        else:
            self.say("Press S to stop the check first." if self.is_checking else "There is nothing to report yet.")

    @work(group="report", exclusive=True)
    async def _save_report(self) -> None:
        from plainspeak.reports.printers import PRINTERS
        from plainspeak.tui.dialogs.ask import Ask
        from plainspeak.tui.dialogs.where_to_save import where_to_save

        names = (*_FOR_PEOPLE, *(name for name in PRINTERS if name not in _FOR_PEOPLE))
        answers = [(name, f"{name}: {PRINTERS[name].does}") for name in names]
        name = await self.app.push_screen_wait(Ask("Save a report", "In which format?", [*answers, ("", "Go back")]))
        if not name or not self.job:
            return
        suffix = next(iter(PRINTERS[name].suffixes), ".txt")
        path = await where_to_save(self.home, "Save the report as", f"jargon{suffix}")
        if path is None:
            return
        try:
            await asyncio.to_thread(save_report, name, self.job.in_order(), path, cut_short=not self.job.is_done)
        except PlainspeakError as error:
            self.say(str(error))
            return
        self.say(f"The report is saved as {path}.")
