from __future__ import annotations

from fake_checker import FakeChecker

from plainspeak.tui.left_words import LeftWords


def find(text: str) -> list:
    return list(FakeChecker().check_paragraph(text).findings)


def test_a_word_left_everywhere_is_covered_in_every_form():
    left = LeftWords()
    left.leave_everywhere(find("one service user")[0])
    assert left.covers(find("many service users")[0], "many service users")
    left.forget()
    assert not left


def test_a_place_holds_when_words_near_it_change():
    left = LeftWords()
    text = "We took a holistic view of the case in question."
    left.leave_here(find(text)[0], text)
    changed = "Last year they took a holistic view of the matter in question, and all was well."
    assert left.covers(find(changed)[0], changed)


def test_another_place_is_not_covered():
    left = LeftWords()
    text = "We took a holistic view of the case. A holistic plan came next."
    first, second = find(text)
    left.leave_here(first, text)
    assert left.covers(first, text)
    assert not left.covers(second, text)


def test_the_same_word_in_another_form_is_another_place():
    left = LeftWords()
    left.leave_here(find("for a service user here")[0], "for a service user here")
    assert not left.covers(find("for a service users here")[0], "for a service users here")
