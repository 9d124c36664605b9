"""Draft actions: the methods behind the table of actions for the draft screen. Each hands on to the part that does it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from plainspeak.tui.finding_filter import FindingFilter
from plainspeak.tui.held_text import stored
from plainspeak.tui.jobs import start
from plainspeak.tui.screens.app_screen import AppScreen

if TYPE_CHECKING:
    from plainspeak.tui.screens.checking import Checking
    from plainspeak.tui.screens.choosing import Choosing
    from plainspeak.tui.screens.chosen_before import ChosenBefore
    from plainspeak.tui.screens.draft import DraftScreen
    from plainspeak.tui.screens.keeping import Keeping
    from plainspeak.tui.screens.leaving import Leaving
    from plainspeak.tui.screens.moving import Moving
    from plainspeak.tui.widgets.card import Card
    from plainspeak.tui.widgets.editor import Editor
    from plainspeak.tui.widgets.findings_list import FindingsList


class DraftActions(AppScreen):
    """What a person can do on the draft screen."""

    editor: Editor
    card: Card
    findings: FindingsList
    checking: Checking
    choosing: Choosing
    chosen_before: ChosenBefore
    keeping: Keeping
    leaving: Leaving
    moving: Moving

    @property
    def draft(self) -> DraftScreen:
        """This screen, by its own name."""
        return cast("DraftScreen", self)

    @property
    def is_choosing(self) -> bool:
        """Whether single keys choose, so that nothing can be typed by mistake."""
        return self.focused is not None and self.focused in (self.card, self.findings)

    @property
    def sees_left_alone(self) -> bool:
        """Whether one goes through what was left alone, where there is nothing to choose."""
        return self.focused is self.findings and self.findings.view == "left"

    # -- moving about --------------------------------------------------------------------------------------------------

    def action_go_to_choices(self) -> None:
        """Leave off writing and choose."""
        self.moving.to_choices()

    def action_go_to_draft(self) -> None:
        """Leave off choosing and write."""
        self.moving.to_draft()

    def action_show_findings(self) -> None:
        """Go to the list of what was found, or put it away."""
        if self.where() == "list":
            self.moving.put_list_away()
        else:
            self.moving.to_list(self.findings.view)

    def action_show_jargon(self) -> None:
        """Go to the list of all that was found."""
        self.moving.to_list("jargon")

    def action_show_questions(self) -> None:
        """Go to the list of questions."""
        self.moving.to_list("questions")

    def action_show_left(self) -> None:
        """Go to the list of what was left alone."""
        self.moving.to_list("left")

    def action_unfold(self) -> None:
        """Show the places of the term that is marked in the list."""
        self.findings.fold(shut=False)
        self.show_keys()

    def action_fold_up(self) -> None:
        """Show the term once."""
        self.findings.fold(shut=True)
        self.show_keys()

    def action_jump(self) -> None:
        """Jump to a place by typing."""
        start(self, self.moving.jump, "moving", exclusive=True)

    def action_next_finding(self) -> None:
        """Go to the next finding."""
        self.moving.step(1)

    def action_previous_finding(self) -> None:
        """Go to the finding before."""
        self.moving.step(-1)

    def action_filter_findings(self) -> None:
        """Choose what is shown."""
        from plainspeak.tui.dialogs.choose_filter import choose_filter

        start(self, partial(choose_filter, self.checking), "filter", exclusive=True)

    def action_show_all_findings(self) -> None:
        """Show everything that was found."""
        self.checking.show_only(FindingFilter())

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

    def action_swap_safe(self) -> None:
        """Make all the swaps that are safe."""
        start(self, self.choosing.swap_safe, "choosing", exclusive=True)

    def action_own_words(self) -> None:
        """Put in words of one's own."""
        start(self, self.choosing.own_words, "choosing", exclusive=True)

    def action_explain(self) -> None:
        """Keep the word and add its meaning in brackets."""
        self.choosing.explain()

    def action_deal_with(self) -> None:
        """Say that the question is answered."""
        self.choosing.leave(self.leaving.answered)

    def action_leave_here(self) -> None:
        """Leave the word just here."""
        self.choosing.leave(self.leaving.here)

    def action_leave_everywhere(self) -> None:
        """Leave the word in all of this draft."""
        self.choosing.leave(self.leaving.in_draft)

    def action_leave_always(self) -> None:
        """Leave the word in every draft."""
        self.choosing.leave(self.leaving.always)

    def action_ask_again(self) -> None:
        """Ask again about what was left at the marked place."""
        if self.sees_left_alone and self.findings.place:
            self.leaving.ask_again(self.findings.place)

    def action_forget_left(self) -> None:
        """Ask again about all that was left."""
        self.leaving.forget()

    # -- the draft as a whole ------------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the last step; while choosing, only a choice, so that no key too many takes the draft itself away."""
        if self.leaving.is_next_undone():
            self.leaving.undo()
        elif self.is_choosing and not self.editor.chose_last():
            self.say("Nothing that you chose is left to take back. To take back what you wrote: Esc, then Ctrl+Z.")
        else:
            self.editor.undo()

    def action_redo(self) -> None:
        """Do it again."""
        self.editor.redo()

    def action_this_is_jargon(self) -> None:
        """Start a glossary entry with the words at the cursor."""
        words = self._words_at_cursor()
        if words:
            self.home.start_entry(words)
        else:
            self.say("Put the cursor on a word first, or select a few.")

    def _words_at_cursor(self) -> str:
        """The words that are selected, or else the jargon at the cursor, or else the word there."""
        checked = self.checking.up_to_date()
        if checked and self.editor.selection.is_empty:
            here = checked.offset(*self.editor.cursor_location)
            found = next((one for one in checked.findings if one.start <= here < one.end), None)
            if found:
                return " ".join(found.text.split())
        return self.editor.words_at_cursor()

    def action_look_up(self) -> None:
        """Look up in the glossary the words at the cursor; while choosing, the word in question."""
        finding = self.card.finding if self.is_choosing else None
        entry = self.checking.entry_of(finding) if finding else None
        asked = finding.text if finding else self._words_at_cursor()
        self.home.look_up(entry.jargon if entry else asked)

    def action_compare(self) -> None:
        """See the whole draft before and after."""
        from plainspeak.tui.screens.comparison import ComparisonScreen

        self.app.push_screen(ComparisonScreen(self.draft, self.original(), self.editor.text))

    def action_how_it_reads(self) -> None:
        """See how easy the draft is to read."""
        from plainspeak.tui.screens.reading import ReadingScreen

        self.app.push_screen(ReadingScreen(self.draft, self.original(), self.editor.text))

    def action_compare_from_here(self) -> None:
        """Take the draft as it is now for the one before."""
        self.choosing.original = self.editor.text
        self.say("From now on the draft is compared with what it is at this moment.")
        self.show_keys()

    def original(self) -> str:
        """The draft as it was when it was opened, or, if it was written here, before the first choice."""
        return self.editor.text if self.choosing.original is None else self.choosing.original

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

    def action_chosen_before(self) -> None:
        """Offer what was chosen in plain lines and not saved."""
        if self.chosen_before.can_offer():
            self.chosen_before.offer_soon(asked=True)
        else:
            self.say("Nothing has been chosen that does not stand in the draft.")

    def action_recover(self) -> None:
        """Offer the drafts that were not saved."""
        self.keeping.recover()
