"""The draft screen: write on the left, choose words on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import TextArea

from plainspeak.checking.finding import Finding
from plainspeak.glossary.entry import Entry
from plainspeak.tui.action import Where
from plainspeak.tui.draft_check import CheckedDraft, Checker
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.held_text import drawn, held
from plainspeak.tui.preview import sentence_of
from plainspeak.tui.screens.checking import Checking
from plainspeak.tui.screens.choosing import Choosing
from plainspeak.tui.screens.chosen_before import ChosenBefore
from plainspeak.tui.screens.draft_actions import DraftActions
from plainspeak.tui.screens.keeping import Keeping
from plainspeak.tui.screens.leaving import Leaving
from plainspeak.tui.screens.moving import Moving
from plainspeak.tui.screens.possible import is_possible
from plainspeak.tui.widgets.bindings import bindings_for
from plainspeak.tui.widgets.card import Card
from plainspeak.tui.widgets.card_text import choices_of
from plainspeak.tui.widgets.counts import Counts
from plainspeak.tui.widgets.editor import Editor
from plainspeak.tui.widgets.findings_list import FindingsList
from plainspeak.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

_WELCOME = "Paste your draft here, or type it. Ctrl+O opens a file, F1 tells you more."
_HOW_TO = (
    "Jargon in your draft will be underlined.",
    "Press Tab to come here and choose other words, one key at a time. Press Esc to go back and write.",
    "F8 goes to the next piece of jargon, F7 back.",
)
_DONE = (
    "Ctrl+B compares it with the draft before. Ctrl+R says how it reads.",
    "F9 copies it, Ctrl+S saves it, F12 saves it to another file.",
)
_ROOMY = (100, 28)  # columns and rows


class DraftScreen(DraftActions):
    """One draft: its editor, the card of the finding in question, the counts and the keys."""

    NAME = "draft"
    BINDINGS: ClassVar[list[Any]] = bindings_for("anywhere")

    def __init__(self, file: DraftFile, text: str, load_checker: Callable[[], Checker]) -> None:
        super().__init__()
        self.editor = Editor(held(text), placeholder=_WELCOME, id="draft")
        self.card = Card(id="card")
        self.findings = FindingsList(self.entry, id="findings")
        self.side = Container(id="side")
        self.counts = Counts(id="counts")
        self.checking = Checking(self, load_checker)
        self.keeping = Keeping(self, file)
        self.leaving = Leaving(self)
        self.choosing = Choosing(self)
        self.chosen_before = ChosenBefore(self)
        self.moving = Moving(self)
        self.list_asked_for = False  # from then on it stays, or stays away, whatever the room

    def compose(self) -> ComposeResult:
        """The draft beside the list and the card, the counts and the keys below."""
        yield self.screen_bar
        with Container(id="panes"):
            yield self.editor
            with self.side:
                yield self.findings
                yield self.card
        yield self.counts
        yield self.key_bar

    def on_mount(self) -> None:
        """Paint first, then fetch the glossary."""
        self.set_focus(self.editor)
        self.card.say(*_HOW_TO)
        self.counts.say("Fetching the glossary \u2026")
        self.keeping.show_title()
        self.call_after_refresh(self._start)

    def on_resize(self, event: events.Resize) -> None:
        """Where there is room for the list beside the draft, it stands there from the start."""
        if not self.list_asked_for:
            self.set_class(event.size.width >= _ROOMY[0] and event.size.height >= _ROOMY[1], "-with-list")
        self.call_after_refresh(self.look)  # the card may have gone, or come

    def on_unmount(self) -> None:
        """However the app ends, what is not saved is left for the next start."""
        self.keeping.copy.let_go()

    # -- what was found ------------------------------------------------------------------------------------------------

    @work(group="start")
    async def _start(self) -> None:
        self.show_keys()
        self.keeping.start()
        self._recall()
        await self.checking.keep_on()

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self.keeping.text_changed()
        self.checking.soon()

    def show(self, checked: CheckedDraft) -> None:
        """Show what was found."""
        self.editor.mark(checked)
        self.look()

    def show_no_glossary(self, fault: str) -> None:
        """Say why nothing is checked."""
        self.counts.say("The glossary cannot be used, so nothing is checked.")
        self.card.say("The glossary cannot be used, so nothing is checked. You can still write and save.", fault)

    def entry(self, entry_id: str) -> Entry | None:
        """The glossary entry with this id."""
        checker = self.checking.checker
        return checker.glossary.get(entry_id) if checker else None

    @on(TextArea.SelectionChanged)
    def look(self) -> None:
        """Show the card of the finding at the cursor, or else of the next."""
        checked = self.checking.up_to_date()
        if checked is not None:
            self._show_card(checked)
            self.moving.show_in_list()
        self.show_keys()

    def _show_card(self, checked: CheckedDraft) -> None:
        index = self.index_at_cursor(checked)
        if self.sees_left_alone and self.findings.group:
            group = self.findings.group
            again = ["Y asks about it again."] if self.leaving.can_ask_again(self.findings.place) else []
            self.card.say(f"Left alone: {group.label}", f"Why: {group.note}.", *again, "J goes back to what was found.")
            return
        if index is None:
            self.counts.show(checked)
            self.card.say(*self._nothing_here(checked))
            self.editor.point_out(None)
            return
        finding = self.choosing.with_own_words(checked.findings[index])
        place = f"{index + 1:,} of {len(checked.findings):,}"
        self.card.show(finding, self.entry(finding.entry), sentence_of(checked, finding), place)
        row, start = checked.location(finding.start)
        end_row, end = checked.location(finding.end)
        end = end if end_row == row else len(checked.lines[row])
        under_cursor = self.editor.cursor_location[0] == row and start <= self.editor.cursor_location[1] < end
        self.editor.point_out((row, start, end) if under_cursor or self.is_choosing else None)
        self.counts.show(checked, "" if self.card.display and self.side.display else _in_brief(finding))

    def _nothing_here(self, checked: CheckedDraft) -> tuple[str, ...]:
        if not checked.words:
            return _HOW_TO
        if not checked.complete:
            return ("Still checking \u2026",)
        if checked.hidden:
            return (f"Nothing more to show. Only {checked.only} is shown: Ctrl+P and then type show all.",)
        return ("No jargon found in this draft.", *_DONE)

    def index_at_cursor(self, checked: CheckedDraft) -> int | None:
        """Which finding stands at the cursor, or else next after it."""
        return checked.first_after(checked.offset(*self.editor.cursor_location))

    def on_click(self) -> None:
        """A click on the card or the draft has moved the focus there; the rest follows."""
        self.moving.took_focus()

    @on(RowList.Marked)
    def _marked_in_list(self) -> None:
        """Show in the draft what is marked in the list."""
        if self.findings.place:
            self.moving.to_place(self.findings.place)

    @on(RowList.Chosen)
    def _chosen_in_list(self) -> None:
        self.moving.to_choices()

    # -- what can be done -------------------------------------------------------------------------------------------------

    @on(Editor.AskedAbout)
    @work(group="word", exclusive=True)
    async def _ask_what_to_do_with(self, event: Editor.AskedAbout) -> None:
        from plainspeak.tui.dialogs.ask import Ask

        answers = [("jargon", "This is jargon: start an entry"), ("look", "Look it up"), ("back", "Go back")]
        if event.words:
            title = f"\u201c{drawn(held(event.words))[:60]}\u201d"
            answer = await self.app.push_screen_wait(Ask(title, "What would you like to do?", answers))
            if answer == "jargon":
                self.home.start_entry(event.words)
            elif answer == "look":
                self.home.look_up(event.words)

    def can(self, action: str) -> bool:
        """Whether this would do something just now; if not it is not offered, and its key says why."""
        return is_possible(self, action)

    def where(self) -> Where:
        """Whether one writes, chooses words, or goes through the list."""
        if self.focused is self.findings:
            return "list"
        return "choices" if self.is_choosing else "draft"

    def _recall(self) -> None:
        """Take up what was decided about this draft when it was last open, and say so; what it is now is the draft before."""
        self.leaving.recall()
        self.choosing.original = self.editor.text or None
        if known := self.leaving.known_before():
            self.say(known)

    def put_in_place(self, text: str) -> None:
        """Show another draft instead of this one."""
        self.checking.start_afresh()
        self.choosing.start_afresh()
        self.chosen_before.start_afresh()
        self.editor.load_text(held(text))
        self._recall()
        self.card.say(*_HOW_TO)
        self.chosen_before.offer_soon()


def _in_brief(finding: Finding) -> str:
    choices = choices_of(finding)
    if choices and choices[0].kind == "swap":
        return f"{finding.text} \u2192 {choices[0].text} (Tab)"
    return f"{finding.text} (Tab)"
