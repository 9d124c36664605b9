"""Choosing: words swapped, explained or left, for the finding that the card shows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from plainspeak.checking.finding import Finding, Suggestion
from plainspeak.deciding.mark import term_of
from plainspeak.deciding.own_words import as_in_a_sentence, own_offers
from plainspeak.text.edits import Edit, apply_edits, without_overlaps
from plainspeak.tui.draft_check import CheckedDraft
from plainspeak.tui.held_text import held
from plainspeak.tui.preview import sentence_of
from plainspeak.tui.safe_swaps import safe_swaps
from plainspeak.tui.widgets.card_text import choices_of, explanation_of, offers_of

if TYPE_CHECKING:
    from plainspeak.tui.screens.draft import DraftScreen


class Choosing:
    """What the writer decides about one finding. Each change is one step that one undo takes back."""

    def __init__(self, screen: DraftScreen) -> None:
        self.screen = screen
        self.original: str | None = None  # the draft before the first choice
        self._own: dict[str, list[str]] = {}  # the writer's own words for each term, in this draft

    def choose(self, number: int) -> None:
        """Put in the wording with this number; 0 stands for the one that is marked."""
        checked, finding = self._in_question()
        if checked is None or finding is None:
            return
        choices = choices_of(finding) if number else offers_of(finding)
        index = number - 1 if number else self.screen.card.marked
        if index < len(choices) and choices[index].kind == "explain":
            self.explain()
        elif index < len(choices):
            self._put(checked, finding, [choices[index]])
        else:
            self.screen.say(f"There is no wording {number} here." if choices else _no_words(finding))

    def swap_all(self) -> None:
        """Put in other words wherever this term stands."""
        checked, finding = self._in_question()
        if checked is None or finding is None:
            return
        marked = self.screen.card.marked
        if marked >= max(1, len(choices_of(finding))):
            self.screen.say("A word is explained once, where it first stands. Press E for that.")
            return
        same = [self.with_own_words(other) for other in checked.findings if term_of(other) == term_of(finding)]
        picked = [one for one in (_like(marked, finding, other) for other in same) if one]
        if not picked:
            self.screen.say(_no_words(finding))
            return
        self._put(checked, finding, picked)
        self._tell_swapped(len(picked))

    async def swap_safe(self) -> None:
        """Show the swaps that are safe, and make those that the writer wants."""
        from plainspeak.tui.dialogs.swap_safe import SwapSafe

        checked = self.screen.checking.known_now()
        if checked is None:
            return
        swaps = await asyncio.to_thread(safe_swaps, checked)
        if not swaps:
            self.screen.say("No swap is safe with nobody looking. Go through them one by one.")
            return
        wanted = await self.screen.app.push_screen_wait(SwapSafe(swaps, checked))
        edits = [edit for swap in wanted or () for edit in swap.edits]
        if edits and self.screen.checking.up_to_date() is checked:
            self.make_all(checked, edits)
            self._tell_swapped(len(edits))

    def make_all(self, checked: CheckedDraft, edits: Sequence[Edit]) -> None:
        """Make changes all over the draft as one step, and go to what is first after that."""
        self._make(checked, edits)
        self._go_on(0)

    async def own_words(self) -> None:
        """Ask for words, and put them in."""
        from plainspeak.tui.dialogs.own_words import OwnWords

        checked, finding = self._in_question()
        if checked is None or finding is None:
            return
        marked = self.screen.card.marked
        choices = choices_of(finding)
        start = choices[marked].text if marked < len(choices) else finding.text
        box = OwnWords(finding, sentence_of(checked, finding), start)
        words = await self.screen.app.push_screen_wait(box)
        if words is not None and words != finding.text and self.screen.checking.up_to_date() is checked:
            self._own.setdefault(term_of(finding), []).append(as_in_a_sentence(finding.text, words))
            self._put(checked, finding, [Suggestion("swap", words, finding.start, finding.end)])

    def with_own_words(self, finding: Finding) -> Finding:
        """The finding with what the writer has put in for its term elsewhere offered as well, after the other wordings."""
        own = own_offers(finding, self._own.get(term_of(finding), ()))
        if not own:
            return finding
        rest = [one for one in finding.suggestions if one.kind not in ("swap", "delete")]
        return finding._replace(suggestions=(*choices_of(finding), *own, *rest))

    def start_afresh(self) -> None:
        """Another draft is to be shown."""
        self._own.clear()

    def _tell_swapped(self, times: int) -> None:
        self.screen.say("Swapped once." if times == 1 else f"Swapped {times:,} times. Undo takes it all back.")

    def explain(self) -> None:
        """Keep the word and add its meaning in brackets, where it first stands in the draft."""
        checked, finding = self._in_question()
        if checked is None or finding is None:
            return
        first = next(one for one in checked.findings if term_of(one) == term_of(finding))
        explanation = explanation_of(first) or explanation_of(finding)
        if explanation is None:
            self.screen.say("There is nothing to add in brackets here.")
            return
        self._put(checked, finding, [explanation])
        if explanation.start < finding.start:
            self.screen.say(f"Explained in line {first.line:,}, where it first stands.")

    def leave(self, how: Callable[[Finding], None]) -> None:
        """Leave the word in the way that `how` does it, and go on."""
        _, finding = self._in_question()
        if finding:
            how(finding)
            self._go_on(finding.end)

    def _in_question(self) -> tuple[CheckedDraft | None, Finding | None]:
        """The finding that the card shows; one that is out of sight is only brought into sight."""
        screen = self.screen
        if screen.sees_left_alone:
            screen.say("This was left alone, so there is nothing to choose. Press J for what was found.")
            return None, None
        checked = screen.checking.known_now()
        if checked is None:
            return None, None
        place = screen.findings.place if screen.where() == "list" else None
        if place and checked.offset(*screen.editor.cursor_location) != place.start:
            # the mark in the list was moved by the key before, and the draft has not followed
            screen.moving.to_place(place)
        index = screen.index_at_cursor(checked)
        if index is None:
            screen.say("There is no jargon here to change.")
            return checked, None
        finding = self.with_own_words(checked.findings[index])
        first, last = screen.editor.rows_in_sight()
        row = checked.location(finding.start)[0]
        if first <= row < last or row == screen.editor.cursor_location[0]:
            return checked, finding
        screen.moving.to_finding(checked, index)
        screen.say("Here it is. Press the key again to change it.")
        return checked, None

    def _put(self, checked: CheckedDraft, finding: Finding, suggestions: Sequence[Suggestion]) -> None:
        """Make the changes as one step, then go on after the one at `finding`."""
        edits = without_overlaps(Edit(one.start, one.end, held(one.text)) for one in suggestions)
        self._make(checked, edits)
        self._go_on(_end_after(edits, finding))

    def _make(self, checked: CheckedDraft, edits: Sequence[Edit]) -> None:
        """Make changes that do not overlap as one step."""
        self.screen.app.clear_notifications()
        if self.original is None:
            self.original = self.screen.editor.text
        edits = sorted(edits)
        start, end = edits[0].start, edits[-1].end
        stretch = "\n".join(checked.lines)[start:end]
        moved = [Edit(edit.start - start, edit.end - start, held(edit.replacement)) for edit in edits]
        self.screen.editor.put(apply_edits(stretch, moved), checked.location(start), checked.location(end))

    def _go_on(self, offset: int) -> None:
        """Put the cursor at `offset`; while choosing, the next finding comes up by itself."""
        screen = self.screen
        for row, line in enumerate(screen.editor.document.lines):
            if offset <= len(line):
                screen.editor.move_cursor((row, offset))
                break
            offset -= len(line) + 1
        screen.checking.at_once()
        if screen.is_choosing:
            screen.moving.go_on()


def _no_words(finding: Finding) -> str:
    if explanation_of(finding):
        return "There are no other words to put in here. Press E to explain it, or L to leave it."
    return "There are no other words to put in here. Press L to leave it, or Esc to change it yourself."


def _end_after(edits: Sequence[Edit], finding: Finding) -> int:
    """Where the edit at `finding` ends once all are made."""
    here = next((edit for edit in edits if edit.start <= finding.end and edit.end >= finding.start), edits[0])
    grown = sum(len(edit.replacement) - (edit.end - edit.start) for edit in edits if edit.start < here.start)
    return here.start + grown + len(here.replacement)


def _like(marked: int, finding: Finding, other: Finding) -> Suggestion | None:
    """For another place of the same term, the wording that answers to the one marked at `finding`."""
    choices = choices_of(other)
    if len(choices) == len(choices_of(finding)) and marked < len(choices):
        return choices[marked]
    return choices[0] if choices else None
