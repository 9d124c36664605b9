"""The draft screen: write on the left, choose words on the right."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import TextArea

from plainspeak.checking.finding import Finding
from plainspeak.tui.action import Where
from plainspeak.tui.draft_check import CheckedDraft, Checker
from plainspeak.tui.draft_file import DraftFile
from plainspeak.tui.held_text import drawn, held, stored
from plainspeak.tui.screens.app_screen import AppScreen
from plainspeak.tui.screens.checking import Checking
from plainspeak.tui.screens.choosing import Choosing
from plainspeak.tui.screens.keeping import Keeping
from plainspeak.tui.widgets.bindings import bindings_for
from plainspeak.tui.widgets.card import Card, choices_of, explanation_of
from plainspeak.tui.widgets.counts import Counts
from plainspeak.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from collections.abc import Callable

_WELCOME = "Paste your draft here, or type it. Ctrl+O opens a file, F1 tells you more."
_HOW_TO = (
    "Jargon in your draft will be underlined.",
    "Press Tab to come here and choose other words, one key at a time. Press Esc to go back and write.",
    "F8 goes to the next piece of jargon, F7 back.",
)


class DraftScreen(AppScreen):
    """One draft: its editor, the card of the finding in question, the counts and the keys."""

    NAME = "draft"
    BINDINGS: ClassVar[list[Any]] = bindings_for("anywhere")

    def __init__(self, file: DraftFile, text: str, load_checker: Callable[[], Checker]) -> None:
        super().__init__()
        self.editor = Editor(held(text), placeholder=_WELCOME, id="draft")
        self.card = Card(id="card")
        self.counts = Counts(id="counts")
        self.checking = Checking(self, load_checker)
        self.keeping = Keeping(self, file)
        self.choosing = Choosing(self)

    def compose(self) -> ComposeResult:
        """The draft and the card side by side, the counts and the keys below."""
        yield self.screen_bar
        with Container(id="panes"):
            yield self.editor
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

    def on_unmount(self) -> None:
        """However the app ends, what is not saved is left for the next start."""
        self.keeping.copy.let_go()

    # -- what was found ------------------------------------------------------------------------------------------------

    @work(group="start")
    async def _start(self) -> None:
        self.show_keys()
        self.keeping.start()
        await self.checking.keep_on()

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self.keeping.text_changed()
        self.checking.soon()

    def show(self, checked: CheckedDraft) -> None:
        """Show what was found."""
        self.editor.mark(checked)
        self._look()

    def show_no_glossary(self, fault: str) -> None:
        """Say why nothing is checked."""
        self.counts.say("The glossary cannot be used, so nothing is checked.")
        self.card.say("The glossary cannot be used, so nothing is checked. You can still write and save.", fault)

    @on(TextArea.SelectionChanged)
    def _look(self) -> None:
        """Show the card of the finding at the cursor, or else of the next."""
        checked = self.checking.up_to_date()
        if checked is not None:
            self._show_card(checked)
        self.show_keys()

    def _show_card(self, checked: CheckedDraft) -> None:
        index = self.index_at_cursor(checked)
        if index is None:
            self.counts.show(checked)
            self.card.say(*self._nothing_here(checked))
            self.editor.point_out(None)
            return
        finding = checked.findings[index]
        self.card.show(finding, self.checking.entry_of(finding), f"{index + 1:,} of {len(checked.findings):,}")
        row, start = checked.location(finding.start)
        end_row, end = checked.location(finding.end)
        end = end if end_row == row else len(checked.lines[row])
        under_cursor = self.editor.cursor_location[0] == row and start <= self.editor.cursor_location[1] < end
        self.editor.point_out((row, start, end) if under_cursor or self.is_choosing else None)
        self.counts.show(checked, "" if self.card.display else _in_brief(finding))

    def _nothing_here(self, checked: CheckedDraft) -> tuple[str, ...]:
        if not checked.words:
            return _HOW_TO
        if not checked.complete:
            return ("Still checking \u2026",)
        return ("No jargon found in this draft.", "F9 copies it, Ctrl+S saves it.")

    def index_at_cursor(self, checked: CheckedDraft) -> int | None:
        """Which finding stands at the cursor, or else next after it."""
        return checked.first_after(checked.offset(*self.editor.cursor_location))

    # -- moving about --------------------------------------------------------------------------------------------------

    @property
    def is_choosing(self) -> bool:
        """Whether single keys choose, so that nothing can be typed by mistake."""
        return self.focused is self.card

    def action_go_to_choices(self) -> None:
        """Leave off writing and choose."""
        self.add_class("-choosing")
        self.card.display = True
        self.set_focus(self.card)
        self.go_on()
        self._look()

    def action_go_to_draft(self) -> None:
        """Leave off choosing and write."""
        self.remove_class("-choosing")
        self.card.styles.clear_rule("display")
        self.set_focus(self.editor)
        self._look()

    def on_click(self) -> None:
        """A click on the card or the draft has moved the focus there; the rest follows."""
        self.set_class(self.is_choosing, "-choosing")
        self._look()

    def action_next_finding(self) -> None:
        """Go to the next finding; after the last comes the first."""
        self._step(1)

    def action_previous_finding(self) -> None:
        """Go to the finding before; before the first comes the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        checked = self.checking.known_now()
        if checked is None:
            return
        if not checked.findings:
            self.say("There is no jargon to go to.")
            return
        here = checked.offset(*self.editor.cursor_location)
        if by > 0:
            index = bisect_right(checked.findings, here, key=lambda finding: finding.start)
        else:
            index = bisect_left(checked.findings, here, key=lambda finding: finding.start) - 1
        if not 0 <= index < len(checked.findings):
            self.say("That was the last. Back to the first." if by > 0 else "That was the first. On to the last.")
        self.go_to(checked, index % len(checked.findings))

    def go_to(self, checked: CheckedDraft, index: int) -> None:
        """Put the cursor on a finding."""
        self.editor.move_cursor(checked.location(checked.findings[index].start))
        self._look()

    def go_on(self) -> None:
        """While choosing, bring the finding at the cursor, or the next, into sight."""
        checked = self.checking.up_to_date()
        index = self.index_at_cursor(checked) if checked else None
        if checked and index is not None:
            self.go_to(checked, index)

    # -- choosing words ------------------------------------------------------------------------------------------------

    def action_mark_choice(self, step: int) -> None:
        """Move the mark in the list of wordings."""
        self.card.mark(step)

    def action_choose(self, number: int) -> None:
        """Put in the wording with this number; 0 stands for the one that is marked."""
        self.choosing.choose(number)

    def action_swap_all(self) -> None:
        """Put in other words wherever this term stands."""
        self.choosing.swap_all()

    def action_explain(self) -> None:
        """Keep the word and add its meaning in brackets."""
        self.choosing.explain()

    def action_leave_here(self) -> None:
        """Leave the word just here."""
        self.choosing.leave_here()

    def action_leave_everywhere(self) -> None:
        """Leave the word in all of this draft."""
        self.choosing.leave_everywhere()

    def action_forget_left(self) -> None:
        """Ask again about all that was left."""
        self.checking.left.forget()
        self.checking.at_once()

    # -- the draft as a whole ------------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the last step; while choosing, only a choice, so that no key too many takes the draft itself away."""
        if self.is_choosing and not self.editor.chose_last():
            self.say("Nothing that you chose is left to take back. To take back what you wrote: Esc, then Ctrl+Z.")
        else:
            self.editor.undo()

    def action_redo(self) -> None:
        """Do it again."""
        self.editor.redo()

    def action_this_is_jargon(self) -> None:
        """Start a glossary entry with the words at the cursor."""
        words = self.editor.words_at_cursor()
        if words:
            self.home.start_entry(words)
        else:
            self.say("Put the cursor on a word first, or select a few.")

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

    def action_look_up(self) -> None:
        """Look the words at the cursor up in the glossary."""
        self.home.look_up(self.editor.words_at_cursor())

    def action_copy_all(self) -> None:
        """Copy the draft."""
        self.app.copy_to_clipboard(stored(self.editor.text))
        self.say("The whole draft has been copied. If your terminal does not allow that, save it to a file with F12.")

    def action_save(self) -> None:
        """Save to the file, or ask for one."""
        self.keeping.save()

    def action_save_as(self) -> None:
        """Save to another file."""
        self.keeping.save_as()

    def action_open(self) -> None:
        """Open a file."""
        self.keeping.open()

    def action_new(self) -> None:
        """Start an empty draft."""
        self.keeping.new()

    def action_sample(self) -> None:
        """Open the sample letter."""
        self.keeping.sample()

    def action_recover(self) -> None:
        """Offer the drafts that were not saved."""
        self.keeping.recover()

    def can(self, action: str) -> bool:
        """Whether this would do something just now; if not it is not offered, and its key says why."""
        if action in ("swap_all", "leave_here", "leave_everywhere", "choose"):
            return self.card.finding is not None
        if action == "explain":
            return self.card.finding is not None and explanation_of(self.card.finding) is not None
        if action in ("next_finding", "previous_finding"):
            return bool(self.checking.latest and self.checking.latest.findings)
        if action == "undo":
            return bool(self.editor.history.undo_stack) and (not self.is_choosing or self.editor.chose_last())
        if action == "redo":
            return bool(self.editor.history.redo_stack)
        if action == "forget_left":
            return bool(self.checking.left)
        return True

    def where(self) -> Where:
        """Whether one writes or chooses."""
        return "choices" if self.is_choosing else "draft"

    def put_in_place(self, text: str) -> None:
        """Show another draft instead of this one."""
        self.checking.start_afresh()
        self.editor.load_text(held(text))
        self.card.say(*_HOW_TO)


def _in_brief(finding: Finding) -> str:
    choices = choices_of(finding)
    if choices and choices[0].kind == "swap":
        return f"{finding.text} \u2192 {choices[0].text} (Tab)"
    return f"{finding.text} (Tab)"
