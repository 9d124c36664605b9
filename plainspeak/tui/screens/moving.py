"""Moving: from finding to finding, and between the draft, the list and the choices."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from textual.widgets.text_area import Selection

from plainspeak.text.span import Span
from plainspeak.tui.draft_check import CheckedDraft
from plainspeak.tui.finding_groups import View

if TYPE_CHECKING:
    from plainspeak.tui.screens.draft import DraftScreen
    from plainspeak.tui.widgets.card import Card
    from plainspeak.tui.widgets.editor import Editor
    from plainspeak.tui.widgets.findings_list import FindingsList


class Moving:
    """Where the writer is: a place in the draft, and which part of the screen takes the keys."""

    def __init__(self, screen: DraftScreen) -> None:
        self.screen = screen

    def to_choices(self) -> None:
        """Leave off writing and choose."""
        self._to(self.screen.card, "-choosing")
        self.go_on()
        self.screen.look()

    def to_draft(self) -> None:
        """Leave off choosing and write."""
        self._to(self.screen.editor)
        self.screen.look()

    def to_list(self, view: View) -> None:
        """Go to the list and show one kind of what was found."""
        screen = self.screen
        screen.list_asked_for = True
        screen.add_class("-with-list")
        self.show_in_list()
        self._to(screen.findings, "-choosing", "-listing")
        if view != screen.findings.view or not screen.findings.place:
            screen.findings.show_view(view)
        self.go_on()
        screen.look()

    def put_list_away(self) -> None:
        """Hide the list and write."""
        self.screen.list_asked_for = True
        self.screen.remove_class("-with-list")
        self.to_draft()

    def _to(self, part: Editor | Card | FindingsList, *classes: str) -> None:
        """Let a part of the screen take the keys; the classes say which parts there is room for meanwhile."""
        screen = self.screen
        for name in ("-choosing", "-listing"):
            screen.set_class(name in classes, name)
        for widget in (screen.card, screen.findings):
            if widget is part:
                widget.display = True  # a part that does not stand on the screen yet cannot take the keys
            else:
                widget.styles.clear_rule("display")
        screen.set_focus(part)

    def took_focus(self) -> None:
        """A click has moved the focus; the rest follows."""
        screen = self.screen
        screen.set_class(screen.is_choosing, "-choosing")
        screen.set_class(screen.where() == "list", "-listing")
        screen.look()

    def show_in_list(self) -> None:
        """Bring the list, if it stands on the screen, in step with the draft."""
        screen, checked = self.screen, self.screen.checking.up_to_date()
        if checked is None or not screen.has_class("-with-list"):
            return
        index = screen.index_at_cursor(checked)
        here = checked.findings[index].span if index is not None else None
        screen.findings.show_found(checked, None if screen.where() == "list" else here)

    def step(self, by: int) -> None:
        """Go to the next finding, or back; after the last comes the first."""
        screen, checked = self.screen, self.screen.checking.known_now()
        if checked is None:
            return
        if not checked.findings:
            screen.say("There is no jargon to go to.")
            return
        here = checked.offset(*screen.editor.cursor_location)
        if by > 0:
            index = bisect_right(checked.findings, here, key=lambda finding: finding.start)
        else:
            index = bisect_left(checked.findings, here, key=lambda finding: finding.start) - 1
        if not 0 <= index < len(checked.findings):
            screen.say("That was the last. Back to the first." if by > 0 else "That was the first. On to the last.")
        self.to_finding(checked, index % len(checked.findings))
        if screen.where() == "list":
            screen.findings.follow(checked.findings[index % len(checked.findings)].span)

    async def jump(self) -> None:
        """Ask where to, and go there."""
        from plainspeak.tui.dialogs.jump import Jump

        checked = self.screen.checking.known_now()
        place = await self.screen.app.push_screen_wait(Jump(checked)) if checked else None
        if place is None:
            return
        self.to_place(place)
        if self.screen.where() == "list":
            self.screen.findings.follow(place)

    def to_finding(self, checked: CheckedDraft, index: int) -> None:
        """Put the cursor on a finding."""
        self.screen.editor.move_cursor(checked.location(checked.findings[index].start))
        self.screen.look()

    def to_place(self, place: Span) -> None:
        """Put the cursor on a place and bring it into sight, with some of the draft around it."""
        checked = self.screen.checking.up_to_date()
        if checked:
            self.screen.editor.move_cursor(checked.location(place.start), center=True)
            self.screen.look()

    def to_sentence(self, place: Span) -> None:
        """Go to a sentence and select it, ready to be written anew."""
        editor = self.screen.editor
        self.to_draft()
        editor.selection = Selection(*(_location(editor.text, offset) for offset in place))
        editor.scroll_cursor_visible(center=True)

    def go_on(self) -> None:
        """While choosing, bring into sight what is next: in the list where its mark is, else from the cursor on."""
        checked = self.screen.checking.up_to_date()
        if checked is None:
            return
        if self.screen.where() == "list":
            self.show_in_list()
            if self.screen.findings.place:
                self.to_place(self.screen.findings.place)
            return
        index = self.screen.index_at_cursor(checked)
        if index is not None:
            self.to_finding(checked, index)


def _location(text: str, offset: int) -> tuple[int, int]:
    """The (row, column) of an offset, both from 0."""
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)
