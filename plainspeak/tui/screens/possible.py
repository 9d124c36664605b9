"""Possible: which actions of the draft screen would do something just now, so that no other is offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plainspeak.tui.finding_groups import View
from plainspeak.tui.widgets.card_text import explanation_of

if TYPE_CHECKING:
    from plainspeak.tui.screens.draft import DraftScreen


def is_possible(screen: DraftScreen, action: str) -> bool:
    """Whether this would do something just now."""
    test = _TESTS.get(action)
    return test is None or test(screen)


def _has_finding(screen: DraftScreen) -> bool:
    return screen.card.finding is not None and not screen.sees_left_alone


def _has_words(screen: DraftScreen) -> bool:
    return _has_finding(screen) and bool(screen.card.choices)


def _has_offer(screen: DraftScreen) -> bool:
    return _has_finding(screen) and bool(screen.card.offers)


def _has_explanation(screen: DraftScreen) -> bool:
    return _has_finding(screen) and screen.card.finding is not None and explanation_of(screen.card.finding) is not None


def _has_question(screen: DraftScreen) -> bool:
    return _has_finding(screen) and screen.card.finding is not None and bool(screen.card.finding.question)


def _has_findings(screen: DraftScreen) -> bool:
    return bool(screen.checking.latest and screen.checking.latest.findings)


def _can_undo(screen: DraftScreen) -> bool:
    if screen.leaving.is_next_undone():
        return True
    return bool(screen.editor.history.undo_stack) and (not screen.is_choosing or screen.editor.chose_last())


def _can_redo(screen: DraftScreen) -> bool:
    return bool(screen.editor.history.redo_stack)


def _can_ask_again(screen: DraftScreen) -> bool:
    return screen.sees_left_alone and screen.leaving.can_ask_again(screen.findings.place)


def _can_list(view: View) -> Callable[[DraftScreen], bool]:
    """Whether there is something to show in a list which does not stand there already."""

    def can(screen: DraftScreen) -> bool:
        checked = screen.checking.latest
        if checked is None or (screen.where() == "list" and view == screen.findings.view):
            return False
        if view == "left":
            return bool(checked.left_alone)
        return view == "jargon" or any(finding.question for finding in checked.findings)

    return can


_TESTS: dict[str, Callable[[DraftScreen], bool]] = {
    "choose": _has_words,
    "choose(0)": _has_offer,
    "swap_all": _has_words,
    "own_words": _has_finding,
    "deal_with": _has_question,
    "leave_here": _has_finding,
    "leave_everywhere": _has_finding,
    "leave_always": _has_finding,
    "explain": _has_explanation,
    "next_finding": _has_findings,
    "previous_finding": _has_findings,
    "swap_safe": lambda screen: screen.checking.has_safe,
    "undo": _can_undo,
    "redo": _can_redo,
    "compare": lambda screen: screen.choosing.original is not None and bool(screen.editor.history.undo_stack),
    "ask_again": _can_ask_again,
    "chosen_before": lambda screen: screen.chosen_before.can_offer(),
    "forget_left": lambda screen: bool(screen.leaving.decisions),
    "unfold": lambda screen: screen.findings.can_fold(shut=False),
    "fold_up": lambda screen: screen.findings.can_fold(shut=True),
    "show_jargon": _can_list("jargon"),
    "show_questions": _can_list("questions"),
    "show_left": _can_list("left"),
    "show_all_findings": lambda screen: bool(screen.checking.only),
}
